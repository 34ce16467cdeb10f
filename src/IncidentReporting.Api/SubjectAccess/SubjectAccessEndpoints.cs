using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.SubjectAccess;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.SubjectAccess;

internal sealed class SubjectAccessEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/data", GetMine).Allow(Operations.ReadMyData).WithTags("Subject access").WithSummary("Everything that is held about the caller; other people are masked");
        api.MapGet("/users/{id:guid}/data", Get).Allow(Operations.ReadUserData).WithTags("Subject access").WithSummary("Everything that is held about a person, for who answers her request; a reason is asked and logged");
    }

    private static async Task<Ok<PersonData>> GetMine(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetMyDataQuery(), ct));

    private static async Task<Ok<PersonData>> Get(Guid id, string? reason, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetUserDataQuery(new UserId(id), reason), ct));
}
