using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.GetIndicators;
using MediatR;

namespace IncidentReporting.Api.Statistics;

/// <summary>Shares, rates and times made from protected counts, beside what they are compared with.</summary>
internal sealed class IndicatorEndpoints : IEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/statistics/indicators", List).Allow(Operations.ReadStatistics).WithTags("Statistics")
            .ProducesSheets<IndicatorsResult>()
            .WithSummary("Every indicator of a node and period, with interval, benchmark, verdict, change since the year before and the survey's figure; what cannot be told says why. As JSON or, by Accept, as text/csv or a workbook.");

    private static async Task<IResult> List(string? period, string? node, IMediator sender, HttpContext context)
    {
        var form = context.Request.WantedSheet();
        var indicators = await sender.Send(new GetIndicatorsQuery(period, node), context.RequestAborted);
        return form switch
        {
            null => TypedResults.Ok(indicators),
            SheetForm.Csv => TypedResults.Text(IndicatorCsv.Of(indicators), Csv),
            _ => context.Workbook(IndicatorSheets.Of(indicators)),
        };
    }
}
