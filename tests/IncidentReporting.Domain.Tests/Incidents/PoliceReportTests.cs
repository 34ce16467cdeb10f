using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Incidents.PoliceStatus;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class PoliceReportTests
{
    // In the words of the order itself.
    private const string Order = """
        undecided > decided_report decided_not reported
        decided_report > decided_not reported
        decided_not > decided_report reported
        reported > not_opened opened unknown_after_check
        unknown_after_check > not_opened opened
        opened > discontinued no_prosecution penalty_order charged
        not_opened > review_requested
        discontinued > review_requested
        no_prosecution > review_requested
        review_requested > opened charged final
        charged > trial_scheduled convicted acquitted
        trial_scheduled > convicted acquitted
        penalty_order > appealed final
        convicted > appealed final
        acquitted > appealed final
        appealed > convicted acquitted final
        final >
        """;

    private static readonly Dictionary<string, string[]> Expected = Order.Split('\n')
        .Select(line => line.Trim().Split(" >", 2))
        .ToDictionary(line => line[0], line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Test]
    public void Order_EveryPair_IsThatOfTheLaw() => Assert.Multiple(() =>
    {
        foreach (var (from, to) in from one in Enum.GetValues<PoliceStatus>() from other in Enum.GetValues<PoliceStatus>() select (one, other))
        {
            Assert.That(PoliceOrder.Allows(from, to), Is.EqualTo(Expected[Name(from)].Contains(Name(to))), $"{from} to {to}");
        }
    });

    [Test]
    public void RecordPolice_OutOfOrder_IsRefusedAndNothingIsKept()
    {
        var incident = AnIncident.Submitted();

        Assert.That(() => incident.Police(Opened), Refused.By(IncidentRules.PoliceOrder));
        Assert.That(incident.It.Police, Is.Empty);
        Assert.That(incident.It.PoliceStatus, Is.EqualTo(Undecided));
    }

    [Test]
    public void RecordPolice_Corrected_KeepsTheWrongEventVisible()
    {
        var incident = AnIncident.Submitted().Police(Reported).Police(NotOpened);
        incident.Police(Opened, corrects: incident.It.Police[1].Id);

        Assert.That(incident.It.PoliceStatus, Is.EqualTo(Opened));
        Assert.That(incident.It.Police.Select(step => (step.Status, step.IsCorrected)), Is.EqualTo(new[] { (Reported, false), (NotOpened, true), (Opened, false) }));
        Assert.That(incident.It.StandingPolice.Select(step => step.Status), Is.EqualTo(new[] { Reported, Opened }));
    }

    [Test]
    public void RecordPolice_CorrectedToTheStatusBefore_TakesTheEventBack()
    {
        var incident = AnIncident.Submitted().Police(Reported);
        incident.Police(Undecided, corrects: incident.It.Police[0].Id);

        Assert.That(incident.It.PoliceStatus, Is.EqualTo(Undecided));
        Assert.That(() => incident.Police(DecidedNot), Throws.Nothing);
    }

    [Test]
    public void RecordPolice_CorrectingAnEventThatIsNotTheLatest_IsRefused()
    {
        var incident = AnIncident.Submitted().Police(Reported).Police(Opened);

        Assert.That(() => incident.Police(DecidedNot, incident.It.Police[0].Id), Refused.By(IncidentRules.CorrectsLatestPoliceEvent));
    }

    [Test]
    public void RecordPolice_CorrectingWithWhatDoesNotFollowTheEventBefore_IsRefused()
    {
        var incident = AnIncident.Submitted().Police(Reported).Police(Opened);

        Assert.That(() => incident.Police(Convicted, incident.It.Police[1].Id), Refused.By(IncidentRules.PoliceOrder));
        Assert.That(incident.It.PoliceStatus, Is.EqualTo(Opened));
    }

    [Test]
    public void RecordPolice_SeveralInOneInstant_KeepTheirOrder()
    {
        var incident = AnIncident.Submitted();
        var at = incident.ByManager();
        PoliceStatus[] steps = [DecidedNot, DecidedReport, Reported, Opened, Charged, Convicted];
        foreach (var status in steps)
        {
            incident.It.RecordPolice(new PoliceReportStep { Status = status, Source = "employer" }, at);
        }

        Assert.That(incident.It.Police.OrderBy(step => step.Id).Select(step => step.Status), Is.EqualTo(steps));
    }

    private static string Name(PoliceStatus status) =>
        string.Concat(status.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString())).ToLowerInvariant();
}
