using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class FirstDutiesTests
{
    // Contact comes first and the assessment after it, as the states say; the rest in any order.
    private static readonly Dictionary<string, Action<AnIncident>> Duties = new(StringComparer.Ordinal)
    {
        ["assessed"] = incident => incident.Acknowledged().Assessed(avDuty: "yes"),
        ["av"] = incident => incident.Notified("av_33a"),
        ["police"] = incident => incident.PoliceDecided(),
        ["injury"] = incident => incident.Notified("fk_injury"),
    };

    [TestCaseSource(nameof(Orders))]
    public void InProgress_EveryFirstDutyMetInAnyOrder_IsInFollowUpExactlyThen(string[] order)
    {
        var incident = Submitted(Report with { Consequences = CodeSet.Of(["injury_minor"]) });
        foreach (var duty in order)
        {
            Assert.That(incident.It.State, Is.Not.EqualTo(IncidentState.FollowUp), $"before {duty}");
            Duties[duty](incident);
        }

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));
        Assert.That(incident.It.Events.Single(happened => happened.What == "follow_up_began").By.Role, Is.EqualTo(CaseRole.System));
    }

    [TestCase("unclear")]
    [TestCase("yes")]
    public void InProgress_WithDutyNotDenied_WaitsForTheNotice(string avDuty)
    {
        var incident = Submitted().Acknowledged().Assessed(avDuty: avDuty).PoliceDecided();
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.InProgress));

        Assert.That(incident.Notified("av_33a", "not_required").It.State, Is.EqualTo(IncidentState.FollowUp));
    }

    [Test]
    public void InProgress_InjuryTakenOutOfTheReport_IsInFollowUp()
    {
        var incident = Submitted(Report with { Consequences = CodeSet.Of(["injury_minor"]) }).Acknowledged().Assessed().PoliceDecided();
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.InProgress));

        incident.It.Correct(incident.It.Report with { Consequences = CodeSet.Empty }, incident.ByExposed(Anna));
        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));
    }

    [Test]
    public void Notify_TwiceInOneInstant_TheLaterHolds()
    {
        var incident = Submitted().Acknowledged().Assessed(avDuty: "yes").PoliceDecided();
        var at = incident.ByManager();
        incident.It.Notify("av_33a", "required", null, null, null, at);
        incident.It.Notify("av_33a", "sent", null, null, null, at);

        Assert.That(incident.It.State, Is.EqualTo(IncidentState.FollowUp));
    }

    [TestCase("low", "none", PoliceStatus.DecidedNot, false)]
    [TestCase("raised", "fear_at_work", PoliceStatus.NotOpened, false)]
    [TestCase("serious", "none", PoliceStatus.DecidedNot, true)]
    [TestCase("low", "sick_leave", PoliceStatus.DecidedNot, true)]
    [TestCase("low", "none", PoliceStatus.Reported, true)]
    [TestCase("low", "none", PoliceStatus.UnknownAfterCheck, true)]
    [TestCase("low", "none", PoliceStatus.Opened, true)]
    public void LongFollowUps_OfGraveCase_AreNeededUntilTheyAreMade(string danger, string consequence, PoliceStatus police, bool needed)
    {
        var incident = Submitted(Report with { Consequences = CodeSet.Of([consequence]) }).Acknowledged().Assessed(danger);
        _ = police is PoliceStatus.DecidedNot or PoliceStatus.Reported ? incident : incident.Police(PoliceStatus.Reported);
        incident.Police(police);
        Assert.That(incident.It.NeedsLongFollowUps, Is.EqualTo(needed));

        incident.It.ScheduleLongFollowUps([new PlannedFollowUp("R13", 180, Start.AddDays(180)), new PlannedFollowUp("R13", 365, Start.AddDays(365))], incident.Now);
        Assert.That(incident.It.NeedsLongFollowUps, Is.False);
    }

    [Test]
    public void LongFollowUps_OfDraftOrEndedCase_AreNotNeeded()
    {
        var report = Report with { Consequences = CodeSet.Of(["sick_leave"]) };
        var withdrawn = Submitted(report);
        Assert.That(withdrawn.It.NeedsLongFollowUps, Is.True);
        withdrawn.It.Withdraw(null, withdrawn.ByReporter());

        Assert.That((Draft(report).It.NeedsLongFollowUps, withdrawn.It.NeedsLongFollowUps), Is.EqualTo((false, false)));
    }

    private static IEnumerable<TestCaseData> Orders =>
        Permutations([.. Duties.Keys]).Select(order => new TestCaseData([order]).SetArgDisplayNames(string.Join(", ", order)));

    private static IEnumerable<string[]> Permutations(string[] all) =>
        all.Length == 0 ? [[]] : all.SelectMany(first => Permutations([.. all.Where(other => other != first)]).Select(rest => (string[])[first, .. rest]));
}
