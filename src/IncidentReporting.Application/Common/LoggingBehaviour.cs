using System.Diagnostics;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Application.Common;

/// <summary>One line for each use case: its name, its outcome and its time. Never the request, which holds what people wrote.</summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(ILogger<TRequest> logger) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = "fault";
        try
        {
            var response = await next();
            outcome = "ok";
            return response;
        }
        catch (Exception refusal) when (NameOf(refusal) is { } name)
        {
            outcome = name;
            throw;
        }
        finally
        {
            UseCaseDone(logger, typeof(TRequest).Name, outcome, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static string? NameOf(Exception exception) => exception switch
    {
        RuleBrokenException broken => broken.Rule.Code,
        InvalidInputException => "invalid",
        NotFoundException => "not_found",
        NotAllowedException => "not_allowed",
        NotSignedInException => "not_signed_in",
        AccountLockedException => "account_locked",
        TooManyAttemptsException => "too_many_attempts",
        ChangedMeanwhileException => "changed_meanwhile",
        OperationCanceledException => "cancelled",
        _ => null,
    };

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "{UseCase} {Outcome} in {Milliseconds:0.0} ms")]
    private static partial void UseCaseDone(ILogger logger, string useCase, string outcome, double milliseconds);
}
