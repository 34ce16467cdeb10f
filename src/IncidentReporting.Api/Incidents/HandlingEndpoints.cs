using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Acknowledge;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Incidents.Assess;
using IncidentReporting.Application.Incidents.CoSignAction;
using IncidentReporting.Application.Incidents.EraseInfluence;
using IncidentReporting.Application.Incidents.HandOver;
using IncidentReporting.Application.Incidents.ListCandidates;
using IncidentReporting.Application.Incidents.ListUnsigned;
using IncidentReporting.Application.Incidents.NoteInfluence;
using IncidentReporting.Application.Incidents.Notify;
using IncidentReporting.Application.Incidents.PlanAction;
using IncidentReporting.Application.Incidents.RecordAction;
using IncidentReporting.Application.Incidents.RecordFollowUp;
using IncidentReporting.Application.Incidents.RecordPoliceEvent;
using IncidentReporting.Application.Incidents.ReturnUpward;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Api.Incidents;

internal sealed record AcknowledgementRequest(CaseText? Message = null);

/// <summary>danger and avDuty are needed; avDuty "no" needs avReason.</summary>
internal sealed record AssessmentRequest(
    string? Danger = null, string? AvDuty = null, CaseText? AvReason = null, string? Injury = null, string? Staffing = null, string? Alarm = null,
    string? RiskAssessedBefore = null, string? PoliceAssistance = null, CodeSet? Circumstances = null, CaseText? Text = null);

/// <summary>decided_not needs reasons, exposedAgrees and reviewAt; reported needs reportedBy.</summary>
internal sealed record PoliceEventRequest(
    string? Status = null, DateOrTime? At = null, string? Source = null, CaseText? CaseNumber = null, string? ReportedBy = null, CodeSet? Reasons = null,
    string? ExposedAgrees = null, DateOnly? ReviewAt = null, DateOnly? TrialOn = null, CaseText? Note = null, Guid? Corrects = null);

internal sealed record NotificationRequest(
    string? Addressee = null, string? Status = null, DateOrTime? At = null, CaseText? Reason = null, CaseText? Reference = null);

internal sealed record ActionRequest(
    string? Type = null, CaseText? Description = null, UserId? OwnerId = null, DateOnly? DueOn = null, bool? RepTookPart = null, DateOnly? ExpiresOn = null);

internal sealed record ActionChange(string? State = null, string? Effect = null, CaseText? Reason = null);

internal sealed record FollowUpOutcomeRequest(DateOrTime? HeldAt = null, CaseText? Summary = null, bool? NewRisks = null, bool? Declined = null);

internal sealed record InfluenceRequest(string? Purpose = null, CodeSet? Outcomes = null, string? Intervention = null);

internal sealed record NoteRequest(CaseText? Text = null, string? Audience = null);

internal sealed record HandlerRequest(UserId? UserId = null);

