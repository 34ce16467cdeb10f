using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Retention;

/// <summary>Does what released runs say, thing by thing; and destroys what a process that died had only written down.</summary>
internal sealed partial class RetentionService(IServiceScopeFactory scopes, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private const int AtATime = 100;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>Everything that is released by now.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await TryAsync<Destruction>(destruction => destruction.FinishAsync(cancellationToken), cancellationToken);
        foreach (var run in await InScopeAsync(services => services.GetRequiredService<RetentionWork>().ReleasedAsync(cancellationToken)))
        {
            var after = Guid.Empty;
            while (await InScopeAsync(services => services.GetRequiredService<RetentionWork>().PendingAsync(run, after, AtATime, cancellationToken)) is { Count: > 0 } items)
            {
                foreach (var item in items)
                {
                    await TryAsync<RetentionWork>(work => work.TakeAsync(run, item, cancellationToken), cancellationToken);
                }

                after = items[^1].Id;
            }

            await TryAsync<RetentionWork>(work => work.FinishAsync(run, cancellationToken), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                try
                {
                    await RunOnceAsync(stoppingToken);
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                {
                    Failed(fault.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task TryAsync<T>(Func<T, Task<bool>> step, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            await InScopeAsync(services => step(services.GetRequiredService<T>()));
        }
        catch (ChangedMeanwhileException)
        {
            // Another instance has it, or it changed while it was looked at; the next look finds how it stands.
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One thing that cannot be erased keeps no other from being; it waits for the next look.
            Failed(fault.GetType().Name);
        }
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    [LoggerMessage(EventId = 3501, Level = LogLevel.Warning, Message = "The erasure stopped ({Fault}); it goes on in a moment.")]
    private partial void Failed(string fault);
}
