using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.RevokeSession;

/// <summary>Signs the caller out on another device.</summary>
public sealed record RevokeSessionCommand(Guid SessionId) : ICommand;

internal sealed class RevokeSessionHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeSessionCommand, Unit>
{
    public async Task<Unit> Handle(RevokeSessionCommand request, CancellationToken cancellationToken)
    {
        var (now, id) = (time.Now(), user.Id);
        var session = await db.Set<UserSession>().SingleOrDefaultAsync(row => row.Id == request.SessionId && row.UserId == id, cancellationToken)
            ?? throw new NotFoundException();
        session.Revoke(now);
        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, id, "session_revoked", session.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
