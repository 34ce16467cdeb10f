using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.ListAccessTokens;

/// <summary>The caller's tokens that still hold, without the tokens themselves.</summary>
public sealed record ListAccessTokensQuery : IQuery<IReadOnlyList<AccessTokenResult>>;

public sealed record AccessTokenResult(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

internal sealed class ListAccessTokensHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListAccessTokensQuery, IReadOnlyList<AccessTokenResult>>
{
    public async Task<IReadOnlyList<AccessTokenResult>> Handle(ListAccessTokensQuery request, CancellationToken cancellationToken)
    {
        var (now, id) = (time.Now(), user.Id);
        var tokens = await db.Set<AccessToken>().AsNoTracking()
            .Where(token => token.UserId == id && token.RevokedAt == null && token.ExpiresAt > now)
            .OrderByDescending(token => token.CreatedAt)
            .ToListAsync(cancellationToken);
        return [.. tokens.Select(token => new AccessTokenResult(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, token.LastUsedAt))];
    }
}