/// <summary>What managers, representatives and others do with a case.</summary>
internal sealed class HandlingEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/acknowledgement", Acknowledge).Allow(Operations.AcknowledgeIncident)
            .WithSummary("Confirm the report with a personal message to the exposed person.")
            .WithExample(new AcknowledgementRequest(CaseText.From("Jag har läst din rapport och ringer dig i dag.")));
        api.MapPost("/incidents/{id}/assessment", Assess).Allow(Operations.AssessIncident)
            .WithSummary("Assess the danger and whether Arbetsmiljöverket is to be notified.")
            .WithExample(new AssessmentRequest("raised", "yes", Injury: "none", Staffing: "alone", Alarm: "none", RiskAssessedBefore: "no"));
        api.MapPost("/incidents/{id}/police-events", RecordPolice).Allow(Operations.RecordPoliceEvent)
            .WithSummary("Record a step of the police report, in the order of the law.")
            .WithExample(new PoliceEventRequest("reported", ReportedBy: "employer", CaseNumber: CaseText.From("5000-K123456-26")));
        api.MapPost("/incidents/{id}/notifications", Notify).Allow(Operations.NotifyAuthority)
            .WithSummary("Record a step of a notice to an authority or another.")
            .WithExample(new NotificationRequest("av_33a", "sent"));
        api.MapPost("/incidents/{id}/actions", PlanAction).Allow(Operations.PlanAction)
            .WithSummary("Plan a preventive action.")
            .WithExample(new ActionRequest("pair_home_visit", CaseText.From("Alla hembesök i ärendet görs av två."), DueOn: new DateOnly(2026, 12, 1), RepTookPart: true));
        api.MapPatch("/incidents/{id}/actions/{actionId:guid}", ChangeAction).Allow(Operations.RecordAction)
            .WithSummary("Record where an action stands and what effect it had.");
        api.MapPost("/incidents/{id}/actions/{actionId:guid}/co-signature", CoSign).Allow(Operations.CoSignAction)
            .WithSummary("As a safety representative, say that you have taken part in the planned action and stand behind it.");
        api.MapGet("/unsigned-actions", ListUnsigned).Allow(Operations.ListUnsignedActions)
            .WithSummary("Open actions in your area that no safety representative has taken part in.");
        api.MapPost("/incidents/{id}/follow-ups/{followUpId:guid}/outcome", RecordFollowUp).Allow(Operations.RecordFollowUp)
            .WithSummary("Record the outcome of a follow-up.")
            .WithExample(new FollowUpOutcomeRequest(Summary: CaseText.From("Vi har talats vid."), NewRisks: false));
        api.MapPut("/incidents/{id}/influence", NoteInfluence).Allow(Operations.NoteInfluence)
            .WithSummary("Note how your work was influenced. Only you see it.");
        api.MapDelete("/incidents/{id}/influence", EraseInfluence).Allow(Operations.EraseInfluence).WithSummary("Take your note about influence away.");
        api.MapPost("/incidents/{id}/notes", AddNote).Allow(Operations.AddNote).WithSummary("Write a note to all who read the case, or among those who handle it.");
        api.MapGet("/incidents/{id}/candidates", Candidates).Allow(Operations.ListCandidates)
            .WithSummary("Who can take the case over (for=handler), or own an action of it (for=action).");
        api.MapPut("/incidents/{id}/handler", HandOver).Allow(Operations.HandOverIncident).WithSummary("Hand the case over.");
        api.MapPost("/incidents/{id}/return", Return).Allow(Operations.ReturnIncident).WithSummary("Return the task to the manager above, with the reason.");
    }

    private static Task<Ok<IncidentView>> Acknowledge(string id, JsonBody<AcknowledgementRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new AcknowledgeCommand(CaseReference.Parse(id), body.Value.Message) { Expected = match.Expected }, context);

    private static Task<Ok<IncidentView>> Assess(string id, JsonBody<AssessmentRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(
            new AssessCommand(CaseReference.Parse(id))
            {
                Danger = body.Value.Danger,
                AvDuty = body.Value.AvDuty,
                AvReason = body.Value.AvReason,
                Injury = body.Value.Injury,
                Staffing = body.Value.Staffing,
                Alarm = body.Value.Alarm,
                RiskAssessedBefore = body.Value.RiskAssessedBefore,
                PoliceAssistance = body.Value.PoliceAssistance,
                Circumstances = body.Value.Circumstances,
                Text = body.Value.Text,
                Expected = match.Expected,
            },
            context);

    private static Task<Created<IncidentView>> RecordPolice(string id, JsonBody<PoliceEventRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            new RecordPoliceEventCommand(CaseReference.Parse(id))
            {
                Status = body.Value.Status,
                At = body.Value.At,
                Source = body.Value.Source,
                CaseNumber = body.Value.CaseNumber,
                ReportedBy = body.Value.ReportedBy,
                Reasons = body.Value.Reasons,
                ExposedAgrees = body.Value.ExposedAgrees,
                ReviewAt = body.Value.ReviewAt,
                TrialOn = body.Value.TrialOn,
                Note = body.Value.Note,
                Corrects = body.Value.Corrects,
                Expected = match.Expected,
            },
            context);

    private static Task<Created<IncidentView>> Notify(string id, JsonBody<NotificationRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            new NotifyCommand(CaseReference.Parse(id), body.Value.Addressee, body.Value.Status, body.Value.At, body.Value.Reason, body.Value.Reference)
            {
                Expected = match.Expected,
            },
            context);

    private static Task<Created<IncidentView>> PlanAction(string id, JsonBody<ActionRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            new PlanActionCommand(
                CaseReference.Parse(id), body.Value.Type, body.Value.Description, body.Value.OwnerId, body.Value.DueOn, body.Value.RepTookPart, body.Value.ExpiresOn)
            {
                Expected = match.Expected,
            },
            context,
            view => $"/actions/{view.Actions[^1].Id}");

    private static Task<Ok<IncidentView>> ChangeAction(
        string id, Guid actionId, PatchBody<ActionChange> body, IfMatch match, IMediator mediator, HttpContext context)
    {
        var change = body.Patch.Alone();
        return mediator.SendAsync(
            new RecordActionCommand(CaseReference.Parse(id), actionId, change.State, change.Effect, change.Reason) { Expected = match.Expected }, context);
    }

    private static Task<Ok<IncidentView>> CoSign(string id, Guid actionId, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new CoSignActionCommand(CaseReference.Parse(id), actionId), context);

    private static async Task<Ok<Listing<UnsignedAction>>> ListUnsigned(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListUnsignedActionsQuery(), ct));

    private static Task<Ok<IncidentView>> RecordFollowUp(
        string id, Guid followUpId, JsonBody<FollowUpOutcomeRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(
            new RecordFollowUpCommand(
                CaseReference.Parse(id), followUpId, body.Value.HeldAt, body.Value.Summary, body.Value.NewRisks, body.Value.Declined)
            {
                Expected = match.Expected,
            },
            context);

    private static Task<Ok<IncidentView>> NoteInfluence(string id, JsonBody<InfluenceRequest> body, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(
            new NoteInfluenceCommand(CaseReference.Parse(id), body.Value.Purpose, body.Value.Outcomes, body.Value.Intervention), context);

    private static Task<Ok<IncidentView>> EraseInfluence(string id, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new EraseInfluenceCommand(CaseReference.Parse(id)), context);

    private static Task<Created<IncidentView>> AddNote(string id, JsonBody<NoteRequest> body, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(new AddNoteCommand(CaseReference.Parse(id), body.Value.Text, body.Value.Audience), context);

    private static async Task<Ok<Listing<Candidate>>> Candidates(string id, [FromQuery(Name = "for")] string? purpose, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListCandidatesQuery(CaseReference.Parse(id), purpose), cancellationToken));

    private static Task<Ok<IncidentView>> HandOver(string id, JsonBody<HandlerRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new HandOverCommand(CaseReference.Parse(id), body.Value.UserId) { Expected = match.Expected }, context);

    private static Task<Ok<IncidentView>> Return(string id, JsonBody<ReasonRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new ReturnUpwardCommand(CaseReference.Parse(id), body.Value.Reason) { Expected = match.Expected }, context);
}
