using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.FollowUpPolicies.Get;
using IncidentReporting.Application.FollowUpPolicies.Put;
using IncidentReporting.Application.Obligations;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.FollowUpPolicies;

internal sealed class FollowUpPolicyEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var policy = api.MapGroup("/follow-up-policy").WithTags("Follow-up policy");
        policy.MapGet("/", Read).Allow(Operations.ReadFollowUpPolicy).WithSummary("The clocks that new cases follow");
        policy.MapPut("/", Replace).Allow(Operations.ChangeFollowUpPolicy).WithSummary("Replace the clocks for cases reported from now on");
    }

    private static async Task<Ok<FollowUpPolicyDocument>> Read(HttpContext context, IMediator mediator, CancellationToken ct) =>
        Answer(context, await mediator.Send(new GetFollowUpPolicyQuery(), ct));

    private static async Task<Ok<FollowUpPolicyDocument>> Replace(
        JsonBody<FollowUpPolicyDocument> body, IfMatch match, HttpContext context, IMediator mediator, CancellationToken ct) =>
        Answer(context, await mediator.Send(new PutFollowUpPolicyCommand(body.Value, match.Expected), ct));

    private static Ok<FollowUpPolicyDocument> Answer(HttpContext context, FollowUpPolicyResult result)
    {
        ETag.Set(context, result.Version);
        return TypedResults.Ok(result.Policy);
    }
}
