using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log.GetKey;
using IncidentReporting.Application.Log.GetVerification;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Application.Log.Verify;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Log;

internal sealed class LogEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/log-entries", List).Allow(Operations.ListLogEntries).WithSummary("Who did what and when, latest first; no text of any case.");
        api.MapGet("/log-entries/verification", Verification).Allow(Operations.ReadLogVerification)
            .WithSummary("What the last check of the log found: every entry covers the one before it, so that a change, a removal, an insertion or another order shows.");
        api.MapPost("/log-entries/verification", Verify).Allow(Operations.VerifyLog).WithSummary("Checks the log now, entry by entry.");
        api.MapGet("/log-key", Key).Allow(Operations.ReadLogKey).Produces(StatusCodes.Status200OK, contentType: "application/x-pem-file")
            .WithSummary("The public key that the log's checkpoints are checked with, in PEM.");
    }

    private static async Task<Ok<Listing<LogItem>>> List(
        string? group, string? action, Guid? actor, Guid? incident, string? number, DateTimeOffset? from, DateTimeOffset? to, PageQuery page, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListLogEntriesQuery(
                group, action, actor is { } who ? new UserId(who) : null, incident is { } id ? new IncidentId(id) : null, number, from?.ToUniversalTime(), to?.ToUniversalTime(), page.Page),
            ct));

    private static async Task<Ok<LogVerification>> Verification(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetLogVerificationQuery(), ct));

    private static async Task<Ok<LogVerification>> Verify(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new VerifyLogQuery(), ct));

    private static async Task<ContentHttpResult> Key(IMediator sender, CancellationToken ct) =>
        TypedResults.Text(await sender.Send(new GetLogKeyQuery(), ct), "application/x-pem-file");
}
