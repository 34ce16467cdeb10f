using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class IntervalTests
{
    [TestCase(5, .87, 12.40)]
    [TestCase(6, 1.69, 13.67)]
    [TestCase(8, 2.91, 16.22)]
    [TestCase(10, 4.33, 18.76)]
    [TestCase(12, 5.82, 21.26)]
    [TestCase(15, 8.09, 24.96)]
    [TestCase(20, 12.00, 31.02)]
    [TestCase(30, 20.14, 42.84)]
    [TestCase(60, 45.84, 77.10)]
    [TestCase(100, 81.52, 121.41)]
    public void Published_Number_HasTheIntervalWithNoise(long published, double lower, double upper)
    {
        var interval = PublishedIntervals.Pt1.For(published);

        Assert.That(interval.Rounded(2), Is.EqualTo(new Interval(lower, upper)));
        Assert.That(PublishedIntervals.Pt1.For(Cells.Of(published)), Is.EqualTo(interval));
    }

    [Test]
    public void Published_Small_ReachesFromNoneToWhatFourMayBe() =>
        Assert.That(PublishedIntervals.Pt1.For(Cells.Small)?.Rounded(2), Is.EqualTo(new Interval(0, 11.67)));

    [TestCase(3_000)]
    [TestCase(250_000)]
    public void Published_ManyThousands_IsAsWideAsTheNormal(long published)
    {
        var half = 1.96 * Math.Sqrt(published + 3);
        var interval = PublishedIntervals.Pt1.For(published);

        Assert.That(interval.Lower, Is.EqualTo(published - half).Within(.02 * half));
        Assert.That(interval.Upper, Is.EqualTo(published + half).Within(.02 * half));
    }

    [TestCase(5, 1.83, 11.08)]
    [TestCase(12, 6.50, 20.40)]
    [TestCase(20, 12.56, 30.34)]
    public void MidP_ExactNumber_HasTheNarrowerInterval(long count, double lower, double upper) =>
        Assert.That(PoissonIntervals.MidP(count).Rounded(2), Is.EqualTo(new Interval(lower, upper)));

    [Test]
    public void Plain_Fifteen_IsAsPublishedElsewhere()
    {
        Assert.That(PoissonIntervals.MidP(15).Rounded(5), Is.EqualTo(new Interval(8.71605, 24.18496)));
        Assert.That(PoissonIntervals.Exact(15).Rounded(5), Is.EqualTo(new Interval(8.39539, 24.74022)));
    }

    [Test]
    public void Plain_None_StartsAtNone()
    {
        Assert.That(PoissonIntervals.Exact(0).Rounded(6), Is.EqualTo(new Interval(0, 3.688879)));
        Assert.That(PoissonIntervals.MidP(0).Rounded(6), Is.EqualTo(new Interval(0, 2.995732)));
    }

    [Test]
    public void Wilson_SixtyFiveOfAHundred_IsAsPublishedElsewhere() =>
        Assert.That(Wilson.Of(65, 100).Rounded(6), Is.EqualTo(new Interval(.552544, .736358)));
}
