using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace IncidentReporting.Infrastructure.Persistence.Log;

/// <summary>Writes the log's triggers after its table.</summary>
#pragma warning disable EF1001 // The provider's own generator asks for its options by this type.
internal sealed class NpgsqlTables(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (terminate && LogTriggers.IsMadeBy(operation))
        {
            builder.AppendEach(LogTriggers.ForPostgreSql(operation), Dependencies.SqlGenerationHelper);
        }
    }
}

/// <summary>The same for SQL Server.</summary>
internal sealed class SqlServerTables(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (terminate && LogTriggers.IsMadeBy(operation))
        {
            builder.AppendEach(LogTriggers.ForSqlServer(operation), Dependencies.SqlGenerationHelper);
        }
    }
}
