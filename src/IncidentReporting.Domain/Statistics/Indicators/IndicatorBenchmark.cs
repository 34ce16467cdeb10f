using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Statistics.Indicators;

/// <summary>A figure of others to compare with, with all that must be said with it.</summary>
/// <param name="Of">The indicator and its figure: <c>V1.exposed</c>.</param>
/// <param name="Percent">As it was told, in whole per cent; null where it was told in words only.</param>
/// <param name="Exact">What is compared with where that is finer: one third is not 33 %.</param>
/// <param name="Note">Why the comparison limps.</param>
public sealed record IndicatorBenchmark(
    string Id, BenchmarkSurvey Survey, string Of, double? Percent, double? Exact, BenchmarkUse Use, Wording Words, Wording? Note)
{
    /// <summary>From 0 to 1.</summary>
    public double? Value => (Exact ?? Percent) / 100;
}

/// <param name="Year">Null where the source does not tell it.</param>
/// <param name="Answers">How many answered; null where it is not known.</param>
public sealed record BenchmarkSurvey(string Id, Wording Name, int? Year, Wording Population, int? Answers, Wording Source);

/// <summary>What may be compared with it.</summary>
public enum BenchmarkUse
{
    /// <summary>Told beside, never compared: another question, another time or another group.</summary>
    Context,

    Register,
    Pulse,
    Both,
}
