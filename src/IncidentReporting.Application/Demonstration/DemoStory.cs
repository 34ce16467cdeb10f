using System.Globalization;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>The life of one case from its report to the present, each thing done by who may do it and in the order of time.</summary>
internal sealed partial class DemoStory
{
    private readonly DemoPlan _plan;
    private readonly DemoCast _cast;
    private readonly Dice _dice;
    private readonly FollowUpPolicy _policy;
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset At, int Order)> _coming = new();
    private readonly HashSet<Guid> _plannedTalks = [];
    private readonly DateTimeOffset _until;
    private readonly UserId _manager;
    private readonly UserId _nextManager;
    private readonly double _pace;
    private readonly bool _isReported;
    private DateTimeOffset _present;
    private int _order;

    private DemoStory(DemoPlan plan, Incident incident, UnitId oversight, FollowUpPolicy policy, DateTimeOffset now, Dice dice)
    {
        _plan = plan;
        _cast = plan.Cast;
        _dice = dice;
        _policy = policy;
        Incident = incident;
        _present = plan.At;
        var stops = plan.StopsAfter ?? Stall(now);
        _until = plan.At + stops < now ? plan.At + stops : now;
        _manager = oversight == _cast.Unit.Id ? _cast.Manager : _cast.NextManager;
        _nextManager = _cast.Chart.NextManagerAbove(oversight, plan.At) is [var next, ..] ? next.Id : _cast.NextManager;
        _pace = plan.StopsAfter is null && plan.Answer is null && dice.Falls(0.14) ? 3.5 : 1;
        _isReported = plan.IsReportedToPolice ?? dice.Falls(_cast.IsPrivate ? 0.13 : 0.19);
    }

    public Incident Incident { get; }

    /// <summary>Makes the case as it stands at <paramref name="now"/>. A draft takes no number.</summary>
    public static Incident Tell(DemoPlan plan, Func<string> number, Guid? policyVersion, FollowUpPolicy policy, DateTimeOffset now, Dice dice)
    {
        var cast = plan.Cast;
        var report = DemoReport.Write(plan, dice);
        if (plan.DuplicateOf is { } main)
        {
            report = report with { Content = report.Content with { Kinds = main.Report.Kinds, OccurredAt = main.Report.OccurredAt } };
        }

        var reporter = new Actor(report.Reporter, CaseRole.Reporter, plan.At);
        var incident = Incident.Draft(cast.Chart.Employer.Id, cast.Unit.Id, report.Content, report.Exposed, reporter);
        if (plan.IsDraft)
        {
            return incident;
        }

        var persons = report.Exposed.Select(exposed => exposed.User).OfType<UserId>();
        var oversight = Oversight.Of(cast.Chart, cast.Unit.Id, report.Content, persons, plan.At);
        incident.Submit(new Submission(number(), policyVersion, oversight, FollowUpPlan.Of(policy, plan.At, cast.Calendar)), reporter);
        var story = new DemoStory(plan, incident, oversight ?? cast.Unit.Id, policy, now, dice);
        story.Run();
        return incident;
    }

    private void Run()
    {
        Then(Office(Hours(0.5, 20)), Acknowledge);
        if (_plan.Ending == "withdrawn")
        {
            Then(Hours(6, 90), at => Incident.Withdraw(CaseText.From(_dice.Pick(DemoTexts.Withdrawals)), new Actor(Incident.ReporterId, CaseRole.Reporter, at)));
        }

        if (Incident.ReporterId != Incident.Exposed[0].UserId && Incident.Exposed[0].UserId is { } exposed && _dice.Falls(0.5))
        {
            Then(Hours(20, 60), at => Incident.TakeOver(new Actor(exposed, CaseRole.Exposed, at)));
        }

        while (_coming.TryDequeue(out var step, out var when) && when.At <= _until && !Incident.IsEnded)
        {
            _present = when.At;
            step(when.At);
            if (Incident.NeedsLongFollowUps)
            {
                Incident.ScheduleLongFollowUps(FollowUpPlan.Long(_policy, Incident.SubmittedAt!.Value, _cast.Calendar), _present);
            }

            PlanTalks();
            if (Incident.State == IncidentState.Reopened)
            {
                if (_plan.StaysOpen)
                {
                    return;
                }

                Then(Office(Days(0.5, 3)), Wake);
            }
        }
    }

    private void Acknowledge(DateTimeOffset at)
    {
        if (_plan.DuplicateOf is { IsEnded: false } main)
        {
            Incident.MarkDuplicateOf(main, Manager(at));
            return;
        }

        Incident.Acknowledge(_dice.Text(DemoTexts.Messages), Manager(at));
        Then(at.AddMinutes(_dice.Between(5, 50)), OfferFirst);
        Then(Office(Days(0.3, 5)), Assess);
        if (!_plan.IsPoliceForgotten)
        {
            Then(Office(Days(0.1, _isReported ? 2 : 4)), DecideOnPolice);
        }

        if (_plan.ActionOwner is not null || _dice.Falls(0.72))
        {
            Then(Office(Days(2, 12)), PlanAction);
        }

        if (Incident.Report.Kinds.HasCategory("online_attack") && _dice.Falls(0.85))
        {
            Then(Office(Hours(1, 26)), later => Incident.Notify("platform_notice", "sent", later, reason: null, reference: null, Manager(later)));
        }

        if (_plan.Handler is not null || _dice.Falls(0.04))
        {
            Then(Office(Days(1, 2)), later => Incident.HandOver(_plan.Handler ?? _manager, new Actor(_cast.Coordinator, CaseRole.Coordinator, later)));
        }

        if (_dice.Falls(0.25))
        {
            Then(Office(Days(1, 20)), later => Incident.Write(_dice.Text(DemoTexts.CaseNotes), "case", Manager(later)));
        }

        if (_dice.Falls(0.12))
        {
            Then(Office(Days(2, 20)), later => Incident.Write(_dice.Text(DemoTexts.HandlerNotes), "handlers", Manager(later)));
        }
    }

    private void Assess(DateTimeOffset at)
    {
        var isInjured = Incident.Report.Consequences.Any(code => code.StartsWith("injury_", StringComparison.Ordinal));
        var isSerious = Incident.DangerStated ? _dice.Falls(0.75) : _dice.Falls(0.03);
        var danger = isSerious ? "serious" : _dice.Weighted([("low", 58), ("raised", 42)]);
        var duty = isSerious ? "yes" : _dice.Weighted([("no", 93), ("yes", 3), ("unclear", 4)]);
        Incident.Assess(
            new Assessment
            {
                Danger = danger,
                AvDuty = duty,
                AvReason = duty == "no" ? _dice.Text(DemoTexts.AvReasons) : null,
                Injury = !isInjured ? "none" : Incident.Report.Consequences.Any(code => code.StartsWith("injury_serious", StringComparison.Ordinal)) ? "serious" : "minor",
                Staffing = _dice.Weighted([("alone", 46), ("pair", 38), ("group", 16)]),
                Alarm = _dice.Weighted([("none", 38), ("had_not_used", 40), ("used_worked", 18), ("used_failed", 4)]),
                RiskAssessedBefore = _dice.Weighted([("yes", 36), ("no", 64)]),
                PoliceAssistance = _dice.Weighted([("not_asked", 88), ("asked_given", 8), ("asked_late", 2), ("asked_refused", 2)]),
                Circumstances = _dice.Falls(0.4)
                    ? CodeSet.Of([_dice.Pick(["time_pressure", "low_staffing", "new_to_task", "known_risk_not_passed_on", "premises_flaw", "unfamiliar_place", "guard_present"])])
                    : CodeSet.Empty,
                Text = _dice.Text(isSerious ? DemoTexts.SeriousDanger : danger == "raised" ? DemoTexts.RaisedDanger : DemoTexts.LowDanger),
            },
            Manager(at));
        NotifyAuthorities(duty, isInjured);
        switch (_plan.Ending)
        {
            case "out_of_scope":
                Then(Office(Days(1, 4)), later => Incident.ProposeClosure("out_of_scope", _dice.Text(DemoTexts.OutOfScope), receiver: null, Manager(later)));
                Then(Office(Days(5, 8)), Answer);
                break;
            case "transferred":
                Then(Office(Days(1, 4)), later => Incident.ProposeClosure("transferred", _dice.Text(DemoTexts.Transfers), _dice.Text(DemoTexts.Receivers), Manager(later)));
                Then(Office(Days(5, 8)), Answer);
                break;
            default:
                Then(Office(Days(34, 60)), TryToClose);
                break;
        }
    }

    private void NotifyAuthorities(string duty, bool isInjured)
    {
        if (duty == "yes")
        {
            Then(Office(Hours(0.5, 20)), at => Incident.Notify("av_33a", "sent", at, reason: null, CaseText.From(Reference("AV", at)), Manager(at)));
            Then(Office(Days(3, 20)), at => Incident.Notify("av_33a", _dice.Pick(["receipt", "answered"]), at, reason: null, reference: null, Manager(at)));
        }
        else if (duty == "unclear")
        {
            Then(Office(Days(2, 8)), at => Incident.Notify("av_33a", "not_required", at, _dice.Text(DemoTexts.AvReasons), reference: null, Manager(at)));
        }

        if (isInjured)
        {
            Then(Office(Days(0.2, 6)), at => Incident.Notify("fk_injury", "sent", at, reason: null, CaseText.From(Reference("FK", at)), Manager(at)));
        }

        if (_dice.Falls(0.12))
        {
            Then(Office(Days(4, 30)), at => Incident.Notify("safety_committee", "sent", at, reason: null, reference: null, Manager(at)));
        }
    }

    private void PlanAction(DateTimeOffset at)
    {
        // Who has proposed to close plans nothing more.
        if (!Incident.Permits(CaseAction.PlanAction) || Incident.CurrentProposal is not null)
        {
            return;
        }

        var (type, descriptions, _) = _dice.Pick([.. DemoTexts.Actions.Where(one => one.Work.HasFlag(_cast.Work))]);
        var due = _cast.Calendar.LocalDate(at.AddDays(_plan.IsActionForgotten ? 10 : _dice.Between(14, 60)));
        var owner = _plan.ActionOwner ?? (_dice.Falls(0.1) ? _cast.Representative : _manager);
        var actor = new Actor(owner, owner == _cast.Representative ? CaseRole.Representative : owner == _cast.Coordinator ? CaseRole.Coordinator : CaseRole.Manager, at);
        var isRepresented = actor.Role == CaseRole.Representative || _dice.Falls(0.6);
        var action = Incident.Plan(new ActionPlan(type, _dice.Text(descriptions), owner, due, isRepresented, ExpiresOn: null), actor);
        if (_plan.IsActionForgotten)
        {
            return;
        }

        var done = Office(_cast.Calendar.StartOf(due).AddDays(_dice.Between(-9, 1)));
        if (_dice.Falls(0.5))
        {
            Then(Office(Days(2, 9)), later => Change(action, ActionState.Started, effect: null, later));
        }

        Then(done, later => Change(action, ActionState.Done, effect: null, later));
        Then(Office(done.AddDays(_dice.Between(55, 95))), later => Change(action, state: null, _dice.Weighted([("good", 40), ("some", 35), ("unclear", 22), ("none", 3)]), later));
        if (_dice.Falls(0.18))
        {
            Then(Office(Days(1, 20)), PlanAction);
        }
    }

    private void Change(PreventiveAction action, ActionState? state, string? effect, DateTimeOffset at)
    {
        var fits = effect is null ? !action.IsSettled && action.State != state : action.State == ActionState.Done;
        if (fits && Incident.Permits(CaseAction.ChangeAction))
        {
            Incident.RecordAction(action, state, effect, reason: null, Manager(at));
        }
    }

    private void Wake(DateTimeOffset at)
    {
        if (Incident.State == IncidentState.Reopened)
        {
            Incident.Write(_dice.Text(DemoTexts.CaseNotes), "case", Manager(at));
            Then(Office(Days(14, 30)), TryToClose);
        }
    }

    private void PlanTalks()
    {
        foreach (var talk in Incident.FollowUps.Where(talk => _plannedTalks.Add(talk.Id)))
        {
            var at = Office(talk.DueAt.AddDays(_dice.Weighted([(-1, 40), (-2, 25), (0, 20), (4, 15)])));
            Then(at, later => Talk(talk, later));
        }
    }

    private void Talk(FollowUp talk, DateTimeOffset at)
    {
        if (talk.SettledAt is not null || !Incident.Permits(CaseAction.RecordFollowUp) || (Incident.State == IncidentState.Closed && talk.Rule != "R13"))
        {
            return;
        }

        var isDeclined = _dice.Falls(0.07);
        var hasNewRisks = !isDeclined && _dice.Falls(0.08);
        var summary = isDeclined ? null : _dice.Text(hasNewRisks ? DemoTexts.NewRiskFollowUps : DemoTexts.FollowUps);
        Incident.SettleFollowUp(talk, isDeclined ? null : at, summary, isDeclined ? null : hasNewRisks, isDeclined, Manager(at));
        if (_dice.Falls(0.45))
        {
            Then(at.AddHours(_dice.Between(2, 70)), Rate);
        }
    }

    private TimeSpan Stall(DateTimeOffset now) =>
        _dice.Falls(now - _plan.At > TimeSpan.FromDays(150) ? 0.012 : 0.12) ? TimeSpan.FromHours(_dice.Between(2, 900)) : TimeSpan.FromDays(10_000);

    private Actor Manager(DateTimeOffset at) => new(_manager, CaseRole.Manager, at);

    private void Then(DateTimeOffset at, Action<DateTimeOffset> step) => _coming.Enqueue(step, (Whole(at > _present ? at : _present), _order++));

    private DateTimeOffset Office(DateTimeOffset at) => _cast.InOffice(at, _dice);

    private DateTimeOffset Hours(double least, double most) => _present.AddHours((least + (_dice.Fraction() * (most - least))) * _pace);

    private DateTimeOffset Days(double least, double most) => Hours(least * 24, most * 24);

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private string Reference(string authority, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{authority} {at.Year}/{_dice.Between(1_000, 89_999):000000}");
}
