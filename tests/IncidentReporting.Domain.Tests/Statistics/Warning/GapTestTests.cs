using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class GapTestTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    [TestCase(45, .001134, WarningLevel.Watch)]
    [TestCase(90, .012829, WarningLevel.None)]
    public void Chart_FourEventsInSoManyDays_WatchesIfImprobable(int days, double p, WarningLevel level)
    {
        var point = GapTest.Chart([Start, Start.AddDays(7), Start.AddDays(8), Start.AddDays(8), Start.AddDays(days)], .3)[^1];

        Assert.That((point.Days, point.DaysOfFour, point.Level), Is.EqualTo((days - 8, days, level)));
        Assert.That(point.P, Is.EqualTo(p).Within(5e-7));
    }

    [Test]
    public void Chart_FewerThanFiveEvents_ProvesNothing()
    {
        var chart = GapTest.Chart([Start, Start, Start, Start.AddDays(1)], .01);

        Assert.That(chart.Select(p => p.Days), Is.EqualTo((int?[])[null, 0, 0, 1]));
        Assert.That(chart.Select(p => (p.P, p.Level)), Is.All.EqualTo(((double?)null, WarningLevel.None)));
    }
}
