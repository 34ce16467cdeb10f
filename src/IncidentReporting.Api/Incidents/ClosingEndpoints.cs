using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.AnswerClosure;
using IncidentReporting.Application.Incidents.MarkDuplicate;
using IncidentReporting.Application.Incidents.ProposeClosure;
using IncidentReporting.Application.Incidents.Reopen;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Incidents.Withdraw;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

/// <param name="Reason">completed, out_of_scope or transferred.</param>
/// <param name="Receiver">Who takes the case over, for transferred.</param>
internal sealed record ClosureRequest(string? Reason = null, CaseText? Summary = null, CaseText? Receiver = null);

internal sealed record ClosureAnswerRequest(bool? Agrees = null, CaseText? Comment = null);

/// <param name="Of">The main case, by number or id.</param>
internal sealed record DuplicateRequest(string? Of = null);

/// <summary>How a case ends, and how it is opened again.</summary>
internal sealed class ClosingEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/closure", Propose).Allow(Operations.ProposeClosure)
            .WithSummary("Propose to close the case; 409 names each guard that is not met. Every exposed person is asked.")
            .WithExample(new ClosureRequest("completed", CaseText.From("Stödet är avslutat och åtgärderna är på plats.")));
        api.MapPost("/incidents/{id}/closure-answer", Answer).Allow(Operations.AnswerClosure)
            .WithSummary("Agree or object to closing; one objection keeps the case open.").WithExample(new ClosureAnswerRequest(true));
        api.MapPost("/incidents/{id}/reopening", Reopen).Allow(Operations.ReopenIncident).WithSummary("Open a closed case again.");
        api.MapPost("/incidents/{id}/withdrawal", Withdraw).Allow(Operations.WithdrawIncident)
            .WithSummary("Take the report back. It is counted as withdrawn and its text is sealed.");
        api.MapPost("/incidents/{id}/duplicate", MarkDuplicate).Allow(Operations.MarkDuplicate)
            .WithSummary("Link the case to its main case, which takes over every exposed person.");
    }

    private static Task<Ok<IncidentView>> Propose(string id, JsonBody<ClosureRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(
            new ProposeClosureCommand(CaseReference.Parse(id), body.Value.Reason, body.Value.Summary, body.Value.Receiver) { Expected = match.Expected }, context);

    private static Task<Ok<IncidentView>> Answer(string id, JsonBody<ClosureAnswerRequest> body, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new AnswerClosureCommand(CaseReference.Parse(id), body.Value.Agrees, body.Value.Comment), context);

    private static Task<Ok<IncidentView>> Reopen(string id, JsonBody<ReasonRequest> body, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new ReopenCommand(CaseReference.Parse(id), body.Value.Reason), context);

    private static Task<Ok<IncidentView>> Withdraw(string id, JsonBody<ReasonRequest> body, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new WithdrawCommand(CaseReference.Parse(id), body.Value.Reason), context);

    private static Task<Ok<IncidentView>> MarkDuplicate(string id, JsonBody<DuplicateRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new MarkDuplicateCommand(CaseReference.Parse(id), body.Value.Of) { Expected = match.Expected }, context);
}
