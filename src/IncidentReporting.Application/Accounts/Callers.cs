using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts;

internal sealed class Callers(IIncidentReportingDb db, IOrgCharts charts, TimeProvider time) : ICallers
{
    // Often enough to see who is there, seldom enough not to write at every call.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async Task<Caller?> BySessionAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var session = await db.Set<UserSession>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == sessionId, cancellationToken);
        if (session is null || !session.IsOpenAt(now) || await FindAsync(session.UserId, session.Id, scopes: null, cancellationToken) is not { } caller)
        {
            return null;
        }

        if (now - session.LastSeenAt >= SeenEvery)
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            await db.Set<UserSession>().Where(row => row.Id == sessionId)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.LastSeenAt, now), cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        return caller;
    }

    public async Task<UserId?> OwnerOfAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await db.Set<UserSession>().Where(row => row.Id == sessionId).Select(row => (UserId?)row.UserId).SingleOrDefaultAsync(cancellationToken);

    public async Task<Caller?> ByTokenAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var hash = AccessToken.HashOf(token);
        var found = await db.Set<AccessToken>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        if (found is null || !found.IsValidAt(now) || await FindAsync(found.UserId, sessionId: null, found.Scopes, cancellationToken) is not { } caller)
        {
            return null;
        }

        if (found.LastUsedAt is null || now - found.LastUsedAt >= SeenEvery)
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            await db.Set<AccessToken>().Where(row => row.Id == found.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.LastUsedAt, now), cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        return caller;
    }

    public Task<Caller?> ByIdAsync(UserId id, CancellationToken cancellationToken) => FindAsync(id, sessionId: null, scopes: null, cancellationToken);

    private async Task<Caller?> FindAsync(UserId id, Guid? sessionId, IReadOnlyList<string>? scopes, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.IsDisabled, cancellationToken);
        if (person is null)
        {
            return null;
        }

        var chart = await charts.OfAsync(person.EmployerId, cancellationToken);
        var roles = chart.RolesOf(id, time.Now()).Select(held => new HeldRole(held.Role, held.Unit, chart.Reach(held.Unit))).ToList();
        return new Caller(
            id, person.EmployerId, person.Name, person.Email, person.Language ?? chart.Employer.DefaultLanguage, chart.Employer.Zone(), roles, sessionId, scopes);
    }
}
