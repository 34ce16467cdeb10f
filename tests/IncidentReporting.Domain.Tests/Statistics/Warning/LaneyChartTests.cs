using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class LaneyChartTests
{
    private static readonly long[] Events = [212, 198, 240, 225, 260, 231, 205, 219, 248, 236, 229];
    private static readonly double[] Exposures = [410, 410, 412, 412, 415, 415, 415, 418, 418, 420, 420];
    private static readonly Observed[] Base = [.. Events.Zip(Exposures, (n, e) => new Observed(n, e))];

    [Test]
    public void OfExact_ThreeHundredAndOne_Signals()
    {
        var chart = LaneyChart.OfExact(Base, [new(301, 420)])!;

        Assert.That(chart.Mean, Is.EqualTo(.548302).Within(5e-7));
        Assert.That(chart.Sigma, Is.EqualTo(1.2925).Within(5e-5));
        Assert.That(chart.Points[^1].UpperEvents, Is.EqualTo(289.1).Within(.05));
        Assert.That(chart.Points.Select(p => p.Signals), Is.EqualTo(Enumerable.Range(0, 12).Select(i => i == 11)));
    }

    [Test]
    public void OfExact_FarBelow_SignalsToo() =>
        Assert.That(LaneyChart.OfExact(Base, [new(160, 420)])!.Points[^1].Outside, Is.True);

    [Test]
    public void OfPublished_SameMonths_HasTheNoiseInItsLimits()
    {
        var (exact, published) = (LaneyChart.OfExact(Base, [])!, LaneyChart.OfPublished(Base, [])!);

        double Half(LaneyChart chart) => (chart.Points[0].Upper - chart.Mean) / chart.Sigma;
        Assert.That(Half(published) / Half(exact), Is.EqualTo(Math.Sqrt(1 + 3 / (.548302 * 410))).Within(1e-6));
        Assert.That(published.Sigma, Is.LessThan(exact.Sigma));
    }

    [Test]
    public void OfExact_EightInARowOnOneSide_Signals()
    {
        var chart = LaneyChart.OfExact(Base, [new(200, 420), .. Enumerable.Repeat(new Observed(235, 420), 8)])!;

        Assert.That(chart.Points.Skip(12).Select(p => p.InARow), Is.EqualTo(Enumerable.Range(1, 8)));
        Assert.That(chart.Points.Skip(11).Select(p => p.Signals), Is.EqualTo(Enumerable.Range(0, 9).Select(i => i == 8)));
    }

    [Test]
    public void OfExact_TooFewBaseMonthsOrNothing_IsNoChart()
    {
        Assert.That(LaneyChart.OfExact(Base[1..], []), Is.Null);
        Assert.That(LaneyChart.OfExact([.. Exposures.Select(e => new Observed(0, e))], []), Is.Null);
        Assert.That(LaneyChart.OfExact(Base, [new(3, 0)]), Is.Null);
    }

    [Test]
    public void OfExact_VariesLessThanChance_KeepsPoissonsLimits() =>
        Assert.That(LaneyChart.OfExact([.. Enumerable.Repeat(new Observed(100, 50), 11)], [])!.Sigma, Is.EqualTo(1));
}
