using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts;

/// <summary>Five wrong in a row from one address lock the account for that address for a quarter of an hour; others can still sign in.</summary>
internal sealed class SignInGuard(IIncidentReportingDb db, TimeProvider time)
{
    public const int Allowed = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static string KeyOf(string userName, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userName.Trim().ToUpperInvariant()}\n{address}")));

    public async Task RefuseWhenLockedAsync(string key, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var until = await Row(key).Select(row => row.LockedUntil).SingleOrDefaultAsync(cancellationToken);
        if (until > now)
        {
            throw new AccountLockedException(until.Value - now);
        }
    }

    public async Task CountFailureAsync(string key, CancellationToken cancellationToken)
    {
        // Several wrong ones at the same moment are all counted: the row is added by whoever comes first.
        if (!await CountAsync(key, cancellationToken))
        {
            try
            {
                db.Set<SignInFailures>().Add(SignInFailures.None(key, time.Now()));
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (UniqueViolationException)
            {
                db.ClearTracked();
            }

            await CountAsync(key, cancellationToken);
        }
    }

    public async Task ForgetAsync(string key, CancellationToken cancellationToken)
    {
        if (await Row(key).AnyAsync(cancellationToken))
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            await Row(key).ExecuteDeleteAsync(cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }
    }

    private async Task<bool> CountAsync(string key, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var scope = await db.BeginAsync(cancellationToken);
        await Row(key).Where(row => row.LockedUntil != null && row.LockedUntil <= now).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.Count, 0).SetProperty(row => row.LockedUntil, (DateTimeOffset?)null), cancellationToken);
        var counted = await Row(key).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.Count, row => row.Count + 1).SetProperty(row => row.LastAt, now), cancellationToken);
        await Row(key).Where(row => row.Count >= Allowed && row.LockedUntil == null).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.LockedUntil, now + LockedFor), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return counted == 1;
    }

    private IQueryable<SignInFailures> Row(string key) => db.Set<SignInFailures>().AsNoTracking().Where(row => row.Key == key);
}
