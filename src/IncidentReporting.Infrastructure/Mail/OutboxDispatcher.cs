using IncidentReporting.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Sends what waits in the outbox as soon as it is committed, and looks by itself every second.</summary>
internal sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, MailQueueStatus status, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private const int AtATime = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly string _claimant = Guid.NewGuid().ToString("N");
    private long _digestLookedAt;

    /// <summary>Looks once; true when there may be more to do at once.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        await MakeDigestsAsync(stopping);
        var now = time.Now();
        if (status.IsPaused(now))
        {
            return false;
        }

        // After a fault of the settings one mail tries whether it is over.
        var most = status.Fault is null ? BatchSize : 1;
        List<WaitingMail> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<OutboxQueue>().DueAsync(most, stopping);
        }

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stopping }, async (mail, _) =>
        {
            if (!status.IsPaused(time.Now()))
            {
                await DeliverAsync(mail, stopping);
            }
        });
        return due.Count == most && !status.IsPaused(time.Now());
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
                RoundFailed(fault);
            }

            if (!hasMore)
            {
                await signal.WaitAsync(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task MakeDigestsAsync(CancellationToken stopping)
    {
        if (_digestLookedAt != 0 && time.GetElapsedTime(_digestLookedAt) < Interval)
        {
            return;
        }

        _digestLookedAt = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<DigestSender>().RunAsync(stopping);
        }
        catch (Exception fault) when (fault is DbUpdateException or ChangedMeanwhileException)
        {
            // Another instance has made the digest, or a line was taken back meanwhile; the next look sees it.
            DigestOvertaken(fault);
        }
    }

    private async Task DeliverAsync(WaitingMail mail, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<MailDelivery>().DeliverAsync(mail, _claimant, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The claim runs out by itself, so one faulty mail holds nobody up.
            DeliveryFailed(mail.Id, fault);
        }
    }

    [LoggerMessage(EventId = 3011, Level = LogLevel.Error, Message = "A round of the mail dispatcher failed.")]
    private partial void RoundFailed(Exception fault);

    [LoggerMessage(EventId = 3012, Level = LogLevel.Error, Message = "Mail {MessageId} could not be handled.")]
    private partial void DeliveryFailed(Guid messageId, Exception fault);

    [LoggerMessage(EventId = 3013, Level = LogLevel.Information, Message = "A digest was changed meanwhile.")]
    private partial void DigestOvertaken(Exception fault);
}
