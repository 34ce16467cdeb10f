using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Evidence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Has what was received scanned, one file after the other, where a scanner is set up.</summary>
internal sealed partial class ScanService(IServiceScopeFactory scopes, IVirusScanner scanner, TimeProvider time, ILogger<ScanService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Scans what is due now.</summary>
    internal async Task RunOnceAsync(CancellationToken stopping)
    {
        foreach (var file in await OnWorkAsync(work => work.DueAsync(stopping)))
        {
            await OnWorkAsync(async work =>
            {
                await work.ScanAsync(file, stopping);
                return true;
            });
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!scanner.IsSetUp)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryOnceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task TryOnceAsync(CancellationToken stopping)
    {
        try
        {
            await RunOnceAsync(stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Failed(fault.GetType().Name);
        }
    }

    private async Task<T> OnWorkAsync<T>(Func<IScanWork, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IScanWork>());
    }

    [LoggerMessage(EventId = 3302, Level = LogLevel.Warning, Message = "The virus scan failed ({Fault}); it goes on in a moment.")]
    private partial void Failed(string fault);
}
