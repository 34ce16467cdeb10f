namespace IncidentReporting.Domain.Statistics.Distributions;

/// <summary>The binomial distribution of the successes in a number of trials.</summary>
internal static class Binomial
{
    public static double At(long successes, long trials, double share)
    {
        if (successes < 0 || successes > trials)
        {
            return 0;
        }

        if (share is <= 0 or >= 1)
        {
            return successes == (share <= 0 ? 0 : trials) ? 1 : 0;
        }

        var ways = LogFactorial.Of(trials) - LogFactorial.Of(successes) - LogFactorial.Of(trials - successes);
        return Math.Exp(ways + successes * Math.Log(share) + (trials - successes) * Math.Log(1 - share));
    }

    public static double Above(long successes, long trials, double share)
    {
        if (successes >= trials)
        {
            return 0;
        }

        if (successes < 0 || share >= 1)
        {
            return 1;
        }

        if (share <= 0)
        {
            return 0;
        }

        var odds = share / (1 - share);
        return successes + 1 > (trials + 1) * share
            ? Tail.Sum(At(successes + 1, trials, share), successes + 1, trials, k => odds * (trials - k) / (k + 1))
            : 1 - Tail.Sum(At(successes, trials, share), successes, 0, k => k / (odds * (trials - k + 1)));
    }
}
