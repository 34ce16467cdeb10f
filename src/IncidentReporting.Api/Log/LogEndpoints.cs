using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Log;

internal sealed class LogEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/log-entries", List).Allow(Operations.ListLogEntries).WithSummary("Who did what and when, latest first; no text of any case.");

    private static async Task<Ok<Listing<LogItem>>> List(
        string? group, string? action, Guid? actor, Guid? incident, DateTimeOffset? from, DateTimeOffset? to, PageQuery page, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListLogEntriesQuery(
                group, action, actor is { } who ? new UserId(who) : null, incident is { } id ? new IncidentId(id) : null, from?.ToUniversalTime(), to?.ToUniversalTime(), page.Page),
            ct));
}
