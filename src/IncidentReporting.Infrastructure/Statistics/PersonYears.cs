using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Persistence.Bulk;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Who was exposed in a year, how often, and in which unit and group first; made from the facts just before they are frozen.</summary>
internal sealed class PersonYears(AppDb db, ICellProtections protections)
{
    /// <summary>Whoever was counted before keeps her key; who is no longer exposed leaves with it.</summary>
    public async Task RefreshAsync(int year, CancellationToken cancellationToken)
    {
        var exposed = await CountAsync(year, cancellationToken);
        var keys = new Dictionary<Guid, long>();
        await db.ReadEachAsync(
            "SELECT \"PersonRef\", \"StatKey\" FROM \"PersonYear\" WHERE \"Year\" = @year",
            row => keys[row.PackedId(0)] = row.GetInt64(1),
            cancellationToken,
            ("@year", year));
        await db.DoAsync("DELETE FROM \"PersonYear\" WHERE \"Year\" = @year", cancellationToken, ("@year", year));
        await db.BulkInsertAsync(
            new BulkRows(
                "PersonYear",
                ["Year", "PersonRef", "UnitId", "OccupationalGroup", "IncidentCount", "StatKey"],
                exposed.Select(pair => (Ref: pair.Key, Of: pair.Value)).OrderBy(person => person.Ref)
                    .Select(person => new object?[]
                    {
                        year,
                        person.Ref.Packed(),
                        person.Of.Unit.Packed(),
                        person.Of.Group,
                        person.Of.Count,
                        keys.TryGetValue(person.Ref, out var key) ? key : (long)StatKeys.New(),
                    })),
            cancellationToken);
    }

    private async Task<Dictionary<Guid, Exposed>> CountAsync(int year, CancellationToken cancellationToken)
    {
        var exposed = new Dictionary<Guid, Exposed>();
        var refs = new Dictionary<Guid, Guid>();
        Guid RefOf(Guid person) => refs.TryGetValue(person, out var known) ? known : refs[person] = protections.PersonRef(person, year);

        await db.ReadEachAsync(
            """
            SELECT "PersonId", "UnitId", "Combo", "Month", "SourceId", "PersonRef" FROM "StatFact"
            WHERE "Fact" = @fact AND "Month" BETWEEN @from AND @to AND ("PersonId" IS NOT NULL OR "PersonRef" IS NOT NULL)
            """,
            row =>
            {
                var person = row.IsDBNull(0) ? row.PackedId(5) : RefOf(row.PackedId(0));
                var seen = new Exposed(row.PackedId(1), Codebook.Exposures.CodeOf(row.GetInt32(2), Codebook.Group), row.GetInt32(3), row.PackedId(4), Count: 1);
                exposed[person] = exposed.TryGetValue(person, out var before) ? before.With(seen) : seen;
            },
            cancellationToken,
            ("@fact", (int)StatFactKind.Exposures),
            ("@from", StatPeriod.OfMonth(year, 1).Code),
            ("@to", StatPeriod.OfMonth(year, 12).Code));
        return exposed;
    }

    private readonly record struct Exposed(Guid Unit, int Group, int Month, Guid Source, int Count)
    {
        /// <summary>One more; the earliest, by month and then by id, says unit and group.</summary>
        public Exposed With(Exposed other) =>
            (other.Month, other.Source).CompareTo((Month, Source)) < 0 ? other with { Count = Count + 1 } : this with { Count = Count + 1 };
    }
}
