using IncidentReporting.Infrastructure.Persistence.Log;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace IncidentReporting.Infrastructure.Persistence;

/// <summary>
/// Keeps the large tables of the statistics in the order of their key, as the servers do by themselves: half the size, and a range is read in one piece.
/// And those of the survey, whose keys are chance: no row number tells in which order the answers came.
/// </summary>
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly HashSet<string> InKeyOrder = ["StatFact", "ReleaseFact", "StatCube", "StatTotal", "StatMargin", "PersonYear", "PulseTickets", "PulseAnswers"];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (!terminate || !InKeyOrder.Contains(operation.Name))
        {
            base.Generate(operation, model, builder, terminate);
            if (terminate && LogTriggers.IsMadeBy(operation))
            {
                builder.AppendEach(LogTriggers.ForSqlite(operation), Dependencies.SqlGenerationHelper);
            }

            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" WITHOUT ROWID").AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
