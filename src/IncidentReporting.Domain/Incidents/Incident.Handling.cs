using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

public sealed partial class Incident
{
    /// <summary>The manager's first contact, with a personal message to the exposed person.</summary>
    public void Acknowledge(CaseText message, Actor by)
    {
        Require(CaseAction.Acknowledge);
        MoveTo(IncidentState.Acknowledged);
        AcknowledgedAt = by.Now;
        _notes.Add(CaseNote.Write(message, "exposed", by));
        Happened("acknowledged", by, FieldGroup.Core);
    }

    /// <summary>The first assessment opens the tracks; later ones replace it, and a withdrawn case is assessed where danger was stated.</summary>
    public void Assess(Assessment assessment, Actor by)
    {
        Require(CaseAction.Assess);
        IncidentRules.WithdrawnNeedsDanger.Check(State != IncidentState.Withdrawn || DangerStated);
        if (State == IncidentState.Acknowledged)
        {
            MoveTo(IncidentState.Assessed);
            Happened("assessed", by, FieldGroup.Handling);
            MoveTo(IncidentState.InProgress);
        }
        else
        {
            Happened(Assessment is null ? "assessed" : "reassessed", by, FieldGroup.Handling);
        }

        Assessment = assessment;
        AssessedAt = by.Now;
        NoticeInjury(assessment.Injury is "minor" or "serious", by);
        Advance(by);
    }

    public void HandOver(UserId handler, Actor by)
    {
        Require(CaseAction.HandOver);
        HandlerId = handler;
        Happened("handed_over", by, FieldGroup.Handling);
        Advance(by);
    }

    /// <summary>Gives the case upward: <paramref name="nextManager"/> handles it from now on.</summary>
    public void ReturnUpward(UserId nextManager, CaseText reason, Actor by)
    {
        Require(CaseAction.ReturnUpward);
        HandlerId = nextManager;
        _notes.Add(CaseNote.Write(reason, "handlers", by));
        Happened("returned_upward", by, FieldGroup.Handling);
        Advance(by);
    }

    public SupportOffer Offer(Guid? exposedId, string measure, CaseText? note, DateOnly? expiresOn, Actor by)
    {
        Require(CaseAction.OfferSupport);
        var offer = SupportOffer.Make(exposedId, measure, note, expiresOn, by);
        _offers.Add(offer);
        Happened("support_offered", by, FieldGroup.Health, offer.Id);
        Advance(by);
        return offer;
    }

    public void RecordOffer(SupportOffer offer, string? answer, DateTimeOffset? deliveredAt, DateTimeOffset? completedAt, Actor by)
    {
        Require(CaseAction.AnswerOffer);
        offer.Record(answer, deliveredAt, completedAt, by.Now);
        Happened(answer is null ? "support_delivered" : "support_answered", by, FieldGroup.Health, offer.Id);
        Advance(by);
    }

    public SupportRating Rate(string adequacy, CaseText? comment, Actor by)
    {
        Require(CaseAction.RateSupport);
        var rating = SupportRating.Give(RequireExposed(by).Id, adequacy, comment, by.Now);
        _ratings.Add(rating);
        Happened("support_rated", by, FieldGroup.Adequacy, rating.Id);
        return rating;
    }

    public AuthorityNotice Notify(string addressee, string status, DateTimeOffset? at, CaseText? reason, CaseText? reference, Actor by)
    {
        Require(CaseAction.Notify);
        var notice = AuthorityNotice.Record(addressee, status, at, reason, reference, by);
        _notices.Add(notice);
        Happened("notice_recorded", by, FieldGroup.Police, notice.Id);
        Advance(by);
        return notice;
    }

    public PreventiveAction Plan(ActionPlan plan, Actor by)
    {
        Require(CaseAction.PlanAction);
        var action = PreventiveAction.Plan(plan, by.Now);
        _actions.Add(action);
        Happened("action_planned", by, FieldGroup.Actions, action.Id);
        Advance(by);
        return action;
    }

