using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IncidentReporting.Application.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentReporting.Infrastructure.Mail;

internal sealed class OutboxSignal : IOutboxSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Returns when the signal was raised, or when <paramref name="longest"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(longest);
        try
        {
            await _raised.Reader.ReadAsync(within.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}

/// <summary>Raises the signal when mails were committed; added to the context's options by whoever builds them.</summary>
public sealed class OutboxSignalInterceptor(IOutboxSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> _ordered = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && OrdersMail(context))
        {
            _ordered.AddOrUpdate(context, context);
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            RaiseFor(context);
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            RaiseFor(context);
        }

        return Task.CompletedTask;
    }

    /// <summary>New rows stand as added without a search for changes, which the save itself makes once already.</summary>
    private static bool OrdersMail(DbContext context)
    {
        var tracker = context.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return tracker.Entries<OutboxMessage>().Any(entry => entry.State is EntityState.Added or EntityState.Modified);
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    private void RaiseFor(DbContext context)
    {
        if (_ordered.Remove(context))
        {
            signal.Raise();
        }
    }
}
