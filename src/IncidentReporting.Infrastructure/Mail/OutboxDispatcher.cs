using System.Collections.Concurrent;
using IncidentReporting.Application.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Sends what waits in the outbox as soon as it is committed, and looks by itself every second.</summary>
internal sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, MailQueueStatus status, IMailTransport transport, TimeProvider time, ILogger<OutboxDispatcher> logger)
    : BackgroundService
{
    private const int AtATime = 4;
    private const int BatchSize = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Mails of one moment leave together: their few writes stand in the way of those who report, each for itself would.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(300);
    private long? _digestLookedAt;

    // After a crash an idempotent transport goes on at once; elsewhere a lease outlasts the longest conversation.
    private TimeSpan Lease => transport.IsIdempotent ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(2);

    /// <summary>Looks once; true when there may be more to do at once.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        await MakeDigestsAsync(stopping);
        if (status.IsPaused(time.Now()))
        {
            return false;
        }

        // After a fault of the settings one mail tries whether it is over.
        var most = status.Fault is not null ? 1 : transport.IsIdempotent ? BatchSize : AtATime;
        var claim = Guid.NewGuid().ToString("N");
        var claimed = await ClaimAsync(claim, most, stopping);
        if (claimed.Count == 0)
        {
            return false;
        }

        var sent = new ConcurrentBag<SentMail>();
        try
        {
            await DeliverAsync(claimed, sent, stopping);
        }
        finally
        {
            await ReleaseAsync(claim, claimed.Count, sent);
        }

        return claimed.Count == most && !status.IsPaused(time.Now());
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
                await Task.Delay(Gathering, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<IReadOnlyList<ClaimedMail>> ClaimAsync(string claim, int most, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(claim, most, Lease, stopping);
    }

    private async Task DeliverAsync(IReadOnlyList<ClaimedMail> claimed, ConcurrentBag<SentMail> sent, CancellationToken stopping)
    {
        await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (mail, _) =>
        {
            if (!stopping.IsCancellationRequested && !status.IsPaused(time.Now()))
            {
                await DeliverOneAsync(mail, sent, stopping);
            }
        });

        if (transport.IsIdempotent && !sent.IsEmpty)
        {
            await OnQueueAsync(queue => queue.SentAsync(sent));
        }
    }

    private async Task DeliverOneAsync(ClaimedMail mail, ConcurrentBag<SentMail> sent, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<MailDelivery>().DeliverAsync(mail, stopping) is not { } done)
        {
            return;
        }

        // One write for the batch where a repetition does no harm; else each mail is noted before anything else can happen.
        sent.Add(done);
        if (!transport.IsIdempotent)
        {
            await OnQueueAsync(queue => queue.SentAsync([done]));
        }
    }

    private async Task ReleaseAsync(string claim, int claimed, ConcurrentBag<SentMail> sent)
    {
        if (sent.Count < claimed)
        {
            await OnQueueAsync(queue => queue.ReleaseAsync(claim, [.. sent.Select(done => done.Mail.Message.Id)]));
        }
    }

    private async Task MakeDigestsAsync(CancellationToken stopping)
    {
        if (_digestLookedAt is { } last && time.GetElapsedTime(last) < Interval)
        {
            return;
        }

        _digestLookedAt = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DigestSender>().RunAsync(stopping);
    }

    private async Task OnQueueAsync(Func<OutboxQueue, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<OutboxQueue>());
    }

    [LoggerMessage(EventId = 3011, Level = LogLevel.Error, Message = "A round of the mail dispatcher failed.")]
    private partial void RoundFailed(Exception fault);
}
