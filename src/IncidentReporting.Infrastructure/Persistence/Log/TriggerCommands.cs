using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentReporting.Infrastructure.Persistence.Log;

internal static class TriggerCommands
{
    public static void AppendEach(this MigrationCommandListBuilder builder, IEnumerable<string> statements, ISqlGenerationHelper sql)
    {
        foreach (var statement in statements)
        {
            builder.Append(statement.ReplaceLineEndings("\n")).AppendLine(sql.StatementTerminator).EndCommand();
        }
    }
}