    public void RecordAction(PreventiveAction action, ActionState? state, string? effect, CaseText? reason, Actor by)
    {
        Require(CaseAction.ChangeAction);
        action.Record(state, effect, reason, by.Now);
        Happened(effect is null ? "action_changed" : "effect_checked", by, FieldGroup.Actions, action.Id);
        if (State == IncidentState.Closed && effect == "none")
        {
            ReopenFor("effect_check_failed", by);
        }
        else
        {
            Advance(by);
        }
    }

    /// <summary>A safety representative has taken part in the planned action and stands behind it (arbetsmiljölagen 6 kap. 4 §).</summary>
    public void CoSign(PreventiveAction action, Actor by)
    {
        Require(CaseAction.CoSign);
        action.CoSign(by);
        Happened("action_co_signed", by, FieldGroup.Actions, action.Id);
    }

    public void SettleFollowUp(FollowUp followUp, DateTimeOffset? heldAt, CaseText? summary, bool? newRisks, bool declined, Actor by)
    {
        Require(CaseAction.RecordFollowUp);
        followUp.Settle(heldAt, summary, newRisks, declined, by);
        Happened(declined ? "follow_up_declined" : "follow_up_held", by, FieldGroup.Narrative, followUp.Id);
        Advance(by);
    }

    /// <summary>True where long follow-ups (R13) are due and have not been made: serious danger, sick leave or an open police case.</summary>
    public bool NeedsLongFollowUps =>
        SubmittedAt is not null && !IsEnded && _followUps.All(followUp => followUp.Rule != "R13")
        && (Assessment?.Danger == "serious" || OnSickLeave
            || PoliceStatus is PoliceStatus.Reported or PoliceStatus.UnknownAfterCheck or PoliceStatus.Opened or PoliceStatus.ReviewRequested
                or PoliceStatus.Charged or PoliceStatus.TrialScheduled or PoliceStatus.Appealed);

    public void ScheduleLongFollowUps(IEnumerable<PlannedFollowUp> planned, DateTimeOffset now) =>
        _followUps.AddRange(planned.Select(followUp => FollowUp.Schedule(followUp, now)));

    public SupportState SupportState
    {
        get
        {
            if (_offers.Count == 0)
            {
                return SupportState.ToOffer;
            }

            if (_offers.Exists(offer => offer is { DeliveredAt: not null, CompletedAt: null }))
            {
                return SupportState.Running;
            }

            if (_offers.Exists(offer => offer is { Answer: "accepted", CompletedAt: null }))
            {
                return SupportState.Accepted;
            }

            if (_offers.Exists(offer => offer.Answer is null && offer.CompletedAt is null))
            {
                return SupportState.Offered;
            }

            return _offers.Exists(offer => offer.CompletedAt is not null) ? SupportState.Ended
                : _offers.Exists(offer => offer.Answer == "later") ? SupportState.Later
                : SupportState.Declined;
        }
    }

    private void NoticeInjury(bool known, Actor by)
    {
        if (!known || InjuryKnownAt is not null || IsDraft)
        {
            return;
        }

        InjuryKnownAt = by.Now;
        if (State == IncidentState.Closed)
        {
            ReopenFor("late_injury", by);
        }
    }

    // A reopened case is in progress again with the next act of someone who handles it; the act that reopened it is not that one.
    private void Advance(Actor by)
    {
        if (by.Role is CaseRole.Manager or CaseRole.NextManager or CaseRole.CoordinatorHandling)
        {
            Wake();
        }

        SettleFirstDuties(by);
    }

    // in_progress ends by itself as soon as contact, the duty to notify, the police decision and a known injury are settled (R1, R3, R5, R6).
    private void SettleFirstDuties(Actor by)
    {
        if (State == IncidentState.InProgress && FirstDutiesMet)
        {
            MoveTo(IncidentState.FollowUp);
            Happened("follow_up_began", by with { Role = CaseRole.System }, FieldGroup.Core);
        }
    }

    private void Wake()
    {
        if (State == IncidentState.Reopened)
        {
            MoveTo(IncidentState.InProgress);
        }
    }
}
