using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class ErasingTests
{
    [TestCase("2026-10-31T22:59:00Z", 10)]
    [TestCase("2026-10-31T23:30:00Z", 11)]
    [TestCase("2026-11-30T22:59:00Z", 11)]
    [TestCase("2026-11-30T23:00:00Z", 12)]
    public void Husk_OfACaseAroundMidnight_HasTheMonthOfTheEmployersCalendar(string happened, int month)
    {
        var at = DateTimeOffset.Parse(happened, System.Globalization.CultureInfo.InvariantCulture);
        var incident = Submitted(Report with { OccurredAt = at });
        incident.Now = at;
        incident.It.Withdraw(null, new Actor(Colleague, CaseRole.Reporter, at));

        incident.It.Erase(Guid.Empty, "case", WorkCalendar.Sweden, BySystem(incident));

        var first = WorkCalendar.Sweden.StartOf(new DateOnly(2026, month, 1));
        Assert.That((incident.It.Report.OccurredAt, incident.It.EndedAt), Is.EqualTo(((DateTimeOffset?)first, (DateTimeOffset?)first)));
    }

    [Test]
    public void Influence_OfACaseThatSomebodyKeeps_IsKeptWithIt()
    {
        var incident = Submitted();
        incident.It.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, incident.ByExposed(Anna));
        var note = incident.It.Influences.Single().Id;
        incident.It.Hold(Text("court"), incident.By(Staff, CaseRole.DataProtectionOfficer));

        Assert.That(() => incident.It.EraseInfluence(note, BySystem(incident)), Refused.By(IncidentRules.KeptWhileHeld));

        incident.It.ReleaseHold(incident.By(Staff, CaseRole.DataProtectionOfficer));
        incident.It.EraseInfluence(note, BySystem(incident));
        Assert.That(incident.It.Influences, Is.Empty);
    }

    [Test]
    public void CounterpartIdentity_OfACaseThatGoesOnOrThatSomebodyKeeps_IsKept()
    {
        var incident = Submitted(Report with { CounterpartIdentity = Text("who") });
        Assert.That(() => incident.It.EraseCounterpartIdentity(BySystem(incident)), Refused.By(IncidentRules.OnlyEndedIsErased));

        incident.It.Withdraw(null, incident.ByReporter());
        incident.It.Hold(Text("court"), incident.By(Staff, CaseRole.DataProtectionOfficer));
        Assert.That(() => incident.It.EraseCounterpartIdentity(BySystem(incident)), Refused.By(IncidentRules.KeptWhileHeld));
        Assert.That(incident.It.Report.CounterpartIdentity, Is.Not.Null);
    }

    [Test]
    public void OnwardDisclosure_Recorded_ChangesTheCase()
    {
        var incident = Submitted();
        incident.It.TakeEvents();
        var before = incident.It.Version;

        incident.It.DiscloseOnward("other", new DateOnly(2026, 11, 20), incident.By(Staff, CaseRole.Representative));
        incident.It.TakeEvents();

        Assert.That(incident.It.Version, Is.EqualTo(before + 1));
    }

    private static Actor BySystem(AnIncident incident) => incident.By(default, CaseRole.System);
}
