using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Retention.DryRun;
using IncidentReporting.Application.Retention.Get;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Application.Retention.Propose;
using IncidentReporting.Application.Retention.Put;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Application.Retention.Settle;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Retention;

internal sealed class RetentionEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var retention = api.MapGroup("/retention").WithTags("Retention");
        retention.MapGet("/", Read).Allow(Operations.ReadRetention).WithSummary("How long what is kept, and the periods before");
        retention.MapPut("/", Change).Allow(Operations.ChangeRetention).WithSummary("Other periods from a day on; none shorter than the least");
        retention.MapGet("/dry-run", DryRun).Allow(Operations.ReadRetention).WithSummary("What would be erased on a day; nothing is");
        retention.MapPost("/runs", Propose).Allow(Operations.ProposeRetentionRun).WithSummary("Propose to erase what is due");
        retention.MapGet("/runs", List).Allow(Operations.ReadRetention).WithSummary("Runs, latest first");
        retention.MapGet("/runs/{id:guid}", Get).Allow(Operations.ReadRetention).WithSummary("One run, and what became of each thing");
        retention.MapPost("/runs/{id:guid}/release", Release).Allow(Operations.ReleaseRetentionRun).WithSummary("Let a run begin that somebody else proposed; it cannot be undone");
        retention.MapPost("/runs/{id:guid}/refusal", Refuse).Allow(Operations.RefuseRetentionRun).WithSummary("End a proposed run without erasing anything");
        api.MapPut("/incidents/{id}/hold", Hold).Allow(Operations.HoldIncident).WithTags("Retention").WithSummary("Keep a case from being erased");
        api.MapDelete("/incidents/{id}/hold", LetGo).Allow(Operations.HoldIncident).WithTags("Retention").WithSummary("Let a case follow the rules of retention again");
    }

    private static async Task<Ok<RetentionResult>> Read(HttpContext context, IMediator mediator, CancellationToken ct) =>
        Answer(context, await mediator.Send(new GetRetentionQuery(), ct));

    private static async Task<Ok<RetentionResult>> Change(JsonBody<ChangeRetentionRequest> body, IfMatch match, HttpContext context, IMediator mediator, CancellationToken ct) =>
        Answer(context, await mediator.Send(new PutRetentionCommand(body.Value.Rules, body.Value.ValidFrom, match.Expected), ct));

    private static async Task<Ok<DryRunResult>> DryRun(DateOnly? on, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new DryRunRetentionQuery(on), ct));

    private static async Task<Created<RetentionRunResult>> Propose(JsonBody<ProposeRunRequest> body, IMediator mediator, CancellationToken ct)
    {
        var run = await mediator.Send(new ProposeRetentionRunCommand(body.Value.On), ct);
        return TypedResults.Created($"{Routes.Base}/retention/runs/{run.Id}", run);
    }

    private static async Task<Ok<Listing<RetentionRunItem>>> List(PageQuery page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListRetentionRunsQuery(page.Page), ct));

    private static async Task<Ok<RetentionRunResult>> Get(Guid id, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetRetentionRunQuery(id), ct));

    private static async Task<Ok<RetentionRunResult>> Release(Guid id, NoBody body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ReleaseRetentionRunCommand(id), ct));

    private static async Task<Ok<RetentionRunResult>> Refuse(Guid id, JsonBody<RetentionReasonRequest> body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new RefuseRetentionRunCommand(id, body.Value.Reason), ct));

    private static async Task<Ok<HoldResult>> Hold(string id, JsonBody<RetentionReasonRequest> body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new HoldCaseCommand(CaseReference.Parse(id), body.Value.Reason), ct));

    private static async Task<Ok<HoldResult>> LetGo(string id, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new LetGoOfCaseCommand(CaseReference.Parse(id)), ct));

    private static Ok<RetentionResult> Answer(HttpContext context, RetentionResult result)
    {
        ETag.Set(context, result.Version);
        return TypedResults.Ok(result);
    }
}

/// <param name="ValidFrom">Today where it is left out.</param>
internal sealed record ChangeRetentionRequest(IReadOnlyList<RetentionPeriodInput>? Rules = null, DateOnly? ValidFrom = null);

/// <param name="On">Today where it is left out; never a later day.</param>
internal sealed record ProposeRunRequest(DateOnly? On = null);

internal sealed record RetentionReasonRequest(CaseText? Reason = null);
