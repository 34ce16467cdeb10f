using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Compares counts and key sums: the incidents of each employer and year with their facts, the frozen facts with what their release says and with the totals.</summary>
internal sealed class Reconciler(AppDb db, TimeProvider time)
{
    private const int MostTold = 20;

    public async Task<Reconciliation> CompareAsync(CancellationToken cancellationToken)
    {
        var mismatches = new List<string>();
        var compared = Compare("facts", await IncidentsAsync(cancellationToken), await FactsAsync(cancellationToken), mismatches);
        compared += Compare("release", await ReleasesAsync(cancellationToken), await FrozenAsync(cancellationToken), mismatches);
        compared += Compare("totals", await FrozenAsync(cancellationToken), await TotalsAsync(cancellationToken), mismatches);

        var now = time.Now();
        var told = mismatches.Take(MostTold).ToList();
        db.Add(new StatReconciliation { Id = Guid.CreateVersion7(now), At = now, Compared = compared, Mismatches = mismatches.Count, Where = string.Join('\n', told) });
        await db.SaveChangesAsync(cancellationToken);
        return new Reconciliation(now, compared, told);
    }

    private static int Compare(string what, Dictionary<string, CellSum> expected, Dictionary<string, CellSum> found, List<string> mismatches)
    {
        var all = expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal).ToList();
        mismatches.AddRange(all.Where(at => expected.GetValueOrDefault(at) != found.GetValueOrDefault(at)).Select(at => $"{what} {at}"));
        return all.Count;
    }

    // By what the case says of itself, not by where its facts were put.
    private async Task<Dictionary<string, CellSum>> IncidentsAsync(CancellationToken cancellationToken)
    {
        var (states, values) = SqlCalls.List("s", Enum.GetValues<IncidentState>().Where(IncidentFacts.IsCounted).Select(state => (object)SnakeCase.Of(state)));
        return await SumsAsync(
            $"""
            SELECT u."EmployerId", i."StatMonth" / 100, COUNT(*), CAST(SUM(i."StatKey") % 4294967296 AS BIGINT)
            FROM "Incidents" i JOIN "Unit" u ON u."Id" = i."UnitId" WHERE i."State" IN ({states}) GROUP BY u."EmployerId", i."StatMonth" / 100
            """,
            cancellationToken,
            values);
    }

    private async Task<Dictionary<string, CellSum>> FactsAsync(CancellationToken cancellationToken)
    {
        var units = await db.Set<Domain.Organisation.Unit>().AsNoTracking().Select(unit => new { unit.Id, unit.EmployerId })
            .ToDictionaryAsync(unit => unit.Id.Value, unit => unit.EmployerId.Value.ToString("D"), cancellationToken);
        var sums = new Dictionary<string, CellSum>(StringComparer.Ordinal);
        await db.ReadEachAsync(
            """
            SELECT "UnitId", "Month" / 100, COUNT(*), CAST(SUM("StatKey") % 4294967296 AS BIGINT) FROM "StatFact" WHERE "Fact" = @fact GROUP BY "UnitId", "Month" / 100
            """,
            row => Add(sums, $"{units.GetValueOrDefault(row.PackedId(0), "unknown")} {row.GetInt32(1)}", row.GetInt64(2), row.GetInt64(3)),
            cancellationToken,
            ("@fact", (int)StatFactKind.Incidents));
        return sums;
    }

    private Task<Dictionary<string, CellSum>> ReleasesAsync(CancellationToken cancellationToken) => PlainAsync(
        """
        SELECT r."Year" * 100 + r."Month", r."FactCount", r."FactKeySum" FROM "StatRelease" r
        WHERE r."Stage" = (SELECT MAX(o."Stage") FROM "StatRelease" o WHERE o."Year" = r."Year" AND o."Month" = r."Month")
        """,
        cancellationToken);

    private Task<Dictionary<string, CellSum>> FrozenAsync(CancellationToken cancellationToken) => PlainAsync(
        """SELECT "Month", COUNT(*), CAST(SUM("StatKey") % 4294967296 AS BIGINT) FROM "ReleaseFact" GROUP BY "Stage", "Fact", "Month" """,
        cancellationToken);

    // Months, and the year for the persons alone.
    private Task<Dictionary<string, CellSum>> TotalsAsync(CancellationToken cancellationToken) => PlainAsync(
        """
        SELECT "Period", "N", "KeySum" FROM "StatTotal"
        WHERE "NodeId" = @national AND ("Period" % 100 BETWEEN 1 AND 12 OR ("Fact" = @persons AND "Period" % 100 = 0))
        """,
        cancellationToken,
        ("@national", StatNode.National.Key.Packed()),
        ("@persons", (int)StatFactKind.Persons));

    private async Task<Dictionary<string, CellSum>> SumsAsync(string sql, CancellationToken cancellationToken, params (string, object)[] values)
    {
        var sums = new Dictionary<string, CellSum>(StringComparer.Ordinal);
        await db.ReadEachAsync(
            sql,
            row => Add(sums, $"{row.GetGuid(0):D} {(row.IsDBNull(1) ? 0 : row.GetInt32(1))}", row.GetInt64(2), row.IsDBNull(3) ? 0 : row.GetInt64(3)),
            cancellationToken,
            values);
        return sums;
    }

    private async Task<Dictionary<string, CellSum>> PlainAsync(string sql, CancellationToken cancellationToken, params (string, object)[] values)
    {
        var sums = new Dictionary<string, CellSum>(StringComparer.Ordinal);
        await db.ReadEachAsync(
            sql,
            row =>
            {
                // What is empty is the same as what is not there.
                if (row.GetInt64(1) > 0)
                {
                    Add(sums, StatPeriod.FromCode(row.GetInt32(0)).ToString(), row.GetInt64(1), row.GetInt64(2));
                }
            },
            cancellationToken,
            values);
        return sums;
    }

    private static void Add(Dictionary<string, CellSum> sums, string at, long count, long keys) => sums[at] = sums.GetValueOrDefault(at) + new CellSum(count, (uint)keys);
}
