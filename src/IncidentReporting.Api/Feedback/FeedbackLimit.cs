using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace IncidentReporting.Api.Feedback;

/// <summary>How often one address may send feedback, signed in or not; many share an address behind a gateway. To read the page is free.</summary>
internal static class FeedbackLimit
{
    public const string Policy = "feedback";
    public const int PerMinute = 120;

    public static IServiceCollection AddFeedbackLimit(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(string.Empty)));
}
