using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.RevokeAccessToken;

public sealed record RevokeAccessTokenCommand(Guid TokenId) : ICommand;

internal sealed class RevokeAccessTokenHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeAccessTokenCommand, Unit>
{
    public async Task<Unit> Handle(RevokeAccessTokenCommand request, CancellationToken cancellationToken)
    {
        var (now, id) = (time.Now(), user.Id);
        var token = await db.Set<AccessToken>().SingleOrDefaultAsync(row => row.Id == request.TokenId && row.UserId == id, cancellationToken)
            ?? throw new NotFoundException();
        token.Revoke(now);
        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, id, "access_token_revoked", token.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
