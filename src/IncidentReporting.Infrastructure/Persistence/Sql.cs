using System.Runtime.CompilerServices;

namespace IncidentReporting.Infrastructure.Persistence;

internal static class Sql
{
    /// <summary>The same statement with the same parameters, and a clause without any after it.</summary>
    public static FormattableString Then(this FormattableString statement, string clause) =>
        FormattableStringFactory.Create(statement.Format + clause, statement.GetArguments());
}
