using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log.GetVerification;
using IncidentReporting.Application.Organisation;
using MediatR;

namespace IncidentReporting.Application.Log.Verify;

/// <summary>Checks the log of the caller's employer now, entry by entry.</summary>
public sealed record VerifyLogCommand : ICommand<LogVerification>;

internal sealed class VerifyLogHandler(IIncidentReportingDb db, ILogVerifier verifier, LogChecks checks, ICurrentUser user, TimeProvider time) : IRequestHandler<VerifyLogCommand, LogVerification>
{
    public async Task<LogVerification> Handle(VerifyLogCommand request, CancellationToken cancellationToken)
    {
        Operations.VerifyLog.Require(user);
        var outcome = await verifier.VerifyAsync(user.EmployerId, cancellationToken);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "log_verified", user.EmployerId.Value, time.Now()));
        return LogVerification.Of(await checks.KeepAsync(outcome, cancellationToken));
    }
}
