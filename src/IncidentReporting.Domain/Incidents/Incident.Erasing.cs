using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Incidents;

public sealed partial class Incident
{
    /// <summary>When the case came to its end, as far as it has: from then on its time of keeping runs.</summary>
    public DateTimeOffset? KeptSince => IsEnded ? EndedAt : State == IncidentState.Closed ? ClosedAt : null;

    /// <summary>Keeps the case from being erased, for instance while a court may ask for it.</summary>
    public void Hold(CaseText reason, Actor by)
    {
        IncidentRules.HeldOnce.Check(HeldAt is null);
        (HeldAt, HeldBy, HoldReason) = (by.Now, by.Id, reason);
        Happened("hold_set", by, FieldGroup.Core);
    }

    public void ReleaseHold(Actor by)
    {
        IncidentRules.IsHeld.Check(HeldAt is not null);
        (HeldAt, HeldBy, HoldReason) = (null, null, null);
        Happened("hold_released", by, FieldGroup.Core);
    }

    /// <summary>Takes away a note about influence whose time of keeping is over.</summary>
    public void EraseInfluence(Guid note, Actor by)
    {
        IncidentRules.KeptWhileHeld.Check(HeldAt is null);
        if (_influences.RemoveAll(influence => influence.Id == note) > 0)
        {
            Happened("influence_expired", by, FieldGroup.Influence, note);
        }
    }

    /// <summary>Takes away who the counterpart is, and what stood there before, when that time of keeping is over. An account that is named stays: by it the case is kept from her or him.</summary>
    public void EraseCounterpartIdentity(Actor by)
    {
        IncidentRules.KeptWhileHeld.Check(HeldAt is null);
        IncidentRules.OnlyEndedIsErased.Check(KeptSince is not null);
        Report = Report with { CounterpartIdentity = null, CounterpartIdentityGround = null };
        _corrections.RemoveAll(correction => ReportFields.OfCounterpartIdentity.Contains(correction.Field));
        Happened("identity_expired", by, FieldGroup.CounterpartIdentity);
    }

    /// <summary>Leaves a husk: that there was a case of this number, in which unit, state, and month of the employer's calendar. Everything else is gone.</summary>
    public void Erase(Guid run, string rule, WorkCalendar calendar, Actor by)
    {
        IncidentRules.OnlyEndedIsErased.Check(KeptSince is not null && ErasedAt is null && HeldAt is null);
        foreach (var parts in (System.Collections.IList[])
            [
                _exposed, _offers, _ratings, _police, _notices, _actions, _followUps, _influences, _notes, _attachments, _takedowns, _corrections, _proposals, _answers,
                _exclusions, _reveals,
            ])
        {
            parts.Clear();
        }

        Report = new ReportContent { OccurredAt = MonthOf(Report.OccurredAt, calendar), OccurredPrecision = "month" };
        Assessment = null;
        (ReporterId, HandlerId, OversightUnitId, PolicyVersionId, DuplicateOf) = (default, null, null, null, null);
        (WithdrawalReason, TakenOver, InformationDeclined) = (null, false, false);
        (CreatedAt, SubmittedAt, ClosedAt, EndedAt) =
            (MonthOf(CreatedAt, calendar)!.Value, MonthOf(SubmittedAt, calendar), MonthOf(ClosedAt, calendar), MonthOf(EndedAt, calendar));
        (AcknowledgedAt, AssessedAt, InjuryKnownAt) = (null, null, null);
        ErasedAt = by.Now;
        Happened("erased", by, FieldGroup.Core, run, rule);
    }

    private static DateTimeOffset? MonthOf(DateTimeOffset? time, WorkCalendar calendar) =>
        time is { } at ? calendar.StartOf(FirstOfMonth(calendar.LocalDate(at))) : null;

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
