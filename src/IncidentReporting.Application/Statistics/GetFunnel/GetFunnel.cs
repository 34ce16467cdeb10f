using System.Text.Json.Serialization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Warning;
using MediatR;

namespace IncidentReporting.Application.Statistics.GetFunnel;

/// <summary>The own employer's units against what their headcount lets expect, from published numbers only. No ranking.</summary>
/// <param name="Period">A frozen year; default the latest.</param>
public sealed record GetFunnelQuery(string? Period) : IQuery<FunnelResult>;

/// <param name="Rate">The employer's incidents per 100 staff and year; null where it cannot be told.</param>
/// <param name="Limits">Where a count is more than chance: from the least to the most expected.</param>
/// <param name="Why">Why there is no funnel; null when there is one.</param>
/// <param name="Overdispersion">How much more the units differ than chance explains; 1 where they do not.</param>
public sealed record FunnelResult(
    NodeResult Node, string Period, double? Rate, [property: JsonPropertyName("items")] IReadOnlyList<FunnelUnitResult> Units, IReadOnlyList<FunnelLimitResult> Limits, double Overdispersion, string? Why,
    ReleaseResult Release, string Note);

/// <param name="Headcount">Mean of the year; null where none is entered.</param>
/// <param name="Expected">Incidents to expect by the headcount and the employer's rate; null without either.</param>
/// <param name="Level">none, watch or alert; null where there is no number to judge.</param>
public sealed record FunnelUnitResult(NodeResult Unit, TotalResult Total, double? Headcount, double? Expected, WarningLevel? Level);

public sealed record FunnelLimitResult(double Expected, long Watch, long Alert);

internal sealed class GetFunnelHandler(
    ProtectedFigures figures, StatisticsNodes nodes, IHeadcounts headcounts, IOrgCharts charts, ITableAllowance allowance, ICurrentUser user)
    : IRequestHandler<GetFunnelQuery, FunnelResult>
{
    private const int LimitPoints = 24;

    public async Task<FunnelResult> Handle(GetFunnelQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadStatistics.Require(user);
        allowance.Take(user.Id);
        var node = await nodes.DefaultAsync(cancellationToken);
        if (node.Kind != NodeKind.Employer)
        {
            throw new InvalidInputException("node", StatisticsTexts.ChildrenOfEmployer);
        }

        var period = StatisticsQuestion.Period(request.Period, await figures.FrozenAsync(cancellationToken), StatFactKind.Incidents);
        if (period.Kind != PeriodKind.Year)
        {
            throw new InvalidInputException("period", StatisticsTexts.FunnelByYear);
        }

        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        List<Domain.Organisation.Unit> units = [.. StatisticsNodes.UnitsOf(chart).OrderBy(unit => unit.Name, SwedishNames.Order)];
        var table = await figures.TableAsync(StatFactKind.Incidents, node, period, [], cancellationToken);
        var totals = await figures.TotalsOfUnitsAsync(StatFactKind.Incidents, user.EmployerId, [.. units.Select(unit => unit.Id)], period, cancellationToken);
        var staff = await headcounts.MeanByUnitAsync(user.EmployerId, period.FirstDay, period.LastDay, cancellationToken);
        var all = await headcounts.MeanOfEmployersAsync([user.EmployerId], period.FirstDay, period.LastDay, groups: null, cancellationToken);
        double? rate = table.Total.Value is { } total && all is { Headcount: > 0 } ? total / (double)all.Headcount : null;

        List<Seen> seen = [.. units.Select(unit => new Seen(unit, totals[unit.Id.Value], staff.GetValueOrDefault(unit.Id), rate))];
        List<Seen> judged = [.. seen.Where(unit => unit is { Shown.Value: not null, Expected: > 0 })];
        var funnel = FunnelChart.Of(Funnel.Published, [.. judged.Select(unit => new FunnelUnit(unit.Shown.Value!.Value, unit.Expected!.Value))]);
        var levels = judged.Select((unit, index) => (unit.Unit.Id, funnel.Points[index].Level)).ToDictionary(pair => pair.Id, pair => pair.Level);
        return new FunnelResult(
            (await nodes.AllAsync(cancellationToken)).First(known => known.Node == node).Shown,
            period.ToString(),
            rate is { } one ? Math.Round(one * 100, 1) : null,
            [.. seen.Select(unit => unit.Result(levels.TryGetValue(unit.Unit.Id, out var level) ? level : null))],
            Limits(judged),
            Math.Round(funnel.Overdispersed ? funnel.Phi : 1, 2),
            rate is null ? StatisticsTexts.FunnelWithoutRate : judged.Count == 0 ? StatisticsTexts.FunnelWithoutUnits : null,
            ReleaseResult.Of(table.Release),
            StatisticsTexts.Note);
    }

    private static List<FunnelLimitResult> Limits(List<Seen> judged)
    {
        if (judged.Count == 0)
        {
            return [];
        }

        var (least, most) = (judged.Min(unit => unit.Expected!.Value) * 0.8, judged.Max(unit => unit.Expected!.Value) * 1.15);
        return
        [
            .. Enumerable.Range(0, LimitPoints + 1).Select(step => least + ((most - least) * step / LimitPoints))
                .Select(expected => (Expected: expected, Limits: Funnel.Published.Limits(expected)))
                .Select(at => new FunnelLimitResult(Math.Round(at.Expected, 2), at.Limits.Watch, at.Limits.Alert)),
        ];
    }

    private sealed record Seen(Domain.Organisation.Unit Unit, ShownCell Shown, MeanStaff? Staff, double? Rate)
    {
        public double? Expected => Staff is not null && Rate is { } rate ? (double)Staff.Headcount * rate : null;

        public FunnelUnitResult Result(WarningLevel? level) => new(
            new NodeResult(Unit.Id.Value.ToString("D"), Unit.Name, "unit"),
            TotalResult.Of(Shown),
            Staff is null ? null : Math.Round((double)Staff.Headcount, 1),
            Expected is { } expected ? Math.Round(expected, 1) : null,
            level);
    }
}
