using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Shows how units stand: what was found at the latest look, and else how the chart is drawn now.</summary>
internal sealed class SignalViews(IIncidentReportingDb db, SignalReader reader, ICurrentUser user)
{
    public async Task<IReadOnlyList<SignalItem>> OfAsync(EmployerId employer, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        // Nothing is shown before it has been looked at: the chart follows the task, not the other way round.
        if (await LastMonthAsync(db, employer, cancellationToken) is not { } last)
        {
            return [];
        }

        var signals = await reader.ReadAsync(employer, units, last, cancellationToken);
        var parents = signals.Org.Units.Select(unit => unit.ParentId).ToHashSet();
        return
        [
            .. signals.Items.Where(item => units.Contains(item.Unit) && IsWorkplace(item, parents, signals.Org))
                .OrderByDescending(item => item.WholeEmployer).ThenBy(item => signals.Org.Unit(item.Unit)?.Name ?? string.Empty, SwedishNames.Order).ThenBy(item => item.Unit.Value)
                .Select(item => Show(item, signals)),
        ];
    }

    public static async Task<DateOnly?> LastMonthAsync(IIncidentReportingDb db, EmployerId employer, CancellationToken cancellationToken) =>
        await db.Set<WarningRun>().AsNoTracking().Where(run => run.EmployerId == employer).MaxAsync(run => (DateOnly?)run.Month, cancellationToken);

    // A department without staff of its own is not followed, and a closed unit only while something waits.
    private static bool IsWorkplace(Followed item, HashSet<UnitId?> parents, OrgChart org) =>
        item.WholeEmployer ? item.Chart is not null : item.Open is not null
            || (org.Unit(item.Unit) is { IsClosed: false } && (item.Chart is not null || item.Series.FirstTold is not null || !parents.Contains(item.Unit)));

    private SignalItem Show(Followed item, EmployerSignals signals)
    {
        var unit = UnitLine.Of(item.Unit, signals.Org);
        var earlier = item.Watches.Where(watch => !watch.IsOpen).OrderByDescending(watch => watch.AcknowledgedAt)
            .Select(watch => new EarlierSignal(
                watch.Id, watch.Kind, LevelOf(watch.Level), CalendarMonth.Text(watch.Month), watch.OpenedAt, SignalAcknowledgement.Of(watch, signals.Org, user.Language)!))
            .ToList();
        if (item.Open is { } open)
        {
            var evidence = SignalEvidence.Read(open.Evidence);
            var level = LevelOf(open.Level);
            return new(unit, item.WholeEmployer, level, open.Id, open.Kind, CalendarMonth.Text(open.Month), open.OpenedAt)
            {
                Evidence = evidence,
                Meaning = SignalWords.Meaning(open.Kind, level, evidence),
                WhatToDo = SignalWords.WhatToDo(level, item.WholeEmployer),
                Earlier = earlier,
            };
        }

        if (signals.StateOf(item) is { } state)
        {
            // What has come in since the latest look is judged at the next one.
            return new(unit, item.WholeEmployer, SignalLevel.Calm, Id: null, state.Kind, CalendarMonth.Text(signals.Last), OpenedAt: null)
            {
                Evidence = state.Evidence,
                Meaning = SignalWords.Meaning(state.Kind, SignalLevel.Calm, state.Evidence),
                Acknowledged = earlier.Count > 0 ? earlier[0].Acknowledged : null,
                Earlier = earlier,
            };
        }

        var history = signals.HistoryOf(item);
        var why = history.Why ?? TooLittle.ShortHistory;
        var ready = history.Why is null ? null : history.ReadyOn is { } on ? CalendarMonth.Text(on) : null;
        return new(unit, item.WholeEmployer, SignalLevel.TooLittleHistory, Id: null, Kind: null, Month: null, OpenedAt: null)
        {
            Why = why,
            ReadyOn = ready,
            Meaning = SignalWords.Meaning(why, ready),
            Acknowledged = earlier.Count > 0 ? earlier[0].Acknowledged : null,
            Earlier = earlier,
        };
    }

    private static SignalLevel LevelOf(WarningLevel level) => level is WarningLevel.Alert ? SignalLevel.Alert : SignalLevel.Watch;
}
