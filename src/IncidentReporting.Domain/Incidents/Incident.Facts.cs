using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Incidents;

public sealed partial class Incident
{
    // Arbetsmiljöverket's own examples of serious danger (AML 3:3a); "no" is never decided for anyone.
    private static readonly string[] SuggestNotifying =
    [
        "threat_direct.death", "threat_direct.bomb", "threat_direct.weapon_shown", "other_violation.arson", "other_violation.blocked",
        "physical_violence.strangle", "physical_violence.sharp", "physical_violence.firearm", "physical_violence.hostage",
    ];

    /// <summary>The report itself tells of danger: not safe, or of a kind that suggests the duty to notify.</summary>
    public bool DangerStated => Report.SafeNow == "no" || SuggestsNotifying;

    /// <summary>What happened is among Arbetsmiljöverket's examples of what is to be notified.</summary>
    public bool SuggestsNotifying => Report.Kinds.Any(kind => SuggestNotifying.Contains(kind));

    private bool HasInjuryConsequence => Report.Consequences.Any(code => code.StartsWith("injury_", StringComparison.Ordinal));

    private bool OnSickLeave => Report.Consequences.Any(code => code.StartsWith("sick_leave", StringComparison.Ordinal));

    private bool AvAnswered => Assessment is not null;

    private bool AvSettled => Assessment?.AvDuty == "no" || (Assessment is not null && IsSettledWith("av_33a"));

    private bool InjurySettled => (Assessment?.Injury == "none" && !HasInjuryConsequence) || IsSettledWith("fk_injury");

    private bool FirstDutiesMet =>
        AcknowledgedAt is not null && AvSettled && PoliceStatus != PoliceStatus.Undecided && (InjuryKnownAt is null || InjurySettled);

    private bool IsSettledWith(string addressee) => LatestNotice(addressee)?.Settles == true;

    private AuthorityNotice? LatestNotice(string addressee) => _notices.Where(notice => notice.Addressee == addressee).MaxBy(notice => (notice.RecordedAt, notice.Id));

    /// <summary>What the clocks go by.</summary>
    public CaseFacts Facts() => new()
    {
        State = State,
        Kinds = Report.Kinds,
        OccurredAt = Report.OccurredAt!.Value,
        SubmittedAt = SubmittedAt!.Value,
        AwareAt = SubmittedAt.Value,
        SeriousDanger = DangerStated || Assessment?.Danger == "serious",
        SickLeave = OnSickLeave,
        AcknowledgedAt = AcknowledgedAt,
        AssessedAt = AssessedAt,
        AvDuty = Assessment?.AvDuty,
        InjuryKnownAt = InjuryKnownAt,
        EvidenceSavedAt = _attachments.Count == 0 ? null : _attachments.Min(attachment => attachment.At),
        Police = [.. StandingPolice.Select(step => new PoliceFact(step.Id, step.Status, step.At, step.RecordedAt, step.ReviewOn, step.TrialOn))],
        Notifications = [.. _notices.OrderBy(notice => notice.RecordedAt).Select(notice => new NotificationFact(notice.Id, notice.Addressee, notice.Status, notice.At))],
        Offers = [.. _offers.Select(offer => new OfferFact(offer.Id, offer.Measure, offer.OfferedAt, offer.Answer, offer.AnsweredAt, offer.DeliveredAt, offer.ExpiresOn))],
        Actions =
        [
            .. _actions.Select(action => new ActionFact(
                action.Id, action.Type, action.PlannedAt, action.DueOn, Snake(action.State), action.DoneAt, action.EndedAt,
                action.EffectCheckedAt, action.OwnerId, action.RepTookPart, action.ExpiresOn)),
        ],
        FollowUps = [.. _followUps.Select(followUp => new FollowUpFact(followUp.Id, followUp.Rule, followUp.Day, followUp.SettledAt))],
        ClosedAt = ClosedAt,
        EndedAt = EndedAt,
        InformationDeclined = InformationDeclined,
    };

    private static string Snake(ActionState state) => state == ActionState.HandedOver ? "handed_over" : state.ToString().ToLowerInvariant();
}
