using IncidentReporting.Application.Common;
using IncidentReporting.Application.Pulse;
using IncidentReporting.Domain.Pulse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Pulse;

/// <summary>Looks every second for rounds that have to ask, remind or close. Several instances may look at once.</summary>
internal sealed partial class PulseScheduler(IServiceScopeFactory scopes, TimeProvider time, ILogger<PulseScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Looks once.</summary>
    internal async Task RunOnceAsync(CancellationToken stopping)
    {
        foreach (var round in await OnStepsAsync(steps => steps.DueAsync(stopping)))
        {
            try
            {
                await OnStepsAsync(steps => steps.TakeAsync(round, stopping));
            }
            catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
            {
                // Another instance was quicker.
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One round that cannot go on must not hold up the others. Without the message: it could hold values.
                StepFailed(round, fault.GetType().Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                RoundFailed(fault.GetType().Name);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<T> OnStepsAsync<T>(Func<IPulseSteps, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IPulseSteps>());
    }

    [LoggerMessage(EventId = 3601, Level = LogLevel.Error, Message = "Pulse: a look failed ({Fault}); the next one follows")]
    private partial void RoundFailed(string fault);

    [LoggerMessage(EventId = 3602, Level = LogLevel.Error, Message = "Pulse: round {Round} could not go on ({Fault}); it is tried again")]
    private partial void StepFailed(PulseRoundId round, string fault);
}

public static class PulseSchedulerRegistration
{
    /// <summary>Takes the rounds' steps from this process; for the server, not for commands.</summary>
    public static IServiceCollection AddPulseScheduler(this IServiceCollection services)
    {
        services.AddSingleton<PulseScheduler>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PulseScheduler>());
        return services;
    }
}
