using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log.GetVerification;
using IncidentReporting.Application.Organisation;
using MediatR;

namespace IncidentReporting.Application.Log.Verify;

/// <summary>Checks the log of the caller's employer now, entry by entry.</summary>
/// <remarks>No command: its transaction would keep reports, and what links the log, waiting for as long as the walk takes. Only what was found is saved, at the end.</remarks>
public sealed record VerifyLogQuery : IQuery<LogVerification>;

internal sealed class VerifyLogHandler(IIncidentReportingDb db, ILogVerifier verifier, LogChecks checks, ICurrentUser user, TimeProvider time) : IRequestHandler<VerifyLogQuery, LogVerification>
{
    public async Task<LogVerification> Handle(VerifyLogQuery request, CancellationToken cancellationToken)
    {
        Operations.VerifyLog.Require(user);
        var outcome = await verifier.VerifyAsync(user.EmployerId, cancellationToken);
        try
        {
            return await KeepAsync(outcome, cancellationToken);
        }
        catch (Exception kept) when (kept is UniqueViolationException or ChangedMeanwhileException)
        {
            // The daily check has just kept its own.
            db.ClearTracked();
            return await KeepAsync(outcome, cancellationToken);
        }
    }

    private async Task<LogVerification> KeepAsync(LogOutcome outcome, CancellationToken cancellationToken)
    {
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "log_verified", user.EmployerId.Value, time.Now()));
        return LogVerification.Of(await checks.KeepAsync(outcome, cancellationToken));
    }
}
