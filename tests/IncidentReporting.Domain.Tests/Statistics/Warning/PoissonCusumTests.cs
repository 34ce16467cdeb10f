using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class PoissonCusumTests
{
    private static readonly Observed Baseline = new(22, 24);

    [Test]
    public void Chart_ExampleA_WatchesInTheEleventhMonth()
    {
        var chart = new PoissonCusum(.9, Baseline).Chart(Months([1, 0, 2, 1, 0, 1, 2, 3, 1, 3, 2]));

        Assert.That(chart.Select(p => p.Reference), Is.All.EqualTo(1.30));
        Assert.That(chart.Select(p => p.Value), Is.EqualTo((double[])[0, 0, .7, .4, 0, 0, .7, 2.4, 2.1, 3.8, 4.5]).Within(1e-9));
        Assert.That(chart.Select(p => p.Raised), Is.EqualTo((bool[])[.. Enumerable.Repeat(false, 10), true]));
        Assert.That((chart[10].Run, chart[10].RunMonths, chart[10].Level), Is.EqualTo((new Observed(11, 5), 5, WarningLevel.Watch)));
        Assert.That(chart[10].Test?.MidP, Is.EqualTo(.012794).Within(5e-7));
    }

    [Test]
    public void Chart_ExampleB_FollowsTheHeadcountAndStartsAfreshWhenAcknowledged()
    {
        double[] exposure = [30, 30, 30, 28, 28, 26, 26, 26, 25, 25];
        long[] events = [1, 1, 0, 2, 3, 0, 2, 4, 1, 2];
        var chart = new PoissonCusum(.03, new(22, 720)).Chart([.. events.Zip(exposure, (x, e) => new CusumMonth(x, e)).Select((m, i) => m with { Acknowledged = i == 7 })]);

        Assert.That(chart.Select(p => p.Expected), Is.EqualTo((double[])[.90, .90, .90, .84, .84, .78, .78, .78, .75, .75]).Within(1e-9));
        Assert.That(chart.Select(p => p.Reference), Is.EqualTo((double[])[1.30, 1.30, 1.30, 1.21, 1.21, 1.13, 1.13, 1.13, 1.08, 1.08]));
        Assert.That(chart.Select(p => p.Value), Is.EqualTo((double[])[0, 0, 0, .79, 2.58, 1.45, 2.32, 5.19, 0, .92]).Within(1e-9));
        Assert.That((chart[7].Run, chart[7].RunMonths, chart[7].Level), Is.EqualTo((new Observed(11, 134), 5, WarningLevel.Alert)));
        Assert.That(chart[7].Test?.MidP, Is.EqualTo(.006295).Within(5e-7));
        Assert.That(chart.Skip(8).Select(p => p.Level), Is.All.EqualTo(WarningLevel.None));
    }

    [Test]
    public void Chart_NotAcknowledged_KeepsTheWatchOpenAndTestsItEachMonth()
    {
        var chart = new PoissonCusum(.9, Baseline).Chart(Months([3, 3, 2, 3, 0, 0, 0, 0, 0, 0]));

        Assert.That(chart.Select(p => p.Raised), Is.EqualTo((bool[])[false, false, false, true, false, false, false, false, false, false]));
        Assert.That(chart.Select(p => p.Level), Is.EqualTo((WarningLevel[])
        [
            WarningLevel.None, WarningLevel.None, WarningLevel.None, WarningLevel.Alert, WarningLevel.Watch, WarningLevel.Watch, WarningLevel.Watch,
            WarningLevel.Watch, WarningLevel.Watch, WarningLevel.Watch,
        ]));
        Assert.That(chart[4].Test?.MidP, Is.EqualTo(.012794).Within(5e-7));
        Assert.That((chart[7].Test, chart[8].Value, chart[8].Test), Is.EqualTo((new ConditionalTest?(ConditionalTest.Of(new(11, 8), Baseline)), 0d, (ConditionalTest?)null)));
    }

    [Test]
    public void Chart_SumExactlyAtTheLimit_IsAWatch()
    {
        var chart = new PoissonCusum(.9, Baseline).Chart(Months([2, 2, 2, 2, 2, 2]));

        Assert.That(chart[5].Value, Is.EqualTo(4.2).Within(1e-9));
        Assert.That(chart.Select(p => p.Raised), Is.EqualTo((bool[])[false, false, false, false, false, true]));
    }

    [Test]
    public void Chart_Overdispersed_DividesEventsAndReference()
    {
        long[] events = [3, 3, 3, 3, 3];
        var plain = new PoissonCusum(.9, Baseline, 1.3).Chart(Months(events));
        var spread = new PoissonCusum(.9, Baseline, 2).Chart(Months(events));

        Assert.That(plain.Select(p => p.Value), Is.EqualTo((double[])[1.7, 3.4, 5.1, 6.8, 8.5]).Within(1e-9));
        Assert.That(spread.Select(p => p.Value), Is.EqualTo((double[])[.85, 1.7, 2.55, 3.4, 4.25]).Within(1e-9));
        Assert.That(spread.Select(p => p.Raised), Is.EqualTo((bool[])[false, false, false, false, true]));
    }

    [TestCase(.1, 2.9)]
    [TestCase(.2, 3.3)]
    [TestCase(.3, 3.6)]
    [TestCase(.5, 4.2)]
    [TestCase(1, 4.5)]
    [TestCase(2, 4.9)]
    [TestCase(10, 4.9)]
    [TestCase(.0999, null)]
    [TestCase(10.01, null)]
    public void LimitFor_LowerBoundOfAClass_BelongsToIt(double expected, double? limit) =>
        Assert.That(PoissonCusum.LimitFor(expected), Is.EqualTo(limit));

    [TestCase(.0999, WarningMethod.Gaps)]
    [TestCase(.1, WarningMethod.Cusum)]
    [TestCase(10, WarningMethod.Cusum)]
    [TestCase(10.01, WarningMethod.Laney)]
    public void For_TheNumberExpected_ChoosesTheMethod(double expected, WarningMethod method) =>
        Assert.That(WarningMethods.For(expected), Is.EqualTo(method));

    [Test]
    public void Chart_NumberForAnotherMethod_IsRefused() =>
        Assert.That(() => new PoissonCusum(.05, Baseline).Chart(Months([1])), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static CusumMonth[] Months(long[] events) => [.. events.Select(x => new CusumMonth(x, 1))];
}
