using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Pulse;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Indicators;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Indicators;

/// <summary>Reads what the indicators of a node are made of, each measure once.</summary>
internal sealed class IndicatorSources(ProtectedFigures figures, PulseFigures pulse, StatisticsNodes nodes, IHeadcounts headcounts, IIncidentReportingDb db)
{
    private static readonly List<IReadOnlyList<StatLevel>> PulseTables =
    [
        .. IndicatorList.All.SelectMany(indicator => indicator.Figures).Select(figure => figure.Pulse?.Part).OfType<string>()
            .Select(part => string.Join('+', PulseTable.Levels(part))).Distinct(StringComparer.Ordinal)
            .Select(names => (IReadOnlyList<StatLevel>)[.. names.Split('+').Select(PulseLevels.Named)]),
    ];

    private static readonly List<string> Sectors = [.. IndicatorList.All.SelectMany(indicator => indicator.Figures).Select(figure => figure.Sector).OfType<string>().Distinct()];

    /// <summary>Of a frozen period; and, where it is frozen too, of the same period the year before.</summary>
    public async Task<(IndicatorData Now, IndicatorData? Before)> ReadAsync(StatNode node, StatPeriod period, CancellationToken ct)
    {
        var frozen = await figures.FrozenAsync(ct);
        var before = YearBefore(period);
        List<StatPeriod> wanted = frozen.Find(before) is null ? [period] : [period, before];
        var sheets = new Dictionary<(StatFactKind, StatPeriod), ProtectedSheet>();
        foreach (var fact in Enum.GetValues<StatFactKind>())
        {
            foreach (var sheet in (await figures.SheetsAsync(fact, node, [.. wanted.Where(one => frozen.Find(one, fact) is not null)], ct)).Values)
            {
                sheets[(fact, sheet.Period)] = sheet;
            }
        }

        var employers = await EmployersAsync(node, ct);
        var sectors = await SectorsAsync(wanted, ct);
        var read = new List<IndicatorData>();
        foreach (var one in wanted)
        {
            read.Add(new IndicatorData(
                node,
                one,
                Enum.GetValues<StatFactKind>().Select(fact => sheets.GetValueOrDefault((fact, one))).OfType<ProtectedSheet>().ToDictionary(sheet => sheet.Fact),
                sectors.ToDictionary(sector => sector.Key, sector => sector.Value[one], StringComparer.Ordinal),
                await StaffAsync(node, employers, one, ct),
                employers?.Count ?? 1,
                one == period ? await PulseAsync(node, one, ct) : null));
        }

        return (read[0], read.Count > 1 ? read[1] : null);
    }

    public static StatPeriod YearBefore(StatPeriod period) => period.Kind switch
    {
        PeriodKind.Year => StatPeriod.OfYear(period.Year - 1),
        PeriodKind.Quarter => StatPeriod.OfQuarter(period.Year - 1, period.Number),
        _ => StatPeriod.OfMonth(period.Year - 1, period.Number),
    };

    private async Task<Dictionary<string, IReadOnlyDictionary<StatPeriod, ProtectedTable>>> SectorsAsync(IReadOnlyList<StatPeriod> periods, CancellationToken ct)
    {
        var known = (await nodes.AllAsync(ct)).Select(one => one.Node).ToHashSet();
        var police = Codebook.Incidents.FindLevel("police2")!;
        var read = new Dictionary<string, IReadOnlyDictionary<StatPeriod, ProtectedTable>>(StringComparer.Ordinal);
        foreach (var sector in Sectors.Where(sector => known.Contains(StatNode.OfSector(sector))))
        {
            read[sector] = (await figures.TablesAsync(StatFactKind.Incidents, StatNode.OfSector(sector), periods, [police], ct)).ToDictionary(table => table.Period);
        }

        return read;
    }

    private Task<StaffByClass> StaffAsync(StatNode node, IReadOnlyCollection<EmployerId>? employers, StatPeriod period, CancellationToken ct) =>
        headcounts.ByClassAsync(
            node.Kind == NodeKind.Unit ? new UnitId(node.Id) : null, node.Kind == NodeKind.National ? null : employers, period.FirstDay, period.LastDay, ct);

    // Null for a unit.
    private async Task<IReadOnlyCollection<EmployerId>?> EmployersAsync(StatNode node, CancellationToken ct)
    {
        if (node.Kind is NodeKind.Unit or NodeKind.Employer)
        {
            return node.Kind == NodeKind.Unit ? null : [new EmployerId(node.Id)];
        }

        var all = db.Set<Employer>().Where(employer => employer.Kind == OrganisationKind.Employer);
        all = node.Sector is { } sector ? all.Where(employer => employer.Sector == sector) : all;
        all = node.County is { } county ? all.Where(employer => employer.County == county) : all;
        return await all.Select(employer => employer.Id).ToListAsync(ct);
    }

    private async Task<PulseData> PulseAsync(StatNode node, StatPeriod period, CancellationToken ct)
    {
        if (node.Kind is not (NodeKind.Unit or NodeKind.Employer))
        {
            return new PulseData(Round: null, [], IndicatorTexts.SurveyNode);
        }

        var employer = node.Kind == NodeKind.Employer
            ? new EmployerId(node.Id)
            : await db.Set<Domain.Organisation.Unit>().Where(unit => unit.Id == new UnitId(node.Id)).Select(unit => unit.EmployerId).SingleAsync(ct);
        return await pulse.OfYearAsync(employer, period.Year, ct) is { } round
            ? new PulseData(round, await pulse.TablesAsync(round, node, PulseTables, ct), Why: null)
            : new PulseData(Round: null, [], IndicatorTexts.NoRound(period.Year));
    }
}

/// <summary>What the indicators of a node and period are made of: published numbers and headcounts.</summary>
/// <param name="Sheets">By measure; missing where the period is not frozen for it.</param>
/// <param name="Sectors">By sector; only those that have employers.</param>
/// <param name="Employers">How many the node has.</param>
/// <param name="Pulse">Null for the period before.</param>
internal sealed record IndicatorData(
    StatNode Node, StatPeriod Period, IReadOnlyDictionary<StatFactKind, ProtectedSheet> Sheets, IReadOnlyDictionary<string, ProtectedTable> Sectors,
    StaffByClass Staff, int Employers, PulseData? Pulse)
{
    // Where many employers have told none, what happened would be set against too few.
    private const double LeastTold = 0.9;

    public Why? StaffMissing =>
        Staff.All is null ? IndicatorTexts.NoHeadcount
        : Staff.Employers < Employers * LeastTold ? IndicatorTexts.PartHeadcount(Staff.Employers, Employers)
        : null;

    public double Years => Period.Months.Count / 12d;
}

internal sealed record PulseData(ClosedRound? Round, IReadOnlyList<ProtectedPulse> Tables, Why? Why);

/// <summary>Reads the names of a share of the survey.</summary>
internal static class PulseTable
{
    public static IEnumerable<string> Levels(string written) => written.Split('+').Select(name => name.Split('.')[0]);

    public static (ProtectedPulse Table, ShownCell Cell) Find(IReadOnlyList<ProtectedPulse> tables, string written)
    {
        var names = written.Split('+').Select(name => name.Split('.')).ToList();
        var table = tables.First(known => known.By.Select(level => level.Name).SequenceEqual(names.Select(name => name[0])));
        return (table, table.Cells.First(cell => cell.Categories.SequenceEqual(names.Select(name => name[1]))).Shown);
    }
}
