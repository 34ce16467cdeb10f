using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Freezes facts and builds the sums of frozen periods. Works within the caller's transaction.</summary>
internal sealed class ReleaseBuilder(AppDb db, ICellProtections protections, PersonYears persons, TimeProvider time)
{
    private static readonly int[] MonthFacts = [(int)StatFactKind.Incidents, (int)StatFactKind.Exposures];

    /// <summary>Copies the month's facts, without any way back to their cases, and builds its sums. An earlier stage of the month gives way.</summary>
    public async Task FreezeMonthAsync(StatPeriod month, ReleaseStage stage, CancellationToken cancellationToken)
    {
        await RemoveAsync(month, MonthFacts, cancellationToken);
        foreach (var fact in MonthFacts)
        {
            await db.DoAsync(
                """
                INSERT INTO "ReleaseFact" ("Stage", "Fact", "UnitId", "Month", "Seq", "Combo", "Flags", "StatKey")
                SELECT @stage, "Fact", "UnitId", "Month", ROW_NUMBER() OVER (PARTITION BY "UnitId" ORDER BY "StatKey"), "Combo", "Flags", "StatKey"
                FROM "StatFact" WHERE "Fact" = @fact AND "Month" = @month
                """,
                cancellationToken,
                ("@stage", (int)stage),
                ("@fact", fact),
                ("@month", month.Code));
        }

        await KeepReleaseAsync(month.Year, month.Number, stage, await BuildAsync(month, stage, cancellationToken), cancellationToken);
    }

    /// <summary>Counts the persons of the year anew and freezes them.</summary>
    public async Task FreezePersonsAsync(int year, ReleaseStage stage, CancellationToken cancellationToken)
    {
        await persons.RefreshAsync(year, cancellationToken);
        var period = StatPeriod.OfYear(year);
        await RemoveAsync(period, [(int)StatFactKind.Persons], cancellationToken);
        await db.DoAsync(
            """
            INSERT INTO "ReleaseFact" ("Stage", "Fact", "UnitId", "Month", "Seq", "Combo", "Flags", "StatKey")
            SELECT @stage, @fact, "UnitId", @month, ROW_NUMBER() OVER (PARTITION BY "UnitId" ORDER BY "StatKey"),
                "OccupationalGroup" + @groups * (CASE WHEN "IncidentCount" >= 3 THEN 2 ELSE "IncidentCount" - 1 END), 0, "StatKey"
            FROM "PersonYear" WHERE "Year" = @year
            """,
            cancellationToken,
            ("@stage", (int)stage),
            ("@fact", (int)StatFactKind.Persons),
            ("@month", period.Code),
            ("@groups", Codebook.Group.Radix),
            ("@year", year));
        await KeepReleaseAsync(year, 0, stage, await BuildAsync(period, stage, cancellationToken), cancellationToken);
        if (stage == ReleaseStage.Final)
        {
            // Nobody of the year is counted again: who was exposed in an erased case needs to be known no more.
            await db.DoAsync(
                "UPDATE \"StatFact\" SET \"PersonRef\" = NULL WHERE \"Fact\" = @fact AND \"Month\" BETWEEN @from AND @to AND \"PersonRef\" IS NOT NULL",
                cancellationToken,
                ("@fact", (int)StatFactKind.Exposures),
                ("@from", StatPeriod.OfMonth(year, 1).Code),
                ("@to", StatPeriod.OfMonth(year, 12).Code));
        }
    }

    /// <summary>The sums of one frozen month, or of the persons of a year, from its frozen facts.</summary>
    public async Task<CellSum> BuildAsync(StatPeriod period, ReleaseStage stage, CancellationToken cancellationToken)
    {
        var places = await Places.OfAsync(db, period.Year, cancellationToken);
        var all = default(CellSum);
        foreach (var fact in period.Kind == PeriodKind.Month ? MonthFacts : [(int)StatFactKind.Persons])
        {
            var sums = new MonthSums((StatFactKind)fact, period, places);
            await db.ReadEachAsync(
                "SELECT \"UnitId\", \"Combo\", \"Flags\", \"StatKey\" FROM \"ReleaseFact\" WHERE \"Stage\" = @stage AND \"Fact\" = @fact AND \"Month\" = @month",
                row => sums.Add(row.PackedId(0), row.GetInt32(1), row.GetInt64(2), (uint)row.GetInt64(3)),
                cancellationToken,
                ("@stage", (int)stage),
                ("@fact", fact),
                ("@month", period.Code));
            all += sums.All;
            foreach (var rows in sums.Rows())
            {
                await db.BulkInsertAsync(rows, cancellationToken);
            }
        }

        return all;
    }

