using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Health.GetState;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Health;

internal sealed class ServiceStateEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/service-state", Read).WithTags("Operation").Allow(Operations.ReadServiceState)
            .WithSummary("How mails, reminders and responsibilities stand; for administrators, without case content.");

    private static async Task<Ok<ServiceState>> Read(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetServiceStateQuery(), ct));
}
