using IncidentReporting.Application.Health;

namespace IncidentReporting.Api.Health;

/// <summary>What supervisors and load balancers ask. None of it needs a sign-in, and none of it says more than how the service is.</summary>
internal static partial class OperationPages
{
    public static void MapOperation(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
        app.MapGet("/metrics", async (MetricsPage page, CancellationToken cancellationToken) =>
            TypedResults.Text(await page.WriteAsync(cancellationToken), MetricsPage.ContentType)).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(
        IEnumerable<IReadiness> conditions, ILogger<IReadiness> logger, HttpContext context, CancellationToken cancellationToken)
    {
        foreach (var condition in conditions)
        {
            if (!await condition.IsReadyAsync(cancellationToken))
            {
                NotReady(logger, condition.Name);
                context.Response.Headers.RetryAfter = "2";
                return TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }

        return TypedResults.Text("ready");
    }

    [LoggerMessage(EventId = 1004, Level = LogLevel.Warning, Message = "Not ready: {Condition}")]
    private static partial void NotReady(ILogger logger, string condition);
}
