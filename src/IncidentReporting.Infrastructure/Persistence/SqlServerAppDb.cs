using System.Data;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentReporting.Infrastructure.Persistence;

public sealed class SqlServerAppDb(DbContextOptions<SqlServerAppDb> options) : AppDb(options)
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int BulkBatch = 10_000;

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

    internal override async Task<long> BulkInsertAsync(BulkRows rows, CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            using var copy = new SqlBulkCopy(
                (SqlConnection)Database.GetDbConnection(), SqlBulkCopyOptions.CheckConstraints, (SqlTransaction?)Database.CurrentTransaction?.GetDbTransaction())
            {
                DestinationTableName = $"[{rows.Table}]",
            };
            using var table = new DataTable();
            foreach (var column in rows.Columns)
            {
                copy.ColumnMappings.Add(column, column);
                table.Columns.Add(column, typeof(object));
            }

            long written = 0;
            foreach (var batch in rows.Rows.Chunk(BulkBatch))
            {
                table.Clear();
                foreach (var row in batch)
                {
                    table.Rows.Add(row);
                }

                await copy.WriteToServerAsync(table, cancellationToken);
                written += batch.Length;
            }

            return written;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override bool IsUniqueViolation(Exception exception) =>
        exception is SqlException { Number: UniqueConstraint or UniqueIndex };
}
