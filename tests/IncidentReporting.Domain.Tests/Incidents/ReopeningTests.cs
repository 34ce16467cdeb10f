using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class ReopeningTests
{
    [Test]
    public void Closed_PoliceNews_ReopensAndStaysSo()
    {
        var incident = In(IncidentState.Closed).Police(PoliceStatus.Reported);

        Assert.That((incident.It.State, incident.It.ClosedAt), Is.EqualTo((IncidentState.Reopened, (DateTimeOffset?)null)));
        Assert.That(incident.It.Events[^1], Has.Property("What").EqualTo("reopened").And.Property("Fields").EqualTo("police_news"));
    }

    [Test]
    public void Closed_PoliceStatusStillUnknown_StaysClosed()
    {
        var incident = Submitted().Acknowledged().Assessed().Police(PoliceStatus.Reported).FollowedUp(2).Closed().Police(PoliceStatus.UnknownAfterCheck);

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.Closed));
    }

    [Test]
    public void Closed_LateInjury_Reopens()
    {
        var incident = In(IncidentState.Closed);
        incident.It.Correct(incident.It.Report with { Consequences = CodeSet.Of(["injury_serious.fracture"]) }, incident.ByExposed(Anna));

        Assert.That((incident.It.State, incident.It.InjuryKnownAt), Is.EqualTo((IncidentState.Reopened, incident.Now)));
    }

    [Test]
    public void Closed_OtherCorrection_StaysClosed()
    {
        var incident = In(IncidentState.Closed);
        incident.It.Correct(incident.It.Report with { Consequences = CodeSet.Of(["sleep"]) }, incident.ByExposed(Anna));

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.Closed));
    }

    [TestCase("none", IncidentState.Reopened)]
    [TestCase("some", IncidentState.Closed)]
    public void Closed_EffectChecked_ReopensWhereThereIsNone(string effect, IncidentState state)
    {
        var incident = Submitted().ReadyToClose();
        var action = incident.It.Plan(new ActionPlan("alarm", null, Staff, null, false, null), incident.ByManager());
        incident.It.RecordAction(action, ActionState.Done, null, null, incident.ByManager());
        incident.Closed();

        incident.It.RecordAction(action, null, effect, null, incident.ByManager());

        Assert.That(incident.It.State, Is.EqualTo(state));
    }

    [TestCase(CaseRole.Manager, IncidentState.InProgress)]
    [TestCase(CaseRole.NextManager, IncidentState.InProgress)]
    [TestCase(CaseRole.CoordinatorHandling, IncidentState.InProgress)]
    [TestCase(CaseRole.Exposed, IncidentState.Reopened)]
    [TestCase(CaseRole.Representative, IncidentState.Reopened)]
    public void Reopened_WithAvDutyOpen_IsInProgressOnlyByWhoHandlesIt(CaseRole role, IncidentState state)
    {
        var incident = In(IncidentState.Closed);
        incident.It.Notify("av_33a", "required", null, null, null, incident.By(Staff, CaseRole.Manager));
        incident.Reopened();
        incident.It.Assess(new Assessment { Danger = "serious", AvDuty = "yes" }, incident.By(Staff, CaseRole.Representative));

        incident.It.Write(Text("note"), "case", incident.By(Staff, role));

        Assert.That(incident.It.State, Is.EqualTo(state));
    }

    [Test]
    public void Reopened_WithEveryFirstDutyMet_IsInFollowUpWithTheHandlersNextAct()
    {
        var incident = In(IncidentState.Reopened);
        incident.It.HandOver(Staff, incident.ByManager());

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));
    }
}
