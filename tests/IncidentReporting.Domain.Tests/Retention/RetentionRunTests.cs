using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.Tests.Incidents;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Retention;

public sealed class RetentionRunTests
{
    private const long Periods = 3;

    private static RetentionRun Proposed() => RetentionRun.Propose(AnIncident.Employer, new DateOnly(2026, 11, 20), Periods, Anna, Start);

    [Test]
    public void Run_Proposed_IsReleasedBySomebodyElseOnce()
    {
        var run = Proposed();

        Assert.That(() => run.Release(Anna, Periods, Start), Refused.By(RetentionRunRules.AnotherReleases));
        run.Release(Bo, Periods, Start);
        Assert.That((run.State, run.SettledBy), Is.EqualTo((RetentionRunState.Released, (UserId?)Bo)));
        Assert.That(() => run.Release(Bo, Periods, Start), Refused.By(RetentionRunRules.IsProposed));
        Assert.That(() => run.Refuse(Text("too late"), Bo, Start), Refused.By(RetentionRunRules.IsProposed));
        Assert.That(() => run.Item("case", Guid.Empty, null, 1), Refused.By(RetentionRunRules.IsProposed));
    }

    [Test]
    public void Run_WhosePeriodsAreNoLongerInForce_IsNotReleased()
    {
        var run = Proposed();

        Assert.That(() => run.Release(Bo, Periods + 1, Start), Refused.By(RetentionRunRules.PeriodsStand));
        Assert.That(() => run.Refuse(Text("other periods"), Anna, Start), Throws.Nothing);
    }

    [Test]
    public void Run_ThatNobodyReleased_IsNotFinished()
    {
        var run = Proposed();

        Assert.That(() => run.Finish(Start), Refused.By(RetentionRunRules.IsReleased));
        run.Release(Bo, Periods, Start);
        run.Finish(Start);
        Assert.That(() => run.Finish(Start), Refused.By(RetentionRunRules.IsReleased));
    }
}
