namespace IncidentReporting.Domain.Statistics.Distributions;

/// <summary>The distribution of a published number whose true count is Poisson: its chance and the noise of the table together.</summary>
internal sealed class PublishedCount(PerturbationTable table)
{
    private readonly int reach = table.MaxChange;

    public double At(long published, double mean) => Near(published, mean, change => change == 0);

    public double Below(long published, double mean) => Poisson.Below(published - reach, mean) + Near(published, mean, over => over < 0);

    public double Above(long published, double mean) => Poisson.Above(published + reach, mean) + Near(published, mean, over => over > 0);

    private double Near(long published, double mean, Func<long, bool> counted)
    {
        var sum = 0d;
        for (var count = Math.Max(0, published - reach); count <= published + reach; count++)
        {
            var slots = 0L;
            foreach (var step in table.RowFor(count))
            {
                slots += counted(count + step.Change - published) ? step.Slots : 0;
            }

            sum += slots == 0 ? 0 : Poisson.At(count, mean) * slots / table.Slots;
        }

        return sum;
    }
}
