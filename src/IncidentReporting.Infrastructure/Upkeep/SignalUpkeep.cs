using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Signals;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Upkeep;

/// <summary>Looks for early warnings, employer by employer: once for each month that is over, and every time for rare events.</summary>
internal sealed class SignalUpkeep(IServiceScopeFactory scopes) : IUpkeep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var employer in await OnEvaluationAsync(evaluation => evaluation.EmployersAsync(cancellationToken)))
        {
            try
            {
                await OnEvaluationAsync(evaluation => evaluation.EvaluateAsync(employer, cancellationToken));
            }
            catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
            {
                // Another instance has done it, or a warning has just been acknowledged; the next look sees it.
            }
        }
    }

    private async Task<T> OnEvaluationAsync<T>(Func<ISignalEvaluation, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ISignalEvaluation>());
    }
}
