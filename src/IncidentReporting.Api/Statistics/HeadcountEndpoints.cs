using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Headcounts.CarryForward;
using IncidentReporting.Application.Statistics.Headcounts.GetState;
using IncidentReporting.Application.Statistics.Headcounts.GetTemplate;
using IncidentReporting.Application.Statistics.Headcounts.Import;
using IncidentReporting.Application.Statistics.Headcounts.List;
using IncidentReporting.Application.Statistics.Headcounts.Put;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace IncidentReporting.Api.Statistics;

/// <summary>How many work where: what incidents are set in proportion to.</summary>
internal sealed class HeadcountEndpoints : IEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/headcounts", List).Allow(Operations.ListHeadcounts)
            .ProducesSheets<Listing<HeadcountRow>>()
            .WithSummary("Headcounts by unit, occupational group and month, the latest month first; from and to are months, such as 2026-10. As JSON or, by Accept, as text/csv or a workbook; the next page of those stands in Link.");
        api.MapPut("/headcounts", Put).Allow(Operations.PutHeadcounts).WithMetadata(TakesMany.Instance)
            .WithSummary("Adds headcounts and replaces those of the same unit, group and month: all or none. As a JSON array or as text/csv, whose faults are named rows[7].month by the row's number in the file.")
            .WithExample(new[] { new HeadcountInput(new UnitId(Guid.Parse("019a3f10-0000-7000-8000-000000000001")), "social_secretary_authority", "2026-10", 18, 16.5m) });
        api.MapGet("/headcounts/latest", Latest).Allow(Operations.ListHeadcounts)
            .WithSummary("The latest headcounts of every unit and group, how many months old they are, and what could be carried on into this month.");
        api.MapGet("/headcounts/template", Template).Allow(Operations.ListHeadcounts).Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithSummary("A file for this month to fill in and send back, with every unit's latest figures.");
        api.MapPost("/headcounts/carry-forward", Carry).Allow(Operations.PutHeadcounts)
            .WithSummary("Gives a month (default this one) the figures of the latest month before it, where it has none of its own.")
            .WithExample(new CarryForwardRequest("2026-11"));
    }

    private static async Task<IResult> List(Guid? unit, string? from, string? to, PageQuery page, IMediator sender, HttpContext context)
    {
        var form = context.Request.WantedSheet();
        var rows = await sender.Send(new ListHeadcountsQuery(unit is { } id ? new UnitId(id) : null, from, to, page.Page), context.RequestAborted);
        if (form is null)
        {
            return TypedResults.Ok(rows);
        }

        if (rows.Next is { } next)
        {
            var query = new QueryBuilder(context.Request.Query.Where(member => member.Key != "after").Append(new KeyValuePair<string, StringValues>("after", next)));
            context.Response.Headers.Link = $"<{context.Request.Path}{query}>; rel=\"next\"";
        }

        return form == SheetForm.Csv ? TypedResults.Text(HeadcountCsv.Plain(rows.Items), Csv) : context.Workbook(Sheets.Of(rows.Items));
    }

    private static async Task<Ok<HeadcountsKept>> Put(CsvOrJson<IReadOnlyList<HeadcountInput>> body, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(body.Json is { } rows
            ? await sender.Send(new PutHeadcountsCommand(rows.Value), ct)
            : await sender.Send(new ImportHeadcountsCommand(body.File), ct));

    private static async Task<Ok<HeadcountState>> Latest(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetHeadcountStateQuery(), ct));

    private static async Task<FileContentHttpResult> Template(IMediator sender, CancellationToken ct)
    {
        var template = await sender.Send(new GetHeadcountTemplateQuery(), ct);
        return TypedResults.File(template.Content, Csv, template.Name);
    }

    private static async Task<Ok<HeadcountsKept>> Carry(JsonBody<CarryForwardRequest> body, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new CarryForwardCommand(body.Value.Month), ct));
}

/// <param name="Month">2026-11; without it this month.</param>
internal sealed record CarryForwardRequest(string? Month = null);
