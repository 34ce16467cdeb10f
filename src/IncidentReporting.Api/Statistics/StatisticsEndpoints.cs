using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.GetAlternatives;
using IncidentReporting.Application.Statistics.GetFunnel;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.GetTable;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Statistics;

/// <summary>Frozen, protected counts: the same for everyone who may ask.</summary>
internal sealed class StatisticsEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/statistics").WithTags("Statistics");
        statistics.MapGet("/grid", Grid).Allow(Operations.ReadStatistics).WithSummary("What may be asked: nodes, frozen periods, attributes and gates.");
        statistics.MapGet("/table", Table).Allow(Operations.ReadStatistics).ProducesSheets<TableResult>()
            .WithSummary("A table of frozen, protected counts. A closed table is answered with every cell closed; what is outside the grid is refused with what may be asked. By Accept also as text/csv or a workbook.");
        statistics.MapGet("/alternatives", Alternatives).Allow(Operations.ReadStatistics)
            .WithSummary("What can be asked instead of a closed table: the nearest questions that are open.");
        statistics.MapGet("/series", Series).Allow(Operations.ReadStatistics).ProducesSheets<SeriesResult>()
            .WithSummary("The same cells along time; what is not frozen or not to be shown is a gap. By Accept also as text/csv or a workbook.");
        statistics.MapGet("/funnel", Funnel).Allow(Operations.ReadStatistics).ProducesSheets<FunnelResult>()
            .WithSummary("The employer's units against what their headcount lets expect in a year (Spiegelhalter 2005), from published numbers only. By Accept also as text/csv or a workbook.");
    }

    private static async Task<Ok<GridResult>> Grid(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetGridQuery(), ct));

    private static async Task<IResult> Table(string? measure, string? node, string? period, string? by, string? children, IMediator sender, HttpContext context) =>
        context.Answer(await sender.Send(new GetTableQuery(measure, node, period, by, children), context.RequestAborted), Sheets.Of);

    private static async Task<Ok<Listing<AlternativeResult>>> Alternatives(string? measure, string? node, string? period, string? by, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetAlternativesQuery(measure, node, period, by), ct));

    private static async Task<IResult> Series(string? measure, string? node, string? from, string? to, string? period, string? by, IMediator sender, HttpContext context) =>
        context.Answer(await sender.Send(new GetSeriesQuery(measure, node, from, to, period, by), context.RequestAborted), Sheets.Of);

    private static async Task<IResult> Funnel(string? period, IMediator sender, HttpContext context) =>
        context.Answer(await sender.Send(new GetFunnelQuery(period), context.RequestAborted), Sheets.Of);
}
