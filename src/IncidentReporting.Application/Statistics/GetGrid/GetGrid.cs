using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Pulse;
using IncidentReporting.Domain.Statistics;
using MediatR;

namespace IncidentReporting.Application.Statistics.GetGrid;

/// <summary>All that may be asked: nodes, periods, attributes and gates.</summary>
public sealed record GetGridQuery : IQuery<GridResult>;

/// <param name="Node">The default node.</param>
public sealed record GridResult(
    string Node, IReadOnlyList<NodeResult> Nodes, IReadOnlyList<FrozenResult> Periods, IReadOnlyList<MeasureResult> Measures, IReadOnlyList<RoundResult> Rounds,
    GateResult Gates, string Note);

/// <summary>A survey of the own employer that is over; its id is the period of the measure pulse.</summary>
public sealed record RoundResult(string Id, string Name, DateOnly OpensOn, DateOnly ClosesOn);

/// <summary>A period that is frozen.</summary>
public sealed record FrozenResult(string Period, ReleaseStage Stage, DateTimeOffset BuiltAt, string Table);

public sealed record MeasureResult(string Measure, IReadOnlyList<AttributeResult> Attributes);

/// <param name="Attribute">The attribute that a coarser level belongs to; they cannot be combined.</param>
/// <param name="Multiple">True where several answers may apply, so that the cells overlap.</param>
/// <param name="Threshold">The smallest number that is shown.</param>
public sealed record AttributeResult(string Name, string Attribute, bool Multiple, int Threshold, IReadOnlyList<string> Categories);

/// <summary>The numbers of the gates, as the method sets them.</summary>
public sealed record GateResult(int MostAttributes, int LeastTotal, int LeastHeadcount, int LeastYearForQuarters, int LeastYearForMonths, int LeastPersons);

internal sealed class GetGridHandler(ProtectedFigures figures, PulseFigures pulse, StatisticsNodes nodes, ICurrentUser user) : IRequestHandler<GetGridQuery, GridResult>
{
    public async Task<GridResult> Handle(GetGridQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadStatistics.Require(user);
        var frozen = await figures.FrozenAsync(cancellationToken);
        return new GridResult(
            (await nodes.DefaultAsync(cancellationToken)).ToString(),
            [.. (await nodes.AllAsync(cancellationToken)).Select(node => node.Shown)],
            [.. Enum.GetValues<PeriodKind>().SelectMany(frozen.All).Select(period => Frozen(period, frozen.Find(period)!))],
            [.. Enum.GetValues<StatFactKind>().Select(MeasureOf), PulseMeasure],
            [.. (await pulse.RoundsAsync(user.EmployerId, cancellationToken)).Select(round => new RoundResult(round.Id.Value.ToString("D"), round.Name, round.OpensOn, round.ClosesOn))],
            new GateResult(Gates.MostAttributes, Gates.LeastTotal, Gates.LeastHeadcount, Gates.LeastYearForQuarters, Gates.LeastYearForMonths, Gates.LeastPersons),
            StatisticsTexts.Note);
    }

    private static FrozenResult Frozen(StatPeriod period, Release release) => new(period.ToString(), release.Stage, release.BuiltAt, release.TableId);

    private static MeasureResult PulseMeasure => new(StatisticsQuestion.Pulse, [.. PulseLevels.All.Select(one => Attribute(one.Level))]);

    private static AttributeResult Attribute(StatLevel level) =>
        new(level.Name, level.Attribute.Name, level.Attribute.IsMultiple, Gates.ThresholdOf([level]), level.Categories);

    private static MeasureResult MeasureOf(StatFactKind fact) => new(StatisticsQuestion.NameOf(fact), [.. Codebook.Of(fact).Levels.Select(Attribute)]);
}
