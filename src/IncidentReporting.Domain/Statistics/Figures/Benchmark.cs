namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>A figure of a survey to compare with, from 0 to 1; how many answered where that is known.</summary>
public sealed record Benchmark(double Value, int? Answers = null)
{
    /// <summary>None when there is no share to compare.</summary>
    public BenchmarkComparison? Compare(Share share)
    {
        if (share is not { Value: { } value, Interval: { } interval })
        {
            return null;
        }

        if (Answers is not { } answers)
        {
            return new(VerdictOf(interval.Lower - Value, interval.Upper - Value), null, null);
        }

        var own = Wilson.Of(Value, answers);
        var difference = Newcombe.Difference(value, interval, Value, own);
        return new(VerdictOf(difference.Lower, difference.Upper), own, difference);
    }

    private static BenchmarkVerdict VerdictOf(double lower, double upper) => (lower, upper) switch
    {
        ( > 0, _) => BenchmarkVerdict.Higher,
        (_, < 0) => BenchmarkVerdict.Lower,
        _ => BenchmarkVerdict.NotDistinguishable,
    };
}

public enum BenchmarkVerdict
{
    NotDistinguishable,
    Lower,
    Higher,
}

/// <summary>The verdict; with a known number of answers also the benchmark's own interval and that of the difference.</summary>
public sealed record BenchmarkComparison(BenchmarkVerdict Verdict, Interval? Benchmark, Interval? Difference);
