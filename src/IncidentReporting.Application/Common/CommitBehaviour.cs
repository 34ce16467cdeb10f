using IncidentReporting.Application.Idempotency;
using MediatR;

namespace IncidentReporting.Application.Common;

/// <summary>Runs a command in one transaction, again when somebody else was quicker, and only once for one idempotency key.</summary>
internal sealed class CommitBehaviour<TRequest, TResponse>(IIncidentReportingDb db, AnswerStore answers, IdempotencyContext idempotency, RunningCommand running)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private const int Attempts = 5;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // A command sent by another command belongs to the other's transaction.
        if (request is not ICommand<TResponse> || running.IsRunning)
        {
            return await next();
        }

        running.IsRunning = true;
        try
        {
            return await RepeatAsync(request is not IConditional { Expected.OneOf: not null }, next, cancellationToken);
        }
        finally
        {
            running.IsRunning = false;
        }
    }

    private async Task<TResponse> RepeatAsync(bool mayRepeat, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(next, cancellationToken);
            }
            catch (ChangedMeanwhileException) when (mayRepeat && attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 20) * attempt, cancellationToken);
            }
            catch (UniqueViolationException) when (idempotency.IsUsed && attempt < Attempts)
            {
                // Most likely the same key at the same moment: the next turn finds the other's answer.
                await Task.Delay(Random.Shared.Next(5, 20) * attempt, cancellationToken);
            }
            catch
            {
                // Nothing that was half done is left for what the same call reads, and saves, after the refusal.
                db.ClearTracked();
                throw;
            }

            db.ClearTracked();
        }
    }

    private async Task<TResponse> RunAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        await using var scope = await db.BeginAsync(cancellationToken);
        if (idempotency.IsUsed && await answers.FindAsync<TResponse>(idempotency, cancellationToken) is { } earlier)
        {
            await scope.CommitAsync(cancellationToken);
            return earlier.Answer;
        }

        var response = await next();
        if (idempotency.IsUsed)
        {
            await answers.KeepAsync(idempotency, response, cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
        return response;
    }
}

/// <summary>Whether a command of this scope is under way.</summary>
internal sealed class RunningCommand
{
    public bool IsRunning { get; set; }
}
