using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Persistence;

public sealed class SqlServerAppDb(DbContextOptions<SqlServerAppDb> options) : AppDb(options)
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;

    protected override string SwedishCollation => "Finnish_Swedish_100_CI_AS";

    internal override async Task InsertIfMissingAsync(FormattableString insert, CancellationToken cancellationToken)
    {
        try
        {
            await Database.ExecuteSqlAsync(insert, cancellationToken);
        }
        catch (SqlException exception) when (IsUniqueViolation(exception))
        {
            // There already: what was wanted. The transaction goes on.
        }
    }

    protected override bool IsUniqueViolation(Exception exception) =>
        exception is SqlException { Number: UniqueConstraint or UniqueIndex };
}
