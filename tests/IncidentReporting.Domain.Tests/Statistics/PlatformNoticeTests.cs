using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Tests.Incidents;

namespace IncidentReporting.Domain.Tests.Statistics;

/// <summary>Which class a case has among those that asked a platform to take something away (O27: removed within seven days / sent).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PlatformNoticeTests
{
    private const int Sent = 3;

    private readonly AnIncident _case = AnIncident.Submitted();

    [Test]
    public void Case_WithoutNoticeOrRequest_IsNotCounted() => Assert.That(Class(), Is.Zero);

    [TestCase(7, "removed_within_7_days")]
    [TestCase(8, "removed_later")]
    public void Request_AnsweredRemoved_CountsByItsDays(int days, string expected)
    {
        Asked("removed", days);

        Assert.That(Name(), Is.EqualTo(expected));
    }

    [TestCase("refused")]
    [TestCase("no_answer")]
    [TestCase(null)]
    public void Request_WithoutRemoval_IsSentAndNotRemoved(string? answer)
    {
        Asked(answer, 1);

        Assert.That(Name(), Is.EqualTo("not_removed"));
    }

    [TestCase("removed", 3, "removed_within_7_days")]
    [TestCase("removed", 30, "removed_later")]
    [TestCase("refused", 3, "not_removed")]
    public void Requests_OfWhichOneWasRemovedInTime_CountAsTheOther(string answer, int days, string expected)
    {
        Asked("removed", 1);
        Asked(answer, days);

        Assert.That(Name(), Is.EqualTo(expected));
    }

    [TestCase("answered")]
    [TestCase("closed")]
    public void Notice_ThatWasAnswered_IsSentAndNotRemoved(string status)
    {
        _case.Notified("platform_notice").Notified("platform_notice", status);

        Assert.That(Class(), Is.EqualTo(Sent));
    }

    [Test]
    public void Notice_BesideARequestThatWasRemoved_CountsAsTheRequest()
    {
        _case.Notified("platform_notice");
        Asked("removed", 2);

        Assert.That(Name(), Is.EqualTo("removed_within_7_days"));
    }

    private void Asked(string? answer, int days)
    {
        var takedown = _case.It.RequestTakedown(new TakedownRequest(CaseText.From("Forumet")!), _case.ByManager());
        if (answer is not null)
        {
            _case.It.RecordTakedown(takedown, answer, takedown.RequestedAt.AddDays(days), note: null, _case.ByManager());
        }
    }

    private int Class() => StatMargins.PlatformNotice.ClassOf(IncidentFacts.Of(_case.It, WorkCalendar.Sweden)!.Flags);

    private string Name() => StatMargins.PlatformNotice.Classes[Class() - 1];
}
