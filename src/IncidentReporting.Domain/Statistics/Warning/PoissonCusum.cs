namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A cumulative sum that finds a doubling of the rate (Lucas 1985).</summary>
/// <param name="rate">Events per person-month, from the baseline.</param>
/// <param name="baseline">What the baseline window held, which an alert is tested against.</param>
/// <param name="overdispersion">Of the baseline; above the tolerated, events and reference are divided by it.</param>
public sealed class PoissonCusum(double rate, Observed baseline, double overdispersion = 1)
{
    /// <summary>A watch is an alert when the test is at most this.</summary>
    public const double AlertAt = .01;

    // Sums of hundredths are not exact in binary.
    private const double Rounding = 1e-9;

    /// <summary>What S is compared with, by the number expected in the first month: no false watch within 120 months in the mean. None where another method serves.</summary>
    public static double? LimitFor(double expected) => expected switch
    {
        < .1 or > 10 => null,
        < .2 => 2.9,
        < .3 => 3.3,
        < .5 => 3.6,
        < 1 => 4.2,
        < 2 => 4.5,
        _ => 4.9,
    };

    /// <summary>What is taken off in a month, so that a doubling is found soonest.</summary>
    public static double ReferenceFor(double expected) => Math.Round(expected / Math.Log(2), 2, MidpointRounding.AwayFromZero);

    /// <summary>The months of the chart from its start, oldest first.</summary>
    public IReadOnlyList<CusumPoint> Chart(IReadOnlyList<CusumMonth> months)
    {
        if (months.Count == 0)
        {
            return [];
        }

        var limit = LimitFor(rate * months[0].Exposure) ?? throw new ArgumentOutOfRangeException(nameof(months), "The number expected calls for another method.");
        var points = new List<CusumPoint>(months.Count);
        var (sum, run, runMonths, open) = (0d, default(Observed), 0, false);
        foreach (var month in months)
        {
            var reference = ReferenceFor(rate * month.Exposure);
            sum += Scaled(month.Events) - Scaled(reference);
            (sum, run, runMonths) = sum < Rounding ? (0, default, 0) : (sum, run + new Observed(month.Events, month.Exposure), runMonths + 1);
            var raised = !open && sum >= limit - Rounding;
            open |= raised;
            var test = open && runMonths > 0 ? ConditionalTest.Of(run, baseline) : (ConditionalTest?)null;
            points.Add(new(rate * month.Exposure, reference, sum, raised, Level(open, test), run, runMonths, test));
            if (open && month.Acknowledged)
            {
                (sum, run, runMonths, open) = (0, default, 0, false);
            }
        }

        return points;
    }

    private static WarningLevel Level(bool open, ConditionalTest? test) => (open, test) switch
    {
        (false, _) => WarningLevel.None,
        (_, { MidP: <= AlertAt }) => WarningLevel.Alert,
        _ => WarningLevel.Watch,
    };

    private double Scaled(double value) => overdispersion > Overdispersion.Tolerated ? value / overdispersion : value;
}
