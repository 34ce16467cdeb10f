using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class RunLengthTests
{
    [TestCase(0, 438.12)]
    [TestCase(5, 333.12)]
    public void RunLength_ACaseOfLucas_IsAsPublished(double start, double months) =>
        Assert.That(RunLength.Of(.25, .25, 10, .25, start), Is.EqualTo(months).Within(.005));

    [TestCase(.1, .2)]
    [TestCase(.2, .3)]
    [TestCase(.3, .5)]
    [TestCase(.5, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 10)]
    public void LimitFor_TheWholeClass_FalseWatchComesAfter120MonthsInTheMean(double from, double to)
    {
        for (var i = 0; i < 5; i++)
        {
            var expected = from + (to - from) * i / 5;
            Assert.That(Months(expected, 1), Is.GreaterThanOrEqualTo(120), $"{expected}");
        }
    }

    [TestCase(.15, 26, 13)]
    [TestCase(.25, 19, 9.3)]
    [TestCase(.4, 14, 6.6)]
    [TestCase(.75, 9.9, 4.6)]
    [TestCase(1.5, 5.8, 2.6)]
    [TestCase(3.5, 3.2, 1.5)]
    public void LimitFor_TheRateDoubledOrTrebled_WatchComesSoon(double expected, double doubled, double trebled)
    {
        Assert.That(Months(expected, 2), Is.EqualTo(doubled).Within(doubled < 10 ? .05 : .5));
        Assert.That(Months(expected, 3), Is.EqualTo(trebled).Within(trebled < 10 ? .05 : .5));
    }

    private static double Months(double expected, double times) =>
        RunLength.Of(times * expected, PoissonCusum.ReferenceFor(expected), PoissonCusum.LimitFor(expected)!.Value, .01);
}
