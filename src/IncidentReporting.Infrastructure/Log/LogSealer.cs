using IncidentReporting.Application.Log;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Links new entries of the log within a second, and signs the heads at most every ten.</summary>
/// <remarks>Counts time by the machine's own count: a clock that is moved stops nothing. What a crash leaves unlinked is found at the next start.</remarks>
internal sealed partial class LogSealer(IServiceScopeFactory scopes, LogCheckpoints checkpoints, TimeProvider time, ILogger<LogSealer> logger) : BackgroundService, ILogSealing
{
    private const int AtOnce = 2000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenFirst = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(10);

    private long? _signedAt;

    /// <summary>One batch for each employer; true when there may be more.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        var hasMore = false;
        await using var scope = scopes.CreateAsyncScope();
        var linker = scope.ServiceProvider.GetRequiredService<LogLinker>();
        foreach (var employer in await linker.WaitingAsync(stopping))
        {
            try
            {
                hasMore |= await linker.LinkAsync(employer, AtOnce, stopping) == AtOnce;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One employer's entries that can't be read keep nobody else's waiting.
                LeftUnlinked(employer.Value, fault);
            }
        }

        if (await IsSigningDueAsync(stopping))
        {
            // Also when it fails: a full disk is tried again, not hammered.
            _signedAt = time.GetTimestamp();
            await checkpoints.WriteAsync(stopping);
        }

        return hasMore;
    }

    private async Task<bool> IsSigningDueAsync(CancellationToken stopping)
    {
        var since = _signedAt is { } last ? time.GetElapsedTime(last) : TimeSpan.MaxValue;
        return since >= BetweenCheckpoints || (since >= BetweenFirst && await checkpoints.AreLackingAsync(stopping));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SealAsync(cancellationToken);
    }

    /// <summary>Links and signs all that waits: at the stop, and after a command.</summary>
    public async Task SealAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var linker = scope.ServiceProvider.GetRequiredService<LogLinker>();
            foreach (var employer in await linker.WaitingAsync(cancellationToken))
            {
                try
                {
                    await linker.LinkAllAsync(employer, AtOnce, cancellationToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LeftUnlinked(employer.Value, fault);
                }
            }

            await checkpoints.WriteAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var hasMore = false;
            try
            {
                hasMore = await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Failed(fault);
            }

            if (!hasMore)
            {
                await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "Linking the log failed; it goes on in a moment.")]
    private partial void Failed(Exception fault);

    [LoggerMessage(EventId = 3205, Level = LogLevel.Error, Message = "Linking the log of employer {Employer} failed; it is tried again.")]
    private partial void LeftUnlinked(Guid employer, Exception fault);
}
