using System.Globalization;
using System.Threading.RateLimiting;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Api.Hosting;

/// <summary>How many calls one account may make in a minute, and one address by those who have none. Far above what people and honest programs need.</summary>
internal sealed record CallLimits(int PerAccount, int WithoutAccount)
{
    public const int DefaultPerAccount = 60_000;
    public const int DefaultWithoutAccount = 30_000;

    public static CallLimits Read(IConfiguration configuration) => new(
        CountOf(configuration, "CallsPerMinute", DefaultPerAccount), CountOf(configuration, "CallsPerMinuteWithoutAccount", DefaultWithoutAccount));

    private static int CountOf(IConfiguration configuration, string name, int ordinary) =>
        configuration[$"Limits:{name}"] is not { } setting || string.IsNullOrWhiteSpace(setting) ? ordinary
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw new SettingException($"Limits__{name}", "must be a whole number above 0.");
}

/// <summary>Holds the limits, once it is known who calls: colleagues behind one address never use up each other's.</summary>
internal sealed class CallLimit : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly RequestDelegate _next;
    private readonly PartitionedRateLimiter<(string Caller, int Limit)> _limiter = PartitionedRateLimiter.Create<(string Caller, int Limit), string>(
        call => RateLimitPartition.GetFixedWindowLimiter(call.Caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = call.Limit, Window = Window }));

    private readonly CallLimits _limits;

    public CallLimit(RequestDelegate next, CallLimits limits) => (_next, _limits) = (next, limits);

    public async Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        // Whoever watches over the service is never turned away, and the page of a problem stands in for another that has been counted.
        if (PageProblem.In(context) is not null || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            await _next(context);
            return;
        }

        using var lease = _limiter.AttemptAcquire(user.IsSignedIn
            ? ($"account {user.Id.Value:N}", _limits.PerAccount)
            : ($"address {context.Connection.RemoteIpAddress}", _limits.WithoutAccount));
        if (!lease.IsAcquired)
        {
            throw new RequestRefusedException(ProblemKind.TooManyRequests)
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window,
            };
        }

        await _next(context);
    }

    public void Dispose() => _limiter.Dispose();
}
