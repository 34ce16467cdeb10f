using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncidentReporting.Infrastructure.Persistence;

public sealed class NpgsqlAppDb(DbContextOptions<NpgsqlAppDb> options, SealHouse? seals = null) : AppDb(options, seals)
{
    protected override string SwedishCollation => "sv-SE-x-icu";

    internal override Task InsertIfMissingAsync(FormattableString insert, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(insert.Then(" ON CONFLICT DO NOTHING"), cancellationToken);

    internal override async Task<long> BulkInsertAsync(BulkRows rows, CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var columns = string.Join(", ", rows.Columns.Select(column => $"\"{column}\""));
            await using var copy = await ((NpgsqlConnection)Database.GetDbConnection())
                .BeginBinaryImportAsync($"COPY \"{rows.Table}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var row in rows.Rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var value in row)
                {
                    await (value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, cancellationToken));
                }
            }

            return (long)await copy.CompleteAsync(cancellationToken);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    internal override Task<int> LinkAsync(IReadOnlyList<LogLink> links, CancellationToken cancellationToken)
    {
        Guid[] entries = [.. links.Select(link => link.Entry)];
        long[] seqs = [.. links.Select(link => link.Seq)];
        byte[][] hashes = [.. links.Select(link => link.Hash)];
        return Database.ExecuteSqlAsync(
            $"""
            UPDATE "LogEntry" AS entry SET "Seq" = link.seq, "Hash" = link.hash
            FROM unnest({entries}, {seqs}, {hashes}) AS link (id, seq, hash) WHERE entry."Id" = link.id AND entry."Seq" IS NULL
            """,
            cancellationToken);
    }

    protected override bool IsUniqueViolation(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
