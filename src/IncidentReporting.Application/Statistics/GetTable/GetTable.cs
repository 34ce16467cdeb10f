using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Pulse;
using IncidentReporting.Domain.Statistics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Application.Statistics.GetTable;

/// <summary>A table of frozen, protected counts.</summary>
/// <param name="Measure">incidents (default), exposures, persons or pulse.</param>
/// <param name="Node">Default the caller's employer; for a union the country.</param>
/// <param name="Period">Default the latest frozen year; for pulse the round's id, or a year for its latest round.</param>
/// <param name="By">At most three attributes, with commas between.</param>
/// <param name="Children">units: also each unit of the own employer.</param>
public sealed record GetTableQuery(string? Measure, string? Node, string? Period, string? By, string? Children) : IQuery<TableResult>;

/// <param name="Closed">Why the cells are closed; null when they are open.</param>
/// <param name="Children">Null unless asked for.</param>
/// <param name="Note">The standing note that belongs under every table.</param>
public sealed record TableResult(
    string Measure, NodeResult Node, string Period, IReadOnlyList<string> By, IReadOnlyList<CellResult> Cells, TotalResult Total, ClosedResult? Closed,
    ReleaseResult Release, IReadOnlyList<ChildTableResult>? Children, string Note);

/// <summary>The same table for a unit, behind its own gates.</summary>
public sealed record ChildTableResult(NodeResult Node, TotalResult Total, ClosedResult? Closed, IReadOnlyList<CellResult> Cells);

internal sealed partial class GetTableHandler(
    ProtectedFigures figures, PulseAsking pulse, StatisticsNodes nodes, IOrgCharts charts, ITableAllowance allowance, ICurrentUser user, ILogger<GetTableHandler> logger)
    : IRequestHandler<GetTableQuery, TableResult>
{
    public async Task<TableResult> Handle(GetTableQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadStatistics.Require(user);
        allowance.Take(user.Id);
        if (request.Measure?.Trim() == StatisticsQuestion.Pulse)
        {
            var answer = await pulse.AskAsync(request, cancellationToken);
            Asked(logger, user.Id.Value, answer.Measure, answer.Node.Id, answer.Period, string.Join(',', answer.By));
            return answer;
        }

        var fact = StatisticsQuestion.Measure(request.Measure);
        var by = StatisticsQuestion.By(fact, request.By);
        var node = await nodes.ResolveAsync(request.Node, cancellationToken);
        var period = StatisticsQuestion.Period(request.Period, await figures.FrozenAsync(cancellationToken), fact);
        var children = await ChildrenAsync(request.Children, node, cancellationToken);
        Asked(logger, user.Id.Value, StatisticsQuestion.NameOf(fact), node.ToString(), period.ToString(), string.Join(',', by.Select(level => level.Name)));

        var table = await figures.TableAsync(fact, node, period, by, cancellationToken);
        return new TableResult(
            StatisticsQuestion.NameOf(fact),
            await NodeAsync(node, cancellationToken),
            period.ToString(),
            [.. by.Select(level => level.Name)],
            [.. table.Cells.Select(cell => CellResult.Of(cell, by))],
            TotalResult.Of(table.Total),
            ClosedResult.Of(table.Closed),
            ReleaseResult.Of(table.Release),
            children is null ? null : await TablesOfAsync(fact, children, period, by, cancellationToken),
            StatisticsTexts.Note);
    }

    private async Task<IReadOnlyList<Domain.Organisation.Unit>?> ChildrenAsync(string? children, StatNode node, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(children))
        {
            return null;
        }

        if (children.Trim() != "units")
        {
            throw new InvalidInputException("children", StatisticsTexts.ChildrenForm);
        }

        return node == StatNode.Of(user.EmployerId)
            ? [.. StatisticsNodes.UnitsOf(await charts.OfAsync(user.EmployerId, ct)).OrderBy(unit => unit.Name, SwedishNames.Order)]
            : throw new InvalidInputException("children", StatisticsTexts.ChildrenOfEmployer);
    }

    // Totals of all units are one read; divided tables are one each.
    private async Task<IReadOnlyList<ChildTableResult>> TablesOfAsync(
        StatFactKind fact, IReadOnlyList<Domain.Organisation.Unit> units, StatPeriod period, IReadOnlyList<StatLevel> by, CancellationToken ct)
    {
        if (by.Count == 0)
        {
            var totals = await figures.TotalsOfUnitsAsync(fact, user.EmployerId, [.. units.Select(unit => unit.Id)], period, ct);
            return
            [
                .. units.Select(unit => new ChildTableResult(Shown(unit), TotalResult.Of(totals[unit.Id.Value]), Closed: null, [CellResult.Of(totals[unit.Id.Value])])),
            ];
        }

        var tables = new List<ChildTableResult>();
        foreach (var unit in units)
        {
            var table = await figures.TableAsync(fact, StatNode.Of(unit.Id), period, by, ct);
            tables.Add(new ChildTableResult(
                Shown(unit), TotalResult.Of(table.Total), ClosedResult.Of(table.Closed), [.. table.Cells.Select(cell => CellResult.Of(cell, by))]));
        }

        return tables;
    }

    private async Task<NodeResult> NodeAsync(StatNode node, CancellationToken ct) => (await nodes.AllAsync(ct)).First(known => known.Node == node).Shown;

    private static NodeResult Shown(Domain.Organisation.Unit unit) => new(unit.Id.Value.ToString("D"), unit.Name, "unit");

    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "User {UserId} asked for {Measure} of {Node} in {Period} by {By}.")]
    private static partial void Asked(ILogger logger, Guid userId, string measure, string node, string period, string by);
}
