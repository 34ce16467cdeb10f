using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.ShowSheet;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Incidents;

/// <summary>A case as a sheet to file or copy: as a page to print, or as data.</summary>
internal sealed class SheetEndpoints : IEndpoints
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/incidents/{id}/sheet", Show).Allow(Operations.ShowSheet)
            .Produces<Sheet>().Produces(StatusCodes.Status200OK, contentType: "text/html")
            .WithSummary("A filled-in sheet to file or copy: for=police, av_33a, fk_injury or us_ca_log. As JSON or, by Accept, as a page to print.");
        api.MapGet(SheetPage.StylePath, Style).Allow(Operations.ReadSheetStyle).WithSummary("How a sheet looks on paper; every sheet links to it.");
    }

    private static async Task<IResult> Show(
        string id, [FromQuery(Name = "for")] string? sheet, IMediator mediator, HttpContext context)
    {
        var asPage = PrefersPage(context.Request);
        var filled = await mediator.Send(new ShowSheetQuery(CaseReference.Parse(id), sheet), context.RequestAborted);
        return asPage ? TypedResults.Text(SheetPage.Write(filled), "text/html; charset=utf-8") : TypedResults.Ok(filled);
    }

    private static IResult Style() => TypedResults.Text(SheetPage.Style, "text/css; charset=utf-8");

    private static bool PrefersPage(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept;
        if (wanted.Count == 0)
        {
            return false;
        }

        foreach (var type in wanted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (Json.IsSubsetOf(type))
            {
                return false;
            }

            if (Html.IsSubsetOf(type))
            {
                return true;
            }
        }

        throw new RequestRefusedException(ProblemKind.NotAcceptable);
    }
}
