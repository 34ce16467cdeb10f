using System.Threading.RateLimiting;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;

namespace IncidentReporting.Infrastructure.Identity;

/// <summary>Counts in this process.</summary>
internal sealed class SignInLimit(TimeProvider time) : ISignInLimit, IDisposable
{
    private const int LongestLine = 1_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetConcurrencyLimiter(
        key, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = LongestLine }));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tries> _tries = new(StringComparer.Ordinal);
    private DateTimeOffset _swept;

    public async Task<IDisposable> WaitForTurnAsync(string key, CancellationToken cancellationToken)
    {
        var turn = await _turns.AcquireAsync(key, 1, cancellationToken);
        return turn.IsAcquired ? turn : throw new TooManyAttemptsException(Window);
    }

    public void Take(string address)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            if (!_tries.TryGetValue(address, out var tries) || tries.Since + Window <= now)
            {
                tries = new Tries(now, 0);
            }

            if (tries.Count >= ISignInLimit.FailuresPerMinute)
            {
                throw new TooManyAttemptsException(tries.Since + Window - now);
            }

            _tries[address] = tries with { Count = tries.Count + 1 };
        }
    }

    public void GiveBack(string address)
    {
        lock (_gate)
        {
            if (_tries.TryGetValue(address, out var tries) && tries.Count > 0)
            {
                _tries[address] = tries with { Count = tries.Count - 1 };
            }
        }
    }

    public void Dispose() => _turns.Dispose();

    private void Sweep(DateTimeOffset now)
    {
        if (_swept + Window > now)
        {
            return;
        }

        _swept = now;
        foreach (var (address, _) in _tries.Where(entry => entry.Value.Since + Window <= now).ToList())
        {
            _tries.Remove(address);
        }
    }

    private readonly record struct Tries(DateTimeOffset Since, int Count);
}
