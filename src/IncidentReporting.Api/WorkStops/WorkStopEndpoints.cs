using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.WorkStops;
using IncidentReporting.Application.WorkStops.Create;
using IncidentReporting.Application.WorkStops.Get;
using IncidentReporting.Application.WorkStops.List;
using IncidentReporting.Application.WorkStops.Update;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.WorkStops;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.WorkStops;

internal sealed class WorkStopEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var stops = api.MapGroup("/work-stops").WithTags("Stops of work");
        stops.MapGet("/", List).Allow(Operations.ListWorkStops).WithSummary("Stops of work in my units");
        stops.MapGet("/{id:guid}", Get).Allow(Operations.ReadWorkStop).WithSummary("One stop of work, and what you can do to it");
        stops.MapPost("/", Create).Allow(Operations.CreateWorkStop).WithSummary("Record that work was stopped");
        stops.MapPatch("/{id:guid}", Update).Allow(Operations.UpdateWorkStop).WithSummary("Record whom was contacted, when it ended and how");
    }

    private static async Task<Ok<Listing<WorkStopView>>> List(PageQuery page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListWorkStopsQuery(page.Page), ct));

    private static async Task<Ok<WorkStopDetails>> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetWorkStopQuery(new WorkStopId(id)), ct);
        ETag.Set(context, found.Stop.Version);
        return TypedResults.Ok(found);
    }

    private static async Task<Created<WorkStopView>> Create(JsonBody<CreateWorkStopRequest> body, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var stop = body.Value;
        var made = await mediator.Send(
            new CreateWorkStopCommand(
                stop.UnitId, stop.IncidentId, stop.StartedAt, stop.LoneWork, stop.Scope, stop.Grounds, stop.EmployerContactedAt, stop.AvContactedAt),
            ct);
        ETag.Set(context, made.Version);
        return TypedResults.Created($"{Routes.Base}/work-stops/{made.Id.Value}", made);
    }

    private static async Task<Ok<WorkStopView>> Update(
        Guid id, PatchBody<UpdateWorkStopRequest> body, IfMatch match, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var change = body.Patch.Alone();
        var changed = await mediator.Send(
            new UpdateWorkStopCommand(
                new WorkStopId(id), change.EmployerContactedAt, change.AvContactedAt, change.EndedAt, change.Outcome, match.Expected),
            ct);
        ETag.Set(context, changed.Version);
        return TypedResults.Ok(changed);
    }
}

internal sealed record CreateWorkStopRequest(
    UnitId? UnitId, IncidentId? IncidentId, DateOrTime? StartedAt, DateOrTime? EmployerContactedAt, DateOrTime? AvContactedAt)
{
    /// <summary>Which work is stopped.</summary>
    public required CaseText? Scope { get; init; }

    public required CaseText? Grounds { get; init; }

    /// <summary>True for a stop of lone work.</summary>
    public bool LoneWork { get; init; }
}

internal sealed record UpdateWorkStopRequest(DateOrTime? EmployerContactedAt, DateOrTime? AvContactedAt, DateOrTime? EndedAt, CaseText? Outcome);
