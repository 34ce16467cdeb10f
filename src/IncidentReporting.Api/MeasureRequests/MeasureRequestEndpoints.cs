using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.MeasureRequests;
using IncidentReporting.Application.MeasureRequests.Answer;
using IncidentReporting.Application.MeasureRequests.Close;
using IncidentReporting.Application.MeasureRequests.Create;
using IncidentReporting.Application.MeasureRequests.Forward;
using IncidentReporting.Application.MeasureRequests.Get;
using IncidentReporting.Application.MeasureRequests.List;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.MeasureRequests;

internal sealed class MeasureRequestEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var requests = api.MapGroup("/measure-requests").WithTags("Requests for measures");
        requests.MapGet("/", List).Allow(Operations.ListMeasureRequests).WithSummary("Requests for measures in my units");
        requests.MapGet("/{id:guid}", Get).Allow(Operations.ReadMeasureRequest).WithSummary("One request, its clock, and what you can do to it");
        requests.MapPost("/", Create).Allow(Operations.CreateMeasureRequest).WithSummary("Ask for measures; the receipt is mailed at once");
        requests.MapPost("/{id:guid}/answer", Answer).Allow(Operations.AnswerMeasureRequest).WithSummary("The employer's answer");
        requests.MapPost("/{id:guid}/closure", Close).Allow(Operations.CloseMeasureRequest).WithSummary("Say whether the answer will do");
        requests.MapPost("/{id:guid}/forwarding", Forward).Allow(Operations.ForwardMeasureRequest).WithSummary("Note that the authority was asked");
    }

    private static async Task<Ok<Listing<MeasureRequestView>>> List(PageQuery page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListMeasureRequestsQuery(page.Page), ct));

    private static async Task<Ok<MeasureRequestDetails>> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetMeasureRequestQuery(new MeasureRequestId(id)), ct);
        ETag.Set(context, found.Request.Version);
        return TypedResults.Ok(found);
    }

    private static async Task<Created<MeasureRequestView>> Create(
        JsonBody<CreateMeasureRequestRequest> body, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var request = body.Value;
        var made = await mediator.Send(new CreateMeasureRequestCommand(request.UnitId, request.IncidentId, request.Text, request.AnswerBy), ct);
        ETag.Set(context, made.Version);
        return TypedResults.Created($"{Routes.Base}/measure-requests/{made.Id.Value}", made);
    }

    private static Task<Ok<MeasureRequestView>> Answer(
        Guid id, JsonBody<AnswerMeasureRequestRequest> body, HttpContext context, IMediator mediator, CancellationToken ct) =>
        Send(new AnswerMeasureRequestCommand(new MeasureRequestId(id), body.Value.Answer), context, mediator, ct);

    private static Task<Ok<MeasureRequestView>> Close(
        Guid id, JsonBody<CloseMeasureRequestRequest> body, HttpContext context, IMediator mediator, CancellationToken ct) =>
        Send(new CloseMeasureRequestCommand(new MeasureRequestId(id), body.Value.Satisfied), context, mediator, ct);

    private static Task<Ok<MeasureRequestView>> Forward(
        Guid id, JsonBody<ForwardMeasureRequestRequest> body, HttpContext context, IMediator mediator, CancellationToken ct) =>
        Send(new ForwardMeasureRequestCommand(new MeasureRequestId(id), body.Value.At), context, mediator, ct);

    private static async Task<Ok<MeasureRequestView>> Send(ICommand<MeasureRequestView> command, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var changed = await mediator.Send(command, ct);
        ETag.Set(context, changed.Version);
        return TypedResults.Ok(changed);
    }
}

internal sealed record CreateMeasureRequestRequest(UnitId? UnitId, IncidentId? IncidentId)
{
    /// <summary>What is asked for and why, at most 20 000 characters.</summary>
    public required CaseText? Text { get; init; }

    /// <summary>The date by which an answer is asked.</summary>
    public required DateOnly AnswerBy { get; init; }
}

internal sealed record AnswerMeasureRequestRequest
{
    public required CaseText? Answer { get; init; }
}

internal sealed record CloseMeasureRequestRequest
{
    /// <summary>Whether the answer will do.</summary>
    public required bool Satisfied { get; init; }
}

/// <param name="At">When the authority was asked; now where it is left out.</param>
internal sealed record ForwardMeasureRequestRequest(DateOrTime? At);
