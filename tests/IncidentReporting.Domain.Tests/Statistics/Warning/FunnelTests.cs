using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class FunnelTests
{
    [TestCase(2, 6, 8, 7, 10)]
    [TestCase(3, 7, 10, 9, 12)]
    [TestCase(5, 10, 14, 11, 15)]
    [TestCase(8, 15, 19, 15, 20)]
    [TestCase(10, 17, 22, 18, 23)]
    [TestCase(12, 20, 25, 20, 26)]
    [TestCase(15, 24, 29, 24, 30)]
    [TestCase(20, 30, 36, 30, 37)]
    [TestCase(30, 42, 49, 42, 50)]
    [TestCase(50, 65, 74, 65, 74)]
    [TestCase(100, 121, 133, 121, 133)]
    public void Limits_OfTheExpected_AreTheSmallestImprobableCounts(double expected, long watch, long alert, long publishedWatch, long publishedAlert)
    {
        Assert.That(Funnel.Exact.Limits(expected), Is.EqualTo(new FunnelLimits(watch, alert)));
        Assert.That(Funnel.Published.Limits(expected), Is.EqualTo(new FunnelLimits(publishedWatch, publishedAlert)));
    }

    [Test]
    public void MidP_FourteenOfSixPointTwo_IsAsCalculated()
    {
        Assert.That(Funnel.Published.MidP(14, 6.2), Is.EqualTo(.00857).Within(5e-6));
        Assert.That(Funnel.Exact.MidP(14, 6.2), Is.EqualTo(.00335).Within(5e-6));
    }

    [Test]
    public void Limits_ThousandsExpected_AreAsTheNormal()
    {
        var limits = Funnel.Exact.Limits(5_000);

        Assert.That(limits.Watch, Is.EqualTo(5_000 + 1.96 * Math.Sqrt(5_000)).Within(3));
        Assert.That(limits.Alert, Is.EqualTo(5_000 + 3.09 * Math.Sqrt(5_000)).Within(4));
        Assert.That(Funnel.Published.Limits(5_000).Watch, Is.EqualTo(limits.Watch).Within(1));
    }

    [Test]
    public void Chart_UnitsThatDifferByChance_AreJudgedByTheirNumbers()
    {
        var chart = FunnelChart.Of(Funnel.Exact, [new(10, 10), new(7, 10), new(13, 10), new(17, 10), new(9, 10), new(11, 10), new(10, 10), new(8, 10)]);

        Assert.That(chart.Overdispersed, Is.False);
        Assert.That(chart.Points.Select(p => p.Level), Is.EqualTo((WarningLevel[])
        [
            WarningLevel.None, WarningLevel.None, WarningLevel.None, WarningLevel.Watch, WarningLevel.None, WarningLevel.None, WarningLevel.None, WarningLevel.None,
        ]));
        Assert.That(chart.Points[3].P, Is.EqualTo(Funnel.Exact.MidP(17, 10)));
        Assert.That(chart.Points[3].Z, Is.EqualTo(7 / Math.Sqrt(10)).Within(1e-12));
    }

    [Test]
    public void Chart_Published_CountsTheNoiseInTheScore() =>
        Assert.That(FunnelChart.Of(Funnel.Published, [new(17, 10)]).Points[0].Z, Is.EqualTo(7 / Math.Sqrt(13)).Within(1e-12));

    [Test]
    public void Chart_UnitsThatDifferByMore_AreJudgedByTheirScores()
    {
        FunnelUnit[] units = [.. new[] { 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 90 }.Select(count => new FunnelUnit(count, 22))];
        var chart = FunnelChart.Of(Funnel.Exact, units);

        // Of eleven in order, the 10th and 90th percentiles are the second and the second last: −14 and 18.
        var phi = (2 * 14 * 14 + 10 * 10 + 6 * 6 + 2 * 2 + 2 * 2 + 6 * 6 + 10 * 10 + 14 * 14 + 2 * 18 * 18) / 22d / 11;
        Assert.That(chart.Phi, Is.EqualTo(phi).Within(1e-9));
        Assert.That(chart.Overdispersed, Is.True);
        Assert.That(chart.Points[9].Z, Is.EqualTo(18 / Math.Sqrt(22) / Math.Sqrt(phi)).Within(1e-9));
        Assert.That((chart.Points[9].Level, chart.Points[10].Level), Is.EqualTo((WarningLevel.None, WarningLevel.Alert)));
    }

    [TestCase(40, WarningLevel.None)]
    [TestCase(46, WarningLevel.Watch)]
    [TestCase(60, WarningLevel.Alert)]
    public void Chart_OverdispersedUnit_IsJudgedAtTheLimitsOfTheScore(int count, WarningLevel level)
    {
        FunnelUnit[] units = [.. new[] { 4, 8, 12, 16, 20, 24, 28, 32, 36, 38, count }.Select(c => new FunnelUnit(c, 22))];

        Assert.That(FunnelChart.Of(Funnel.Exact, units).Points[^1].Level, Is.EqualTo(level));
    }

    [Test]
    public void Chart_NoUnits_IsEmpty() =>
        Assert.That(FunnelChart.Of(Funnel.Exact, []).Points, Is.Empty);
}
