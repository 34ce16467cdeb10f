using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Upkeep;

/// <summary>Does all upkeep at the start and every hour. What fails is tried again the next hour and keeps nothing else from being done.</summary>
internal sealed partial class UpkeepService(IServiceScopeFactory scopes, TimeProvider time, ILogger<UpkeepService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Does all of it once.</summary>
    internal async Task RunOnceAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var upkeep in scope.ServiceProvider.GetServices<IUpkeep>())
        {
            try
            {
                await upkeep.RunAsync(stopping);
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                Failed(upkeep.GetType().Name, fault.GetType().Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await RunOnceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "{Upkeep} failed ({Fault}); it is tried again in an hour.")]
    private partial void Failed(string upkeep, string fault);
}
