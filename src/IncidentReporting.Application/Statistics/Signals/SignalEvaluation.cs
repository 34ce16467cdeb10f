using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Looks at the charts of an employer when a month is over, and at those of rare events whenever asked.</summary>
public interface ISignalEvaluation
{
    /// <summary>Employers that have something to set events in proportion to.</summary>
    Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Does what is due and opens warnings with their duties, in one save; false when there was nothing to do. Where another does the same at
    /// the moment, one of them is refused by <see cref="UniqueViolationException"/> or <see cref="ChangedMeanwhileException"/> and has done nothing.
    /// </summary>
    Task<bool> EvaluateAsync(EmployerId employer, CancellationToken cancellationToken);
}

internal sealed class SignalEvaluation(IIncidentReportingDb db, IOrgCharts charts, SignalReader reader, SignalDuties duties, TimeProvider time) : ISignalEvaluation
{
    public async Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken) =>
        await db.Set<Domain.Statistics.Headcount>().AsNoTracking().Select(row => row.EmployerId).Distinct().ToListAsync(cancellationToken);

    public async Task<bool> EvaluateAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var org = await charts.OfAsync(employer, cancellationToken);
        var last = EmployerSignals.LastMonth(org, now);
        var isNewMonth = !await db.Set<WarningRun>().AnyAsync(run => run.EmployerId == employer && run.Month == last, cancellationToken);
        var rare = isNewMonth ? null : await RareAsync(employer, cancellationToken);
        if (rare is { Count: 0 })
        {
            return false;
        }

        var signals = await reader.ReadAsync(employer, rare, last, cancellationToken);
        if (isNewMonth)
        {
            (signals, var added) = SignalBaselines.Start(signals);
            db.Set<WarningChart>().AddRange(added);
            db.Set<WarningRun>().Add(WarningRun.Of(employer, last, now));
        }

        var opened = 0;
        foreach (var (item, state) in Judge(signals, isNewMonth))
        {
            opened += await TakeAsync(item, state, now, cancellationToken) ? 1 : 0;
        }

        if (!isNewMonth && opened == 0)
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<UnitId>> RareAsync(EmployerId employer, CancellationToken cancellationToken) =>
        [.. (await db.Set<WarningChart>().AsNoTracking().Where(row => row.EmployerId == employer && row.StartsOn != null && !row.WholeEmployer).ToListAsync(cancellationToken))
            .Where(row => row.Method is WarningMethod.Gaps).Select(row => row.UnitId)];

    // Of many alerts at once some come by chance: each that does not stand among all the month's charts is a watch.
    private static List<(Followed Item, SignalState State)> Judge(EmployerSignals signals, bool isNewMonth)
    {
        var states = signals.Items.Where(item => !(signals.Org.Unit(item.Unit)?.IsClosed ?? true))
            .Select(item => (Item: item, State: signals.StateOf(item)!)).Where(one => one.State is not null && (isNewMonth || one.State.Kind is WatchKind.Gap)).ToList();
        var followed = states.Where(one => one.State.Kind is not WatchKind.Gap).ToList();
        var stands = BenjaminiHochberg.Standing([.. followed.Select(one => one.State.P)]);
        var held = followed.Where((one, i) => one.State.Level is WarningLevel.Alert && !stands[i]).Select(one => one.State).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. states.Select(one => (one.Item, held.Contains(one.State) ? one.State.HeldBack() : one.State))];
    }

    private async Task<bool> TakeAsync(Followed item, SignalState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (state.Level is WarningLevel.None)
        {
            return false;
        }

        var evidence = state.Evidence.ToJson();
        if (item.Open is { } open)
        {
            // Opened by another chart of the unit, before that one began anew: it stands as it was.
            if (open.Kind != state.Kind || (open.Evidence == evidence && open.Level >= state.Level))
            {
                return false;
            }

            open.Follow(state.Level, evidence);
            return true;
        }

        if (item.Watches.Any(watch => watch.Kind == state.Kind && watch.Month == state.Month))
        {
            return false;
        }

        var opened = UnitWatch.Open(item.Chart!.EmployerId, item.Unit, item.WholeEmployer, state.Kind, state.Level, state.Month, evidence, now);
        db.Set<UnitWatch>().Add(opened);
        await duties.FindAnewAsync(opened, isStored: false, cancellationToken);
        return true;
    }
}

/// <summary>The duties (R29) that follow from a warning.</summary>
internal sealed class SignalDuties(CaseObligations obligations)
{
    public Task FindAnewAsync(UnitWatch watch, bool isStored, CancellationToken cancellationToken) =>
        obligations.FindAllAnewAsync(
            new ObligationSubject(watch.EmployerId, SubjectKind.UnitWatch, watch.Id.Value, watch.UnitId, IncidentId: null),
            new CaseParties { UnitId = watch.UnitId },
            (policy, calendar) => ObligationEngine.PlanUnitWatch(new UnitWatchFacts(watch.Id.Value, watch.OpenedAt, watch.AcknowledgedAt), policy, calendar),
            isStored,
            cancellationToken);
}
