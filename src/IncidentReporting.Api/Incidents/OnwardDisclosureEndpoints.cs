using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Incidents.ListMyDisclosures;
using IncidentReporting.Application.Incidents.ListOnwardDisclosures;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

/// <param name="ToWhom">A code of the list onward_recipients.</param>
/// <param name="On">Today when left out.</param>
/// <param name="NoticeGiven">Must be true: the recipient was reminded of the duty of confidentiality.</param>
internal sealed record OnwardDisclosureRequest(string? ToWhom = null, DateOnly? On = null, bool? NoticeGiven = null);

/// <summary>What safety representatives have passed on (AML 7:13).</summary>
internal sealed class OnwardDisclosureEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/onward-disclosures", Disclose).Allow(Operations.DiscloseOnward)
            .WithSummary("Note, as a safety representative, to whom you passed on what the case holds, and that you reminded of confidentiality.")
            .WithExample(new OnwardDisclosureRequest("union_board_member", new DateOnly(2026, 11, 20), NoticeGiven: true));
        api.MapGet("/incidents/{id}/onward-disclosures", List).Allow(Operations.ListOnwardDisclosures)
            .WithSummary("To whom the case was passed on; for safety representatives and the exposed person.");
        api.MapGet("/onward-disclosures", ListMine).Allow(Operations.ListMyDisclosures).WithSummary("What you have passed on as a safety representative, newest first.");
    }

    private static async Task<Created<OnwardDisclosureResult>> Disclose(
        string id, JsonBody<OnwardDisclosureRequest> body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created(
            $"{Routes.Base}/incidents/{id}/onward-disclosures",
            await mediator.Send(new DiscloseOnwardCommand(CaseReference.Parse(id), body.Value.ToWhom, body.Value.On, body.Value.NoticeGiven), cancellationToken));

    private static async Task<Ok<OnwardDisclosureListing>> List(string id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListOnwardDisclosuresQuery(CaseReference.Parse(id)), cancellationToken));

    private static async Task<Ok<Listing<MyDisclosure>>> ListMine(PageQuery page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyDisclosuresQuery(page.Page), cancellationToken));
}
