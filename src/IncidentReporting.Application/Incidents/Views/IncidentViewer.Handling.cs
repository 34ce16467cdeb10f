using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Views;

/// <content>What the employer does: assessment, support, police, prevention, follow-ups, closure and duties.</content>
internal sealed partial class IncidentViewer
{
    private AssessmentView? Assessment() => incident.Assessment is not { } given ? null : new(
        given.Danger, given.AvDuty, given.AvReason, given.Injury, given.Staffing, given.Alarm, given.RiskAssessedBefore, given.PoliceAssistance,
        given.Circumstances, given.Text, incident.AssessedAt);

    private SupportView Support(HealthSight health) => new()
    {
        State = incident.SupportState,
        Offers = Keep<IReadOnlyList<OfferView>>("support.offers", health.ShowsConsequences, [.. incident.Offers.OrderBy(offer => offer.OfferedAt).Select(Offer)]),
        Ratings = Ratings(health),
    };

    private Shown<IReadOnlyList<RatingView>> Ratings(HealthSight health)
    {
        var shown = incident.Ratings.Where(rating => health.ShowsRatingsOf(rating.ExposedId, user)).OrderBy(rating => rating.At)
            .Select(rating => new RatingView(rating.Id, rating.ExposedId, rating.Adequacy, rating.Comment, rating.At)).ToList();
        return Keep<IReadOnlyList<RatingView>>("support.ratings", shown.Count > 0 || health.ShowsSomeRatings(user), shown);
    }

    private OfferView Offer(SupportOffer offer) => new(
        offer.Id, offer.ExposedId, offer.Measure, offer.Note, offer.OfferedAt, _names.Of(offer.OfferedBy), offer.Answer, offer.AnsweredAt,
        offer.DeliveredAt, offer.CompletedAt, offer.ExpiresOn);

    private PoliceView Police() => new(
        incident.PoliceStatus,
        incident.PoliceCaseNumber,
        [.. incident.Police.OrderBy(step => step.RecordedAt).Select(step => new PoliceEventView(
            step.Id, step.Status, step.At, step.RecordedAt, _names.Of(step.RecordedBy), step.Source, step.CaseNumber, step.ReportedBy, step.Reasons,
            step.ExposedAgrees, step.ReviewOn, step.TrialOn, step.Note, step.Corrects, step.IsCorrected))],
        PoliceOrder.After(incident.PoliceStatus),
        incident.PoliceCorrectableTo);

    private NotificationView Notification(AuthorityNotice notice) => new(
        notice.Id, notice.Addressee, notice.Status, notice.At, notice.RecordedAt, _names.Of(notice.RecordedBy), notice.Reason, notice.Reference);

    private IReadOnlyList<ActionView> Actions()
    {
        var all = FieldMask.ShowsAll(FieldGroup.Actions, roles);
        if (!all)
        {
            _withheld.AddRange(["actions.description", "actions.owner", "actions.reason"]);
        }

        return [.. incident.Actions.OrderBy(action => action.PlannedAt).Select(action => Action(action, all))];
    }

    private ActionView Action(PreventiveAction action, bool all) =>
        new()
        {
            Id = action.Id,
            Type = action.Type,
            State = action.State,
            Next = action.Next,
            DueOn = action.DueOn,
            Overdue = !action.IsSettled && action.DueOn < chart.DayOf(now),
            Description = all ? Shown.Of<CaseText>(action.Description) : default,
            Owner = all ? Shown.Of<PersonRef>(_names.Of(action.OwnerId)) : default,
            RepTookPart = action.RepTookPart,
            CoSignedBy = all ? Shown.Of<PersonRef>(action.CoSignedBy is { } signer ? _names.Of(signer) : null) : default,
            CoSignedAt = action.CoSignedAt,
            PlannedAt = action.PlannedAt,
            DoneAt = action.DoneAt,
            Reason = all ? Shown.Of<CaseText>(action.Reason) : default,
            Effect = action.Effect,
            EffectCheckedAt = action.EffectCheckedAt,
            ExpiresOn = action.ExpiresOn,
        };

    private FollowUpView FollowUp(FollowUp followUp) => new(
        followUp.Id, $"D{followUp.Day}", followUp.Rule, followUp.DueAt,
        followUp.SettledAt is null ? (followUp.DueAt < now ? "overdue" : "planned") : followUp.Declined ? "declined" : "held",
        followUp.HeldAt, followUp.Summary, followUp.NewRisks, followUp.Declined);

    private ClosureView? Closure()
    {
        if (incident.Proposals.MaxBy(proposal => proposal.ProposedAt) is not { } proposal)
        {
            return null;
        }

        var pending = proposal.SettledAt is null;
        return new ClosureView(
            proposal.Reason, proposal.Summary, proposal.Receiver, proposal.ProposedAt, _names.Of(proposal.ProposedBy), pending, pending && incident.IsObjected,
            [.. incident.Answers.Where(answer => answer.ProposalId == proposal.Id).OrderBy(answer => answer.At).Select(answer => new ClosureAnswerView(
                answer.ExposedId, _names.Of(answer.By), answer.ByRole, answer.Agrees, answer.Comment, answer.At))],
            [.. incident.ClosureGuards.Where(guard => !guard.IsMet && pending).Select(guard => guard.Code)]);
    }

    private IReadOnlyList<string> Unmet() =>
        incident.Permits(CaseAction.ProposeClosure) ? [.. incident.ClosureGuards.Where(guard => !guard.IsMet).Select(guard => guard.Code)] : [];

    private IReadOnlyList<ObligationView> Obligations(IReadOnlyList<Obligation> obligations)
    {
        var onlyStatus = roles.All(role => role == CaseRole.Reporter);
        if (onlyStatus)
        {
            _withheld.AddRange(["obligations.ground", "obligations.responsible"]);
        }

        return [.. obligations.OrderBy(obligation => obligation.DueAt).Select(obligation => Obligation(obligation, onlyStatus))];
    }

    private ObligationView Obligation(Obligation obligation, bool onlyStatus) =>
        new()
        {
            Id = obligation.Id,
            Rule = obligation.Rule,
            Title = obligation.Title(user.Language),
            Ground = onlyStatus ? default : Shown.Of<string>(obligation.Ground(user.Language)),
            Responsible = onlyStatus ? default : Shown.Of<ResponsibleView>(new ResponsibleView(
                SnakeCase.Of(obligation.ResponsibleParty),
                obligation.ResponsibleUserId is { } responsible ? _names.Of(responsible).Name : null,
                obligation.ResponsibleUserId is { } known ? _names.Of(known).Id : null)),
            DueAt = obligation.DueAt,
            State = obligation.StateAt(now),
            DoneAt = obligation.DoneAtAsOf(now),
            About = obligation.About,
        };
}
