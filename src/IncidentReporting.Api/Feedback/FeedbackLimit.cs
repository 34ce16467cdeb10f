using System.Threading.RateLimiting;
using IncidentReporting.Api.Problems;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Api.Feedback;

/// <summary>How often one address may send feedback, signed in or not; many share an address behind a gateway. To read the page is free.</summary>
internal static class FeedbackLimit
{
    public const string Policy = "feedback";
    public const int PerMinute = 120;

    public static IServiceCollection AddFeedbackLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(string.Empty));
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
                if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                {
                    // A page says it in its own way.
                    rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    return ValueTask.CompletedTask;
                }

                return new ValueTask(Problem.Of(ProblemKind.TooManyRequests, rejected.HttpContext).WriteAsync(rejected.HttpContext, wait));
            };
        });
}
