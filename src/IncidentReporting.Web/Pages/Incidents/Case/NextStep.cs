using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Pages.Start;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>What comes next in a case, for the one who looks: one thing to do, and one way out.</summary>
/// <param name="When">Said in place of a time.</param>
internal sealed record NextStep(string Heading, string? Help, DateTimeOffset? Due, string? When, StepLink? Act, StepLink? Else)
{
    private const string Information = "R17";

    public static NextStep Of(IncidentView view, UserId me)
    {
        var exposed = view.YourRoles.Contains(CaseRole.Exposed);
        var handles = view.YourRoles.Any(role => role is CaseRole.Manager or CaseRole.NextManager or CaseRole.CoordinatorHandling);
        var open = view.Obligations.Where(duty => duty.State is "pending" or "overdue" && duty.Rule != Information).OrderBy(Rank).ThenBy(duty => duty.DueAt).ToList();
        var mine = open.Where(duty => duty.Responsible.Value?.UserId == me).ToList();
        return Ended(view, exposed)
            ?? Closing(view, exposed)
            ?? Offered(view, exposed)
            ?? mine.Select(duty => Duty(view, duty, me, exposed)).FirstOrDefault(step => step.Act is not null)
            ?? (handles ? open.Select(duty => Duty(view, duty, me, exposed)).FirstOrDefault(step => step.Act is not null) : null)
            ?? (open.Count > 0 ? Waiting(view, open[0], exposed) : null)
            ?? Nothing(view, exposed);
    }

    private static NextStep? Ended(IncidentView view, bool exposed)
    {
        if (view.State is not (IncidentState.Closed or IncidentState.Withdrawn or IncidentState.Duplicate or IncidentState.Transferred or IncidentState.OutOfScope))
        {
            return null;
        }

        var state = Domain.Common.SnakeCase.Of(view.State);
        var reopens = view.AllowedActions.Contains(CaseAction.Reopen);
        return new NextStep(
            T($"ended.{state}"), T(reopens ? "ended.can_reopen" : "ended.kept"), Due: null, Codes.Label(CodeLists.IncidentStates, state),
            exposed ? new StepLink(T("act.information"), "/information") : null, reopens ? new StepLink(T("act.reopen"), "/reopen") : null);
    }

    private static NextStep? Closing(IncidentView view, bool exposed)
    {
        if (view.Closure.Value is not { Pending: true } closure)
        {
            return null;
        }

        var since = T("closing.proposed_by", closure.ProposedBy.Name);
        var answered = closure.Answers.Any(answer => answer.ExposedId is { } id && view.Exposed.Any(person => person.Self && person.Id == id));
        if (exposed && !answered && view.AllowedActions.Contains(CaseAction.AnswerClosure))
        {
            return new NextStep(
                T("closing.question"), T("closing.question.help"), Due: null, since,
                new StepLink(T("act.closure_answer"), "/closure-answer"), new StepLink(T("act.information"), "/information"));
        }

        if (closure.Objected)
        {
            var again = view.AllowedActions.Contains(CaseAction.ProposeClosure);
            return new NextStep(
                T("closing.objected"), T("closing.objected.help"), Due: null, since, again ? new StepLink(T("act.close"), "/close") : null,
                new StepLink(T("act.note"), "/notes"));
        }

        return new NextStep(
            T("closing.waits"), T("closing.waits.help"), Due: null, since,
            !exposed && view.AllowedActions.Contains(CaseAction.AnswerClosure) ? new StepLink(T("act.closure_answer"), "/closure-answer") : null,
            new StepLink(T("act.note"), "/notes"));
    }

    private static NextStep? Offered(IncidentView view, bool exposed)
    {
        var self = view.Exposed.FirstOrDefault(person => person.Self)?.Id;
        if (!exposed || !view.AllowedActions.Contains(CaseAction.AnswerOffer)
            || view.Support.Offers.Value?.FirstOrDefault(offer => offer.Answer is null && offer.DeliveredAt is null && (offer.ExposedId is null || offer.ExposedId == self)) is not { } offered)
        {
            return null;
        }

        return new NextStep(
            T("offered", Codes.Label(CodeLists.SupportMeasures, offered.Measure)), T("offered.help"), Due: null, T("offered.by", offered.OfferedBy.Name),
            new StepLink(T("act.answer_offer"), $"/support/{offered.Id}"), new StepLink(T("act.information"), "/information"));
    }

    private static NextStep Duty(IncidentView view, ObligationView duty, UserId me, bool exposed)
    {
        var act = DutyAct.Of(view, duty, exposed);
        var owner = duty.Responsible.Value;
        var help = owner?.UserId == me || owner?.Name is null ? T(HelpOf(duty.Rule)) : $"{T("owner", owner.Name)} {T(HelpOf(duty.Rule))}";
        return new NextStep(duty.Title, help, duty.DueAt, When: null, act, act is null ? null : WayOut(view, duty, exposed));
    }

    private static NextStep Waiting(IncidentView view, ObligationView duty, bool exposed)
    {
        if (exposed)
        {
            return new NextStep(
                ToYou.Say(duty), Help: null, duty.DueAt, When: null,
                new StepLink(T("act.information"), "/information"), view.AllowedActions.Contains(CaseAction.AddNote) ? new StepLink(T("act.write"), "/notes") : null);
        }

        var owner = duty.Responsible.Value is { } responsible
            ? responsible.Name is { } name ? T("owner", name) : T("owner", Known("party", responsible.Role))
            : T("owner.employer");
        return new NextStep(
            duty.Title, owner, duty.DueAt, When: null, Act: null, view.AllowedActions.Contains(CaseAction.AddNote) ? new StepLink(T("act.note"), "/notes") : null);
    }

    private static NextStep Nothing(IncidentView view, bool exposed) => new(
        T("nothing"), T("nothing.help"), Due: null, When: null,
        view.AllowedActions.Contains(CaseAction.ProposeClosure) ? new StepLink(T("act.close"), "/close") : exposed ? new StepLink(T("act.information"), "/information") : null,
        view.AllowedActions.Contains(CaseAction.AddNote) ? new StepLink(T("act.note"), "/notes") : null);

    // Always another way than the obvious one, and it asks for a reason where it is to leave something undone.
    private static StepLink? WayOut(IncidentView view, ObligationView duty, bool exposed) =>
        exposed ? new StepLink(T("out.ask"), "/notes")
        : duty.Rule == "R5" ? new StepLink(T("out.not_police"), "/police?status=decided_not")
        : view.AllowedActions.Contains(CaseAction.ReturnUpward) ? new StepLink(T("out.return"), "/return")
        : view.AllowedActions.Contains(CaseAction.HandOver) ? new StepLink(T("out.hand_over"), "/hand-over")
        : null;

    // Contact comes before everything else, and holds the care for the first hours.
    private static int Rank(ObligationView duty) => duty.Rule == "R1" ? 0 : 1;

    private static string HelpOf(string rule) => $"duty.{rule}";
}

/// <param name="Address">Below the case's own.</param>
internal sealed record StepLink(string Label, string Address);
