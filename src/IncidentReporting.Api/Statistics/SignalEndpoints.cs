using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Application.Statistics.Signals.Acknowledge;
using IncidentReporting.Application.Statistics.Signals.List;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Watches;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Statistics;

/// <summary>The early warning: exact counts, for case readers of the unit only.</summary>
internal sealed class SignalEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var signals = api.MapGroup("/statistics/signals").WithTags("Statistics");
        signals.MapGet("/", List).Allow(Operations.ReadSignals)
            .WithSummary("Early warnings in my units (or one of them) with their evidence: exact, and not to be passed on. State is calm, watch, alert or too_little_history.");
        signals.MapPost("/{id:guid}/acknowledgement", Acknowledge).Allow(Operations.AcknowledgeSignal)
            .WithSummary("The unit has been gone through: says what was found, ends the duties and begins the sum at 0. After reporting_changed and reorganisation a new baseline begins.")
            .WithExample(new AcknowledgeSignalRequest(Note: null) { Finding = "measures_planned" });
    }

    private static async Task<Ok<Listing<SignalItem>>> List(Guid? unit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListSignalsQuery(unit is { } id ? new UnitId(id) : null), ct));

    private static async Task<Ok<SignalItem>> Acknowledge(Guid id, JsonBody<AcknowledgeSignalRequest> body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new AcknowledgeSignalCommand(new UnitWatchId(id), body.Value.Finding, body.Value.Note), ct));
}

/// <param name="Note">What was found, in own words; at most 4 000 characters.</param>
internal sealed record AcknowledgeSignalRequest(CaseText? Note)
{
    /// <summary>measures_planned, routine_changed, explained_known_cause, no_cause_found, reporting_changed or reorganisation.</summary>
    public required string Finding { get; init; }
}
