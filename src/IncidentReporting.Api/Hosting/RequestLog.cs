using System.Diagnostics;
using IncidentReporting.Api.Problems;
using Microsoft.AspNetCore.Diagnostics;

namespace IncidentReporting.Api.Hosting;

/// <summary>One line for each call: the route as a template, never the address itself, which names cases.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // Whoever answers a refusal takes the endpoint off the call.
            var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var method = Known(context.Request.Method);
            var caller = context.User.Identity?.Name ?? "-";
            Answered(logger, method, route, context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, caller, Problem.TraceOf(context));
        }
    }

    // A made-up method is text from outside.
    private static string Known(string method) => HttpMethods.GetCanonicalizedValue(method) is var known && known.All(char.IsAsciiLetterUpper) && known.Length < 8 ? known : "(other)";

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, user {UserId}, call {TraceId}")]
    private static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds, string userId, string traceId);
}
