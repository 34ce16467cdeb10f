using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>How probable it is that as many of all the events fell in the run, had the rate been that of the baseline (Przyborowski and Wilenski 1940).</summary>
public readonly record struct ConditionalTest(double Exact, double MidP)
{
    public static ConditionalTest Of(Observed run, Observed baseline)
    {
        var events = run.Events + baseline.Events;
        var exposure = run.Exposure + baseline.Exposure;
        if (exposure <= 0)
        {
            return new(1, 1);
        }

        var share = run.Exposure / exposure;
        var above = Binomial.Above(run.Events, events, share);
        var at = Binomial.At(run.Events, events, share);
        return new(above + at, above + at / 2);
    }
}