    /// <summary>A quarter or year from its months, which are all frozen in one stage: counts add, and key sums add modulo 2^32.</summary>
    public async Task JoinMonthsAsync(StatPeriod period, CancellationToken cancellationToken)
    {
        await RemoveSumsAsync(period, MonthFacts, cancellationToken);
        (string, object)[] span = [("@period", period.Code), ("@from", period.Months[0].Code), ("@to", period.Months[^1].Code)];
        foreach (var fact in MonthFacts)
        {
            (string, object)[] values = [("@fact", fact), .. span];
            await db.DoAsync(
                """
                INSERT INTO "StatCube" ("Fact", "NodeId", "Period", "Combo", "N", "KeySum")
                SELECT c."Fact", c."NodeId", @period, c."Combo", CAST(SUM(c."N") AS BIGINT), CAST(SUM(c."KeySum") % 4294967296 AS BIGINT)
                FROM "StatTotal" t JOIN "StatCube" c ON c."Fact" = t."Fact" AND c."NodeId" = t."NodeId" AND c."Period" = t."Period"
                WHERE t."Fact" = @fact AND t."Period" BETWEEN @from AND @to GROUP BY c."Fact", c."NodeId", c."Combo"
                """,
                cancellationToken,
                values);
            var (names, indicators) = Indicators(fact);
            await db.DoAsync(
                $"""
                INSERT INTO "StatMargin" ("Fact", "NodeId", "Indicator", "Period", "Class", "N", "KeySum")
                SELECT c."Fact", c."NodeId", c."Indicator", @period, c."Class", CAST(SUM(c."N") AS BIGINT), CAST(SUM(c."KeySum") % 4294967296 AS BIGINT)
                FROM "StatTotal" t JOIN "StatMargin" c ON c."Fact" = t."Fact" AND c."NodeId" = t."NodeId" AND c."Indicator" IN ({names}) AND c."Period" = t."Period"
                WHERE t."Fact" = @fact AND t."Period" BETWEEN @from AND @to GROUP BY c."Fact", c."NodeId", c."Indicator", c."Class"
                """,
                cancellationToken,
                [.. values, .. indicators]);

            // Last: the totals say where the rows above are found.
            await db.DoAsync(
                """
                INSERT INTO "StatTotal" ("Fact", "NodeId", "Period", "N", "KeySum")
                SELECT "Fact", "NodeId", @period, CAST(SUM("N") AS BIGINT), CAST(SUM("KeySum") % 4294967296 AS BIGINT)
                FROM "StatTotal" WHERE "Fact" = @fact AND "Period" BETWEEN @from AND @to GROUP BY "Fact", "NodeId"
                """,
                cancellationToken,
                values);
        }
    }

    /// <summary>Throws away sums that are to be built anew.</summary>
    public async Task RemoveSumsAsync(StatPeriod period, IReadOnlyList<int> facts, CancellationToken cancellationToken)
    {
        foreach (var fact in facts)
        {
            const string OfTheseNodes = "\"NodeId\" IN (SELECT \"NodeId\" FROM \"StatTotal\" WHERE \"Fact\" = @fact AND \"Period\" = @period)";
            (string, object)[] values = [("@fact", fact), ("@period", period.Code)];
            await db.DoAsync($"DELETE FROM \"StatCube\" WHERE \"Fact\" = @fact AND \"Period\" = @period AND {OfTheseNodes}", cancellationToken, values);
            var (names, indicators) = Indicators(fact);
            await db.DoAsync(
                $"DELETE FROM \"StatMargin\" WHERE \"Fact\" = @fact AND \"Period\" = @period AND \"Indicator\" IN ({names}) AND {OfTheseNodes}",
                cancellationToken,
                [.. values, .. indicators]);
            await db.DoAsync("DELETE FROM \"StatTotal\" WHERE \"Fact\" = @fact AND \"Period\" = @period", cancellationToken, values);
        }
    }

    private static (string Names, (string, object)[] Values) Indicators(int fact) => SqlCalls.List(
        "i",
        StatMargins.Of((StatFactKind)fact).Select(margin => margin.Indicator).Concat(Codebook.Of((StatFactKind)fact).Attributes.Select(attribute => attribute.Indicator)));

    private async Task RemoveAsync(StatPeriod period, IReadOnlyList<int> facts, CancellationToken cancellationToken)
    {
        var isFrozen = await db.Set<StatRelease>().AnyAsync(release => release.Year == period.Year && release.Month == period.Number, cancellationToken);
        if (!isFrozen)
        {
            return;
        }

        await RemoveSumsAsync(period, facts, cancellationToken);
        foreach (var fact in facts)
        {
            foreach (var stage in Enum.GetValues<ReleaseStage>())
            {
                await db.DoAsync(
                    "DELETE FROM \"ReleaseFact\" WHERE \"Stage\" = @stage AND \"Fact\" = @fact AND \"Month\" = @month",
                    cancellationToken,
                    ("@stage", (int)stage),
                    ("@fact", fact),
                    ("@month", period.Code));
            }
        }
    }

    private async Task KeepReleaseAsync(int year, int month, ReleaseStage stage, CellSum all, CancellationToken cancellationToken)
    {
        var now = time.Now();
        db.Add(new StatRelease
        {
            ReleaseId = Guid.CreateVersion7(now),
            Stage = (int)stage,
            Year = year,
            Month = month,
            BuiltAt = now,
            TableId = protections.TableId,
            KeyId = protections.KeyId,
            OrgVersion = year,
            CodebookVersion = Codebook.Version,
            FactCount = all.Count,
            FactKeySum = all.Key,
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ClearTracked();
    }
}
