using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.FollowUpPolicies.Get;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.FollowUpPolicies.Put;

/// <summary>Replaces the policy for cases reported from now on. A rule that is left out keeps its clocks.</summary>
public sealed record PutFollowUpPolicyCommand(FollowUpPolicyDocument Policy, ExpectedVersion Expected) : ICommand<FollowUpPolicyResult>, IConditional;

internal sealed class PutFollowUpPolicyHandler(IIncidentReportingDb db, IPolicies policies, ICurrentUser user, TimeProvider time)
    : IRequestHandler<PutFollowUpPolicyCommand, FollowUpPolicyResult>
{
    public async Task<FollowUpPolicyResult> Handle(PutFollowUpPolicyCommand request, CancellationToken cancellationToken)
    {
        if (user.Roles.All(held => held.Role is not Role.Administrator))
        {
            throw new NotAllowedException();
        }

        var current = await policies.CurrentAsync(user.EmployerId, cancellationToken);
        request.Expected.Check(current.Number);
        var document = FollowUpPolicyDocument.Of(request.Policy.ToPolicy(current.Policy));
        db.Set<FollowUpPolicyVersion>().Add(
            FollowUpPolicyVersion.Create(user.EmployerId, current.Number + 1, document.ToJson(), user.Id, time.Now()));
        db.Set<LogEntry>().Add(OrganisationLog.Entry(
            user, Role.Administrator, "follow_up_policy_changed", user.EmployerId.Value, time.Now(), string.Create(CultureInfo.InvariantCulture, $"version={current.Number + 1}")));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (UniqueViolationException)
        {
            // Two administrators at the same moment: the second has not seen what the first wrote.
            throw new ChangedMeanwhileException();
        }

        return new FollowUpPolicyResult(current.Number + 1, document);
    }
}
