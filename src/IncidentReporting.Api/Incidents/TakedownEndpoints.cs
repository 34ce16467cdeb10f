using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.RecordTakedown;
using IncidentReporting.Application.Incidents.RequestTakedown;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

/// <summary>platform is needed; reference is the platform's own number of the request.</summary>
internal sealed record TakedownRequest(Guid? AttachmentId = null, CaseText? Platform = null, CaseText? Url = null, DateOrTime? At = null, CaseText? Reference = null);

/// <summary>answer is removed, refused or no_answer.</summary>
internal sealed record TakedownChange(string? Answer = null, DateOrTime? At = null, CaseText? Note = null);

/// <summary>What platforms are asked to take away, and what they answer.</summary>
internal sealed class TakedownEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/takedowns", Request).Allow(Operations.RequestTakedown)
            .WithSummary("Note that a platform has been asked to take something away.")
            .WithExample(new TakedownRequest(Platform: CaseText.From("Forumet")));
        api.MapPatch("/incidents/{id}/takedowns/{takedownId:guid}", Record).Allow(Operations.RecordTakedown)
            .WithSummary("Note what the platform answered. What was removed is to be looked for again after 7 and 30 days.");
    }

    private static Task<Created<IncidentView>> Request(string id, JsonBody<TakedownRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            new RequestTakedownCommand(CaseReference.Parse(id), body.Value.AttachmentId, body.Value.Platform, body.Value.Url, body.Value.At, body.Value.Reference)
            {
                Expected = match.Expected,
            },
            context);

    private static Task<Ok<IncidentView>> Record(string id, Guid takedownId, PatchBody<TakedownChange> body, IfMatch match, IMediator mediator, HttpContext context)
    {
        var change = body.Patch.Alone();
        return mediator.SendAsync(
            new RecordTakedownCommand(CaseReference.Parse(id), takedownId, change.Answer, change.At, change.Note) { Expected = match.Expected }, context);
    }
}
