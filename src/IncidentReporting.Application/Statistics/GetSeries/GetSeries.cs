using System.Text.Json.Serialization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Domain.Statistics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Application.Statistics.GetSeries;

/// <summary>The same cells along time; what is not frozen, or not to be shown, is a gap.</summary>
/// <param name="From">A period; default the first that is frozen.</param>
/// <param name="To">A period; default the last that is frozen.</param>
/// <param name="Period">month (default), quarter or year.</param>
/// <param name="By">At most one attribute.</param>
public sealed record GetSeriesQuery(string? Measure, string? Node, string? From, string? To, string? Period, string? By) : IQuery<SeriesResult>;

/// <param name="Kind">month, quarter or year.</param>
/// <param name="Change">Between the first and last totals that can be compared; null where there are none.</param>
public sealed record SeriesResult(
    string Measure, NodeResult Node, PeriodKind Kind, IReadOnlyList<string> By, [property: JsonPropertyName("items")] IReadOnlyList<PointResult> Points, SeriesChangeResult? Change,
    string Note);

/// <param name="Release">Null where the period is not frozen.</param>
public sealed record PointResult(string Period, TotalResult Total, ClosedResult? Closed, IReadOnlyList<CellResult> Cells, ReleaseResult? Release)
{
    /// <summary>Of the total.</summary>
    public long? Value => Total.Value;

    /// <summary>Of the total.</summary>
    public CellState State => Total.State;
}

internal sealed partial class GetSeriesHandler(
    ProtectedFigures figures, StatisticsNodes nodes, SpanChange change, ITableAllowance allowance, ICurrentUser user, ILogger<GetSeriesHandler> logger)
    : IRequestHandler<GetSeriesQuery, SeriesResult>
{
    public async Task<SeriesResult> Handle(GetSeriesQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadStatistics.Require(user);
        allowance.Take(user.Id);
        var fact = StatisticsQuestion.Measure(request.Measure);
        var by = StatisticsQuestion.By(fact, request.By);
        if (by.Count > 1)
        {
            throw new InvalidInputException("by", StatisticsTexts.TooManyAttributes(1));
        }

        var node = await nodes.ResolveAsync(request.Node, cancellationToken);
        var frozen = await figures.FrozenAsync(cancellationToken);
        var span = StatisticsQuestion.Span(request.From, request.To, request.Period, frozen, fact);
        Asked(logger, user.Id.Value, StatisticsQuestion.NameOf(fact), node.ToString(), span[0].ToString(), span[^1].ToString());

        var whole = span.Where(period => frozen.Find(period, fact) is not null).ToList();
        Dictionary<StatPeriod, ProtectedTable> tables = whole.Count == 0 ? [] : (await figures.TablesAsync(fact, node, whole, by, cancellationToken)).ToDictionary(table => table.Period);
        return new SeriesResult(
            StatisticsQuestion.NameOf(fact),
            (await nodes.AllAsync(cancellationToken)).First(known => known.Node == node).Shown,
            span[0].Kind,
            [.. by.Select(level => level.Name)],
            [.. span.Select(period => Point(period, tables.GetValueOrDefault(period), by))],
            await change.OfAsync(node, [.. whole.Select(period => (period, tables[period].Total))], cancellationToken),
            StatisticsTexts.Note);
    }

    private static PointResult Point(StatPeriod period, ProtectedTable? table, IReadOnlyList<StatLevel> by) => table is null
        ? new(period.ToString(), TotalResult.Of(ShownCell.Closed), Closed: null, [], Release: null)
        : new(period.ToString(), TotalResult.Of(table.Total), ClosedResult.Of(table.Closed), [.. table.Cells.Select(cell => CellResult.Of(cell, by))], ReleaseResult.Of(table.Release));

    [LoggerMessage(EventId = 2202, Level = LogLevel.Information, Message = "User {UserId} asked for the series of {Measure} of {Node} from {From} to {To}.")]
    private static partial void Asked(ILogger logger, Guid userId, string measure, string node, string from, string to);
}
