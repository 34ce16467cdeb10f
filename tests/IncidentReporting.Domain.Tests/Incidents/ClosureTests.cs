using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class ClosureTests
{
    private static readonly NamedExposed[] Both = [new(Anna, "direct", null), new(Bo, "indirect_witness", null)];

    private static readonly Dictionary<string, Func<AnIncident>> AllButOne = new(StringComparer.Ordinal)
    {
        ["injury_settled"] = () => Submitted(Report with { Consequences = CodeSet.Of(["injury_minor"]) }).ReadyToClose(),
        ["av_settled"] = () => Submitted().Acknowledged().Assessed(avDuty: "yes").PoliceDecided().FollowedUp(2),
        ["police_decided"] = () => Submitted().Acknowledged().Assessed().FollowedUp(2),
        ["two_follow_ups"] = () => Submitted().Acknowledged().Assessed().PoliceDecided().FollowedUp(1),
        ["actions_settled"] = () =>
        {
            var incident = Submitted().ReadyToClose();
            incident.It.Plan(new ActionPlan("alarm", null, Staff, null, false, null), incident.ByManager());
            return incident;
        },
    };

    [TestCaseSource(nameof(OneGuardUnmet))]
    public void ProposeClosure_WithOneGuardUnmet_NamesItAlone(string guard)
    {
        var incident = AllButOne[guard]();

        var refused = Assert.Throws<RuleBrokenException>(() => incident.Proposed());

        Assert.That((refused!.Rule, refused.Unmet), Is.EqualTo((IncidentRules.ClosureGuards, refused.Unmet)));
        Assert.That(refused.Unmet, Is.EqualTo(new[] { guard }));
        Assert.That(incident.It.CurrentProposal, Is.Null);
    }

    [Test]
    public void ProposeClosure_OfNewCase_NamesEveryGuardInOrder()
    {
        var refused = Assert.Throws<RuleBrokenException>(() => Submitted().Proposed());

        Assert.That(refused!.Unmet, Is.EqualTo(new[] { "contact_made", "av_assessed", "av_settled", "police_decided", "injury_settled", "two_follow_ups", "adequacy_asked" }));
    }

    [TestCase("sent")]
    [TestCase("not_required")]
    public void ProposeClosure_WithInjuryNotifiedOrNotRequired_Waits(string status) =>
        Assert.That(AllButOne["injury_settled"]().Notified("fk_injury", status).Proposed().It.CurrentProposal, Is.Not.Null);

    [TestCase("not_assessed")]
    [TestCase("required")]
    public void ProposeClosure_WithInjuryOnlyFoundToBeNotified_IsRefused(string status) =>
        Assert.That(() => AllButOne["injury_settled"]().Notified("fk_injury", status).Proposed(), Refused.By(IncidentRules.ClosureGuards));

    [TestCase(ActionState.Done)]
    [TestCase(ActionState.Cancelled)]
    [TestCase(ActionState.HandedOver)]
    public void ProposeClosure_WithActionSettled_Waits(ActionState state)
    {
        var incident = AllButOne["actions_settled"]();
        incident.It.RecordAction(incident.It.Actions[0], state, null, null, incident.ByManager());

        Assert.That(incident.Proposed().It.CurrentProposal, Is.Not.Null);
    }

    [Test]
    public void ProposeClosure_WithFollowUpsDeclined_Waits()
    {
        var incident = Submitted().Acknowledged().Assessed().PoliceDecided();
        foreach (var followUp in incident.It.FollowUps.Take(2))
        {
            incident.It.SettleFollowUp(followUp, null, null, null, declined: true, incident.ByManager());
        }

        Assert.That(incident.Proposed().It.CurrentProposal, Is.Not.Null);
    }

    [TestCase("out_of_scope", IncidentState.OutOfScope)]
    [TestCase("transferred", IncidentState.Transferred)]
    public void ProposeClosure_ForAnotherReason_NeedsOnlyTheAssessmentAndTheAnswer(string reason, IncidentState end)
    {
        var incident = Submitted().Acknowledged();
        Assert.That(Assert.Throws<RuleBrokenException>(() => incident.Proposed(reason))!.Unmet, Is.EqualTo(new[] { "av_assessed" }));

        incident.Assessed(avDuty: "unclear").Proposed(reason);
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.InProgress));

        incident.Agreed(Anna);
        Assert.That((incident.It.State, incident.It.EndedAt, incident.It.ClosedAt), Is.EqualTo((end, incident.Now, (DateTimeOffset?)null)));
    }

    [Test]
    public void AnswerClosure_ByOneOfTwo_WaitsForTheOther()
    {
        var incident = Submitted(null, Both).ReadyToClose().Proposed().Agreed(Anna);
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));

        incident.Agreed(Bo);
        Assert.That((incident.It.State, incident.It.ClosedAt), Is.EqualTo((IncidentState.Closed, incident.Now)));
    }

    [Test]
    public void AnswerClosure_OneObjects_KeepsTheCaseOpenUntilSheAgrees()
    {
        var incident = Submitted(null, Both).ReadyToClose().Proposed().Objected(Anna).Agreed(Bo);
        Assert.That((incident.It.State, incident.It.IsObjected), Is.EqualTo((IncidentState.FollowUp, true)));

        incident.Agreed(Anna);
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.Closed));
    }

    [Test]
    public void AnswerClosure_AgreedAndThenObjected_CountsTheLatest()
    {
        var incident = Submitted(null, Both).ReadyToClose().Proposed().Agreed(Anna).Objected(Anna).Agreed(Bo);

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));
        Assert.That(incident.It.CurrentAnswers, Has.Count.EqualTo(2));
    }

    [Test]
    public void AnswerClosure_ByRepresentativeBeforeFourteenDays_IsRefused()
    {
        var incident = Submitted().ReadyToClose().Proposed().Later(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(2));

        Assert.That(() => incident.It.AnswerClosure(true, null, incident.By(Staff, CaseRole.Representative)), Refused.By(IncidentRules.RepresentativeWaits));
    }

    [Test]
    public void AnswerClosure_ByRepresentativeAfterFourteenDays_Closes()
    {
        var incident = Submitted().ReadyToClose().Proposed().Later(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        incident.It.AnswerClosure(true, null, incident.By(Staff, CaseRole.Representative));

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.Closed));
    }

    [Test]
    public void AnswerClosure_ByRepresentativeWhereNobodyCanBeAsked_ClosesAtOnce()
    {
        var incident = Submitted(null, new NamedExposed(null, "team", null)).ReadyToClose().Proposed();
        incident.It.AnswerClosure(true, null, incident.By(Staff, CaseRole.Representative));

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.Closed));
    }

    [Test]
    public void AnswerClosure_ByRepresentativeAfterAnObjection_IsRefused()
    {
        var incident = Submitted().ReadyToClose().Proposed().Objected(Anna).Later(TimeSpan.FromDays(30));

        Assert.That(() => incident.It.AnswerClosure(true, null, incident.By(Staff, CaseRole.Representative)), Refused.By(IncidentRules.RepresentativeWaits));
    }

    [Test]
    public void AnswerClosure_RepresentativeObjectsAndExposedAgrees_Closes()
    {
        var incident = Submitted().ReadyToClose().Proposed().Later(TimeSpan.FromDays(15));
        incident.It.AnswerClosure(false, Text("wait"), incident.By(Staff, CaseRole.Representative));
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));

        Assert.That(incident.Agreed(Anna).It.State, Is.EqualTo(IncidentState.Closed));
    }

    [TestCase(false, "reason", TestName = "AnswerClosure_ByNextManagerWithoutObjection_IsRefused")]
    [TestCase(true, null, TestName = "AnswerClosure_ByNextManagerWithoutReason_IsRefused")]
    public void AnswerClosure_ByNextManager_IsRefused(bool objected, string? reason)
    {
        var incident = Submitted().ReadyToClose().Proposed();
        _ = objected ? incident.Objected(Anna) : incident;

        Assert.That(
            () => incident.It.AnswerClosure(true, CaseText.From(reason), incident.By(Staff, CaseRole.NextManager)), Refused.By(IncidentRules.NextManagerAfterObjection));
    }

    [Test]
    public void AnswerClosure_ByManagerAfterObjection_IsRefused()
    {
        var incident = Submitted().ReadyToClose().Proposed().Objected(Anna);

        Assert.That(() => incident.It.AnswerClosure(true, Text("reason"), incident.ByManager()), Refused.By(IncidentRules.NextManagerAfterObjection));
    }

    [Test]
    public void NextManager_WithReasonAfterObjection_ClosesAndTheExposedPersonReopens()
    {
        var incident = Submitted().ReadyToClose().Proposed().Objected(Anna);
        incident.It.AnswerClosure(true, Text("reason"), incident.By(Staff, CaseRole.NextManager));
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.Closed));

        Assert.That(incident.Reopened().It.State, Is.EqualTo(IncidentState.Reopened));
    }

    [TestCase("reason", IncidentState.Closed)]
    [TestCase(null, IncidentState.FollowUp)]
    public void NextManager_ProposingAfterObjection_ClosesOnlyWithReason(string? reason, IncidentState state)
    {
        var incident = Submitted().ReadyToClose().Proposed().Objected(Anna);
        incident.It.ProposeClosure("completed", CaseText.From(reason), null, incident.By(Staff, CaseRole.NextManager));

        Assert.That(incident.It.State, Is.EqualTo(state));
    }

    [Test]
    public void ProposeClosure_WhileOneWaits_IsRefused() =>
        Assert.That(() => Submitted().ReadyToClose().Proposed().Proposed(), Refused.By(IncidentRules.ClosureNotPending));

    [Test]
    public void ProposeClosure_AfterAnObjection_AsksEveryoneAnew()
    {
        var incident = Submitted(null, Both).ReadyToClose().Proposed().Agreed(Bo).Objected(Anna).Proposed();
        Assert.That((incident.It.CurrentAnswers.Count, incident.It.State), Is.EqualTo((0, IncidentState.FollowUp)));

        Assert.That(incident.Agreed(Anna).Agreed(Bo).It.State, Is.EqualTo(IncidentState.Closed));
    }

    [Test]
    public void ProposeClosure_OfInjuryFoundToBeNone_CanBeAgreed()
    {
        var incident = Submitted().Acknowledged().Assessed(injury: "serious").PoliceDecided().FollowedUp(2).Assessed(injury: "none");

        Assert.That(incident.Closed().It.State, Is.EqualTo(IncidentState.Closed));
    }

    [TestCase(CaseRole.Manager)]
    [TestCase(CaseRole.Coordinator)]
    public void ProposeClosure_OfReopenedCase_CanBeAgreed(CaseRole role)
    {
        var incident = In(IncidentState.Reopened);
        incident.It.ProposeClosure("completed", null, null, incident.By(Staff, role));

        Assert.That(incident.Agreed(Anna).It.State, Is.EqualTo(IncidentState.Closed));
    }

    private static IEnumerable<string> OneGuardUnmet => AllButOne.Keys;
}
