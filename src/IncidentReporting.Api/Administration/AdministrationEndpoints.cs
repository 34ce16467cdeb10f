using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Administration.GetOverview;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Administration;

internal sealed class AdministrationEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/administration", Get).Allow(Operations.ReadAdministration)
            .WithSummary("How the employer's settings stand: units, people, policy, support, mail, campaigns, feedback; what you may not change is left out.");

    private static async Task<Ok<OverviewResult>> Get(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetOverviewQuery(), ct));
}
