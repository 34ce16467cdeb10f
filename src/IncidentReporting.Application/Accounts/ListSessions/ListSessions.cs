using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.ListSessions;

/// <summary>Where the caller is signed in, latest first.</summary>
public sealed record ListSessionsQuery : IQuery<IReadOnlyList<SessionResult>>;

public sealed record SessionResult(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? UserAgent, bool Current);

internal sealed class ListSessionsHandler(IIncidentReportingDb db, CurrentUser user, TimeProvider time)
    : IRequestHandler<ListSessionsQuery, IReadOnlyList<SessionResult>>
{
    public async Task<IReadOnlyList<SessionResult>> Handle(ListSessionsQuery request, CancellationToken cancellationToken)
    {
        var (now, id, current) = (time.Now(), user.Id, user.SessionId);
        var since = now - UserSession.Longest;
        var sessions = await db.Set<UserSession>().AsNoTracking()
            .Where(session => session.UserId == id && session.RevokedAt == null && session.CreatedAt > since)
            .OrderByDescending(session => session.CreatedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. sessions.Where(session => session.IsOpenAt(now))
                .Select(session => new SessionResult(session.Id, session.CreatedAt, session.LastSeenAt, session.UserAgent, session.Id == current)),
        ];
    }
}
