using Microsoft.AspNetCore.Diagnostics;

namespace IncidentReporting.Api.Problems;

/// <summary>Answers programs: refusals and faults become problem details.</summary>
internal sealed class RefusalHandler(RefusalTranslation refusals) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (problem, retryAfter) = refusals.Translate(exception, httpContext);
        await problem.WriteAsync(httpContext, retryAfter);
        return true;
    }
}
