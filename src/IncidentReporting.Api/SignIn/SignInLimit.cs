using System.Threading.RateLimiting;
using IncidentReporting.Api.Problems;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Api.SignIn;

/// <summary>How often one address may try to sign in, whatever the accounts; many share an address behind a municipality's gateway.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";
    public const int PerMinute = 600;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Policy, context => HttpMethods.IsGet(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter(string.Empty)
                : RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));
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
