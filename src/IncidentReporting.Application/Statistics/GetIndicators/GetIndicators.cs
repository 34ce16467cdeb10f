using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Domain.Statistics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Application.Statistics.GetIndicators;

/// <summary>Every indicator of a node and period, beside what it is compared with.</summary>
/// <param name="Period">A frozen year, quarter or month; default the latest frozen year.</param>
/// <param name="Node">Default the caller's employer; for a union the country.</param>
public sealed record GetIndicatorsQuery(string? Period, string? Node) : IQuery<IndicatorsResult>;

internal sealed partial class GetIndicatorsHandler(
    ProtectedFigures figures, IndicatorSources sources, StatisticsNodes nodes, ITableAllowance allowance, ICurrentUser user, BenchmarkSettings benchmarks,
    ILogger<GetIndicatorsHandler> logger)
    : IRequestHandler<GetIndicatorsQuery, IndicatorsResult>
{
    public async Task<IndicatorsResult> Handle(GetIndicatorsQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadStatistics.Require(user);
        allowance.Take(user.Id);
        var node = await nodes.ResolveAsync(request.Node, cancellationToken);
        var period = StatisticsQuestion.Period(request.Period, await figures.FrozenAsync(cancellationToken), StatFactKind.Incidents);
        Asked(logger, user.Id.Value, node.ToString(), period.ToString());

        var (now, before) = await sources.ReadAsync(node, period, cancellationToken);
        var writer = new IndicatorWriter(now, before, benchmarks, user.Language);
        var round = now.Pulse?.Round;
        return new IndicatorsResult(
            (await nodes.AllAsync(cancellationToken)).First(known => known.Node == node).Shown,
            period.ToString(),
            before?.Period.ToString(),
            ReleaseResult.Of(now.Sheets[StatFactKind.Incidents].Release),
            round is null ? null : new SurveyRoundResult(round.Id.Value.ToString("D"), round.Name, round.ClosesOn, round.Invited, TotalResult.Of(now.Pulse!.Tables[0].Total)),
            now.StaffMissing is null ? Math.Round((double)now.Staff.All!.Headcount, 1) : null,
            writer.Counts(),
            writer.Write(),
            StatisticsTexts.Note,
            IndicatorTexts.Method(PerturbationTables.Pt1.Id));
    }

    [LoggerMessage(EventId = 2210, Level = LogLevel.Information, Message = "User {UserId} asked for the indicators of {Node} in {Period}.")]
    private static partial void Asked(ILogger logger, Guid userId, string node, string period);
}
