using System.Data;
using System.Globalization;
using System.Text.Json;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentReporting.Infrastructure.Persistence;

public sealed class SqlServerAppDb(DbContextOptions<SqlServerAppDb> options, SealHouse? seals = null) : AppDb(options, seals)
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

    internal override string First(int rows) => string.Create(CultureInfo.InvariantCulture, $"OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY");

    internal override Task<int> LinkAsync(IReadOnlyList<LogLink> links, CancellationToken cancellationToken)
    {
        var rows = JsonSerializer.Serialize(links.Select(link => new { id = link.Entry, seq = link.Seq, hash = Convert.ToHexString(link.Hash) }));
        return Database.ExecuteSqlAsync(
            $"""
            UPDATE entry SET "Seq" = link.seq, "Hash" = CONVERT(varbinary(32), link.hash, 2)
            FROM "LogEntry" AS entry
            JOIN OPENJSON({rows}) WITH (id uniqueidentifier '$.id', seq bigint '$.seq', hash varchar(64) '$.hash') AS link ON entry."Id" = link.id
            WHERE entry."Seq" IS NULL
            """,
            cancellationToken);
    }

    protected override bool IsUniqueViolation(Exception exception) =>
        exception is SqlException { Number: UniqueConstraint or UniqueIndex };
}
