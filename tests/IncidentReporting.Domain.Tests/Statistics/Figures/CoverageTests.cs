using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Distributions;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class CoverageTests
{
    private static readonly PublishedCount Distribution = new(PerturbationTables.Pt1);

    [Test]
    public void Interval_FromOneToEighty_HoldsTheExpectedInNinetyFourToNinetyNinePerCent()
    {
        for (var expected = 1d; expected <= 80; expected += .25)
        {
            var held = Enumerable.Range(0, 160).Where(y => Holds(PublishedIntervals.Pt1.For(Cells.Of(y)), expected)).Sum(y => Distribution.At(y, expected));

            Assert.That(held, Is.InRange(.939, .991), $"{expected}");
        }
    }

    [TestCase(20, 4.8)]
    [TestCase(100, 10.15)]
    public void Published_OfAPoissonCount_VariesByChanceAndNoise(double expected, double deviation)
    {
        var variance = Enumerable.Range(0, 300).Sum(y => Distribution.At(y, expected) * (y - expected) * (y - expected));

        Assert.That(Math.Sqrt(variance), Is.EqualTo(deviation).Within(.005));
    }

    private static bool Holds(Interval? interval, double expected) => interval is { } i && i.Lower <= expected && expected <= i.Upper;
}
