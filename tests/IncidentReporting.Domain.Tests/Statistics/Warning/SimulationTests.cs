using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

/// <summary>What the help text promises of a chart whose baseline is itself estimated from 24 months.</summary>
public sealed class SimulationTests
{
    private const int Units = 2_000;

    [TestCase(1, .80)]
    [TestCase(2, .93)]
    [TestCase(5, 1)]
    public void Chart_EstimatedBaseline_FindsADoublingAsOftenAsPromised(double expected, double found)
    {
        var random = new Random(2026);
        var (falseWatches, finds) = (0, 0);
        for (var unit = 0; unit < Units; unit++)
        {
            var events = Enumerable.Range(0, WarningMethods.BaselineMonths).Sum(_ => Drawn(random, expected));
            var cusum = new PoissonCusum(events / 24d, new(events, 24));
            falseWatches += Watched(cusum, random, expected, 24) ? 1 : 0;
            finds += Watched(cusum, random, 2 * expected, 12) ? 1 : 0;
        }

        Assert.That(falseWatches / (double)Units, Is.InRange(.16, .23));
        Assert.That(finds / (double)Units, Is.EqualTo(found).Within(.025));
    }

    private static bool Watched(PoissonCusum cusum, Random random, double expected, int months) =>
        cusum.Chart([.. Enumerable.Range(0, months).Select(_ => new CusumMonth(Drawn(random, expected), 1))]).Any(point => point.Raised);

    private static int Drawn(Random random, double mean)
    {
        var (count, left) = (0, random.NextDouble());
        for (var enough = Math.Exp(-mean); left > enough; count++)
        {
            left *= random.NextDouble();
        }

        return count;
    }
}
