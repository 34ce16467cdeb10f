using IncidentReporting.Application.Feedback;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Opens every text once, to find what was changed, moved or lost its key. Shows none of them.</summary>
public sealed class SealVerifier(AppDb db)
{
    private const int AtATime = 200;

    /// <summary>How many texts opened, and every one that did not, by its place.</summary>
    public async Task<SealOutcome> VerifyAsync(CancellationToken cancellationToken)
    {
        var outcome = new SealOutcome();
        await VerifyAsync<Incident, IncidentId>(outcome, cancellationToken);
        await VerifyAsync<MeasureRequest, MeasureRequestId>(outcome, cancellationToken);
        await VerifyAsync<WorkStop, WorkStopId>(outcome, cancellationToken);
        await VerifyAsync<Campaign, Guid>(outcome, cancellationToken);
        await VerifyAsync<UnitWatch, UnitWatchId>(outcome, cancellationToken);
        await VerifyAsync<FeedbackMessage, Guid>(outcome, cancellationToken);
        await VerifyAsync<RetentionRun, Guid>(outcome, cancellationToken);
        await VerifyAsync<IdempotencyRecord, Guid>(outcome, cancellationToken);
        return outcome;
    }

    private async Task VerifyAsync<T, TId>(SealOutcome outcome, CancellationToken cancellationToken)
        where T : class
        where TId : struct
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var parts = type.GetNavigations().Where(navigation => navigation.IsCollection && SealedType.Of(navigation.TargetEntityType) is not null).ToList();
        var ids = await db.Set<T>().AsNoTracking().Select(row => EF.Property<TId>(row, "Id")).ToListAsync(cancellationToken);
        foreach (var page in ids.Chunk(AtATime))
        {
            foreach (var root in await db.Set<T>().AsNoTracking().Where(row => page.Contains(EF.Property<TId>(row, "Id"))).ToListAsync(cancellationToken))
            {
                var id = SealedType.Of(type)!.RowOf(root);
                Open(root, SealedType.Of(type)!, typeof(T), id, outcome);
                foreach (var navigation in parts)
                {
                    OpenParts(root, navigation, id, outcome);
                }
            }

            db.ClearTracked();
        }
    }

    private static void OpenParts(object root, INavigation navigation, Guid id, SealOutcome outcome)
    {
        foreach (var part in (System.Collections.IEnumerable)navigation.GetGetter().GetClrValue(root)!)
        {
            Open(part, SealedType.Of(navigation.TargetEntityType)!, root.GetType(), id, outcome);
        }
    }

    private static void Open(object entity, SealedType type, Type kind, Guid id, SealOutcome outcome)
    {
        foreach (var text in type.Texts)
        {
            try
            {
                outcome.Opened += text.Find(entity)?.Value is null ? 0 : 1;
            }
            catch (SealBrokenException broken) when (broken.IsErased)
            {
                outcome.Erased.Add((kind, id));
            }
            catch (SealBrokenException broken)
            {
                outcome.Broken.Add(broken.Message);
            }
        }
    }
}

/// <summary>What came of opening every text.</summary>
public sealed class SealOutcome
{
    public long Opened { get; internal set; }

    /// <summary>What stands there although its key was destroyed: it was erased after this copy was made.</summary>
    public HashSet<(Type Kind, Guid Id)> Erased { get; } = [];

    /// <summary>A line for each text that did not open, with its place.</summary>
    public HashSet<string> Broken { get; } = new(StringComparer.Ordinal);
}
