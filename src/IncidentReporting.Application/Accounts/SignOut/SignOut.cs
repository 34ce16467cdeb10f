using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.SignOut;

/// <summary>Ends the session that the call came with; with none it does nothing.</summary>
public sealed record SignOutCommand : ICommand;

internal sealed class SignOutHandler(IIncidentReportingDb db, CurrentUser user, TimeProvider time) : IRequestHandler<SignOutCommand, Unit>
{
    public async Task<Unit> Handle(SignOutCommand request, CancellationToken cancellationToken)
    {
        if (user.SessionId is not { } id)
        {
            return Unit.Value;
        }

        var now = time.Now();
        var session = await db.Set<UserSession>().SingleAsync(row => row.Id == id, cancellationToken);
        session.Revoke(now);
        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, user.Id, "signed_out", id, now));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
