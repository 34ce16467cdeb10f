using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using MediatR;

namespace IncidentReporting.Application.FollowUpPolicies.Get;

/// <summary>The policy that what is reported now will follow.</summary>
public sealed record GetFollowUpPolicyQuery : IQuery<FollowUpPolicyResult>;

public sealed record FollowUpPolicyResult(long Version, FollowUpPolicyDocument Policy);

internal sealed class GetFollowUpPolicyHandler(IPolicies policies, ICurrentUser user) : IRequestHandler<GetFollowUpPolicyQuery, FollowUpPolicyResult>
{
    public async Task<FollowUpPolicyResult> Handle(GetFollowUpPolicyQuery request, CancellationToken cancellationToken)
    {
        var current = await policies.CurrentAsync(user.EmployerId, cancellationToken);
        return new FollowUpPolicyResult(current.Number, FollowUpPolicyDocument.Of(current.Policy));
    }
}
