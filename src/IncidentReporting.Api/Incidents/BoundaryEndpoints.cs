using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Exclude;
using IncidentReporting.Application.Incidents.LiftExclusion;
using IncidentReporting.Application.Incidents.ListExcludable;
using IncidentReporting.Application.Incidents.RevealIdentity;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

internal sealed record ExclusionRequest(UserId? UserId = null, CaseText? Reason = null);

/// <summary>Who is kept out of a case by name, and who is told the name behind an alias.</summary>
internal sealed class BoundaryEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/exclusions", Exclude).Allow(Operations.ExcludePerson)
            .WithSummary("Keep a named person out of the case: it does not exist for her any more, whatever roles she holds.");
        api.MapGet("/incidents/{id}/exclusions/candidates", Candidates).Allow(Operations.ListExcludable)
            .WithSummary("Whom you may keep out of the case: who reads it now, then who works in its unit, then everyone else; search holds words of a name.");
        api.MapDelete("/incidents/{id}/exclusions/{exclusionId:guid}", Lift).Allow(Operations.LiftExclusion)
            .WithSummary("Let a person in again. What the exposed person decided, only she takes back.");
        api.MapPost("/incidents/{id}/protected-identity/reveal", Reveal).Allow(Operations.RevealIdentity)
            .WithSummary("Be told once who is behind the alias, with a reason that is kept and that the person herself reads.");
    }

    private static Task<Created<IncidentView>> Exclude(string id, JsonBody<ExclusionRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            new ExcludeCommand(CaseReference.Parse(id), body.Value.UserId, body.Value.Reason) { Expected = match.Expected },
            context,
            view => view.Exclusions.Value is [.., var exclusion] ? $"/exclusions/{exclusion.Id}" : null);

    private static async Task<Ok<Listing<Excludable>>> Candidates(string id, string? search, PageQuery page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListExcludableQuery(CaseReference.Parse(id), page.Page, search), cancellationToken));

    private static Task<Ok<IncidentView>> Lift(string id, Guid exclusionId, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new LiftExclusionCommand(CaseReference.Parse(id), exclusionId), context);

    private static async Task<Ok<RevealedIdentities>> Reveal(string id, JsonBody<ReasonRequest> body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new RevealIdentityCommand(CaseReference.Parse(id), body.Value.Reason), cancellationToken));
}
