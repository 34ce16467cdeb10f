using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Incidents.CaseAction;
using State = IncidentReporting.Domain.Incidents.IncidentState;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class IncidentLifecycleTests
{
    private static readonly State[] States = Enum.GetValues<State>();
    private static readonly State[] SideStates = [State.Withdrawn, State.Duplicate, State.Transferred, State.OutOfScope];

    // Written from the status table: the main line, and from every state of it but the draft each side state.
    private static readonly HashSet<(State From, State To)> Expected =
    [
        (State.Draft, State.Submitted), (State.Submitted, State.Acknowledged), (State.Acknowledged, State.Assessed),
        (State.Assessed, State.InProgress), (State.InProgress, State.FollowUp), (State.FollowUp, State.Closed),
        (State.Closed, State.Reopened), (State.Reopened, State.InProgress),
        .. from source in States
           where source != State.Draft && !SideStates.Contains(source)
           from side in SideStates
           select (source, side),
    ];

    // One letter a state, in their order: Draft sUbmitted Acknowledged aSsessed in_Progress Follow_up Closed Reopened; W for all four side states.
    private static readonly Dictionary<CaseAction, string> Permitted = new()
    {
        [Edit] = "DUASPFCR",
        [Submit] = "D",
        [Discard] = "D",
        [TakeOver] = "UASPFCR",
        [Acknowledge] = "U",
        [Assess] = "ASPFRw",
        [OfferSupport] = "UASPFCR",
        [AnswerOffer] = "UASPFCR",
        [RateSupport] = "UASPFCRW",
        [RecordPoliceEvent] = "UASPFCR",
        [Notify] = "UASPFCRW",
        [PlanAction] = "UASPFR",
        [ChangeAction] = "UASPFCR",
        [RecordFollowUp] = "ASPFCR",
        [NoteInfluence] = "UASPFCRW",
        [AddNote] = "UASPFCRW",
        [Attach] = "DUASPFCR",
        [RequestTakedown] = "UASPFCR",
        [RecordTakedown] = "UASPFCR",
        [HandOver] = "UASPFR",
        [ReturnUpward] = "UASPFR",
        [ProposeClosure] = "UASPFR",
        [AnswerClosure] = "UASPFR",
        [CaseAction.Reopen] = "C",
        [Withdraw] = "UASPFCR",
        [MarkDuplicate] = "UASPFCR",
        [DiscloseIdentity] = "UASPFCRW",
        [Exclude] = "UASPFCRW",
        [RevealIdentity] = "UASPFCRW",
        [CoSign] = "UASPFCR",
    };

    [Test]
    public void Lifecycle_EveryPairOfStates_MovesOnlyAlongTheTable() => Assert.Multiple(() =>
    {
        foreach (var (from, to) in from one in States from other in States select (one, other))
        {
            Assert.That(IncidentLifecycle.Allows(from, to), Is.EqualTo(Expected.Contains((from, to))), $"{from} to {to}");
        }
    });

    [Test]
    public void Lifecycle_EveryActionInEveryState_IsPermittedAsTheTableSays() => Assert.Multiple(() =>
    {
        foreach (var (action, state) in from one in Enum.GetValues<CaseAction>() from other in States select (one, other))
        {
            Assert.That(IncidentLifecycle.Permits(action, state), Is.EqualTo(Permitted[action].Any(letter => Means(letter, state))), $"{action} in {state}");
        }
    });

    [TestCase(State.Draft)]
    [TestCase(State.Submitted)]
    [TestCase(State.Acknowledged)]
    [TestCase(State.InProgress)]
    [TestCase(State.FollowUp)]
    [TestCase(State.Closed)]
    [TestCase(State.Reopened)]
    [TestCase(State.Withdrawn)]
    [TestCase(State.Duplicate)]
    [TestCase(State.Transferred)]
    [TestCase(State.OutOfScope)]
    public void Incident_BroughtToAState_StandsInItAndRefusesWhatTheStateForbids(State state)
    {
        var incident = AnIncident.In(state);

        Assert.That(incident.It.State, Is.EqualTo(state));
        foreach (var (action, act) in Acts(incident))
        {
            if (IncidentLifecycle.Permits(action, state))
            {
                continue;
            }

            Assert.That(act, Refused.By(IncidentRules.ActionFitsState), $"{action} in {state}");
            Assert.That(incident.It.Permits(action), Is.False, $"{action} in {state}");
        }
    }

    [Test]
    public void Closure_OfCaseThatWaits_IsAnsweredAndNotProposedAgain()
    {
        var incident = AnIncident.Submitted().ReadyToClose();
        Assert.That((incident.It.Permits(ProposeClosure), incident.It.Permits(AnswerClosure)), Is.EqualTo((true, false)));

        incident.Proposed();
        Assert.That((incident.It.Permits(ProposeClosure), incident.It.Permits(AnswerClosure)), Is.EqualTo((false, true)));

        incident.Objected(AnIncident.Anna);
        Assert.That((incident.It.Permits(ProposeClosure), incident.It.Permits(AnswerClosure)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Assess_Acknowledged_PassesAssessedAndStandsInProgress()
    {
        var incident = AnIncident.Submitted().Acknowledged().Assessed();

        Assert.That(incident.It.State, Is.EqualTo(State.InProgress));
        Assert.That(incident.It.Events.Select(happened => happened.What), Does.Contain("assessed"));
    }

    [Test]
    public void Submit_Incomplete_IsRefused()
    {
        var submission = new Submission("2026-000001", null, null, []);
        ReportContent[] incomplete =
        [
            AnIncident.Report with { Kinds = CodeSet.Empty }, AnIncident.Report with { OccurredAt = null }, AnIncident.Report with { SafeNow = null },
        ];
        foreach (var report in incomplete)
        {
            var draft = AnIncident.Draft(report);
            Assert.That(() => draft.It.Submit(submission, draft.ByReporter()), Refused.By(IncidentRules.ReportComplete));
        }
    }

    internal static IEnumerable<(CaseAction Action, Action Act)> Acts(AnIncident incident)
    {
        var it = incident.It;
        yield return (Edit, () => it.Correct(it.Report with { Place = "office" }, incident.ByReporter()));
        yield return (Submit, () => it.Submit(new Submission("2026-000001", null, null, []), incident.ByReporter()));
        yield return (TakeOver, () => it.TakeOver(incident.ByExposed(AnIncident.Anna)));
        yield return (Acknowledge, () => incident.Acknowledged());
        yield return (Assess, () => incident.Assessed());
        yield return (OfferSupport, () => it.Offer(null, "relieving_talk", null, null, incident.ByManager()));
        yield return (RateSupport, () => it.Rate("mostly", null, incident.ByExposed(AnIncident.Anna)));
        yield return (RecordPoliceEvent, () => incident.Police(PoliceStatus.Reported));
        yield return (Notify, () => incident.Notified("av_33a"));
        yield return (PlanAction, () => it.Plan(new ActionPlan("alarm", null, AnIncident.Staff, null, false, null), incident.ByManager()));
        yield return (NoteInfluence, () => it.NoteInfluence(null, CodeSet.Empty, null, incident.ByExposed(AnIncident.Anna)));
        yield return (AddNote, () => it.Write(AnIncident.Text("note"), "case", incident.ByManager()));
        yield return (HandOver, () => it.HandOver(AnIncident.Staff, incident.ByManager()));
        yield return (ReturnUpward, () => it.ReturnUpward(AnIncident.Staff, AnIncident.Text("why"), incident.ByManager()));
        yield return (ProposeClosure, () => incident.Proposed());
        yield return (AnswerClosure, () => incident.Agreed(AnIncident.Anna));
        yield return (CaseAction.Reopen, () => incident.Reopened());
        yield return (Withdraw, () => it.Withdraw(null, incident.ByReporter()));
        yield return (MarkDuplicate, () => it.MarkDuplicateOf(AnIncident.Submitted().It, incident.ByManager()));
        if (it.FollowUps.FirstOrDefault(followUp => followUp.SettledAt is null) is { } followUp)
        {
            yield return (RecordFollowUp, () => it.SettleFollowUp(followUp, null, null, null, declined: true, incident.ByManager()));
        }
    }

    private static bool Means(char letter, State state) => letter switch
    {
        'D' => state == State.Draft,
        'U' => state == State.Submitted,
        'A' => state == State.Acknowledged,
        'S' => state == State.Assessed,
        'P' => state == State.InProgress,
        'F' => state == State.FollowUp,
        'C' => state == State.Closed,
        'R' => state == State.Reopened,
        'w' => state == State.Withdrawn,
        _ => SideStates.Contains(state),
    };
}
