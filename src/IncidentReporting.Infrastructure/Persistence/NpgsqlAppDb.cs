using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncidentReporting.Infrastructure.Persistence;

public sealed class NpgsqlAppDb(DbContextOptions<NpgsqlAppDb> options) : AppDb(options)
{
    protected override string SwedishCollation => "sv-SE-x-icu";

    internal override Task InsertIfMissingAsync(FormattableString insert, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(insert.Then(" ON CONFLICT DO NOTHING"), cancellationToken);

    protected override bool IsUniqueViolation(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
