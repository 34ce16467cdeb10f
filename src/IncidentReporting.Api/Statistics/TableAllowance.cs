using System.Threading.RateLimiting;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Statistics;

/// <summary>Counts in this process: <c>Statistics__TablesPerHour</c>, default 600.</summary>
internal sealed class TableAllowance(int perHour) : ITableAllowance, IDisposable
{
    public const int Default = 600;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<UserId> _limiter = PartitionedRateLimiter.Create<UserId, Guid>(user => RateLimitPartition.GetFixedWindowLimiter(
        user.Value, _ => new FixedWindowRateLimiterOptions { PermitLimit = perHour, Window = Window }));

    public void Take(UserId user)
    {
        using var lease = _limiter.AttemptAcquire(user);
        if (!lease.IsAcquired)
        {
            throw new TooManyAttemptsException(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window);
        }
    }

    public void Dispose() => _limiter.Dispose();
}
