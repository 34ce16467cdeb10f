using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Application.SupportDirectory.Put;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.SupportDirectory;

internal sealed class SupportDirectoryEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/support-directory", Get).Allow(Operations.ReadSupportDirectory).WithSummary("What is offered in a unit (default the caller's own), its own first and then what it has from above.");
        api.MapPut("/support-directory", Put).Allow(Operations.SetSupportDirectory).WithSummary("Replaces what a unit offers by itself; without unitId the whole employer.");
    }

    private static async Task<Ok<Listing<SupportItem>>> Get(Guid? unit, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetSupportDirectoryQuery(unit is { } id ? new UnitId(id) : null), ct));

    private static async Task<Ok<Listing<SupportItem>>> Put(JsonBody<PutSupportDirectoryRequest> body, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new PutSupportDirectoryCommand(body.Value.UnitId, body.Value.Items), ct));
}

internal sealed record PutSupportDirectoryRequest(UnitId? UnitId = null, IReadOnlyList<SupportInput>? Items = null);
