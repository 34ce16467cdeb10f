using System.Text.Json.Serialization;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Application.Statistics.GetIndicators;

/// <param name="Before">The same period the year before, where it is frozen; what changes are measured from.</param>
/// <param name="Round">The survey whose answers stand beside; null where there is none.</param>
/// <param name="Staff">Mean headcount of the period; null where none is entered.</param>
/// <param name="Counts">Incidents, exposures and exposed people.</param>
/// <param name="Note">The standing note that belongs under every figure.</param>
/// <param name="Method">How the figures are protected, in a line.</param>
public sealed record IndicatorsResult(
    NodeResult Node, string Period, string? Before, ReleaseResult Of, SurveyRoundResult? Round, double? Staff, IReadOnlyList<FigureResult> Counts, IReadOnlyList<IndicatorResult> Items, string Note, string Method);

public sealed record SurveyRoundResult(string Id, string Name, DateOnly ClosesOn, int Invited, TotalResult Answers);

/// <summary>A figure with its interval, what it is compared with, and, where it cannot be told, why.</summary>
public record FigureResult
{
    /// <summary>V1, or the name of one of its parts.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>percent, per100, hours or count.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>register or survey: where the value is from.</summary>
    public required FigureSource Source { get; init; }

    /// <summary>Null where it is not told; of a class of time the most hours.</summary>
    public double? Value { get; init; }

    /// <summary>The interval of 95 %, the change of the numbers included.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>How many the share is of; of a rate the mean headcount.</summary>
    public double? N { get; init; }

    public required IndicatorState State { get; init; }

    /// <summary>True where protection hides it.</summary>
    public bool Suppressed => State is IndicatorState.Small or IndicatorState.Closed;

    /// <summary>The most that a small number can be.</summary>
    public int? Upper { get; init; }

    /// <summary>The figure as it is read.</summary>
    public required string Text { get; init; }

    public string? ReasonCode { get; init; }

    /// <summary>Why it is not told, in words.</summary>
    public string? Reason { get; init; }

    public BenchmarkResult? Benchmark { get; init; }

    /// <summary>Against the benchmark; null where they cannot be compared.</summary>
    public VerdictResult? Verdict { get; init; }

    public ChangeResult? Change { get; init; }

    /// <summary>What the survey says; null where it does not ask.</summary>
    public PulseResult? Pulse { get; init; }
}

public sealed record IndicatorResult : FigureResult
{
    /// <summary>Moves when the way of counting does.</summary>
    [JsonPropertyOrder(1)]
    public required int Version { get; init; }

    /// <summary>How it is counted, in plain words.</summary>
    [JsonPropertyOrder(1)]
    public required string Formula { get; init; }

    [JsonPropertyOrder(1)]
    public string? Caveat { get; init; }

    /// <summary>Where it has several numbers; the first is the one above.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<FigureResult> Parts { get; init; }

    /// <summary>Figures of others that are told beside and not compared.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<BenchmarkResult> Context { get; init; }

    /// <summary>What the numbers rest on; null where there are none.</summary>
    [JsonPropertyOrder(1)]
    public ReleaseResult? Of { get; init; }
}

/// <summary>The survey's figure, from the round of the year.</summary>
public sealed record PulseResult(
    double? Value, double? Low, double? High, double? N, IndicatorState State, int? Upper, string Text, string? ReasonCode, string? Reason, VerdictResult? Verdict);

/// <param name="Value">In per cent; null where it was told in words only.</param>
/// <param name="Comparable">register, pulse, both, or context: told beside and not compared.</param>
public sealed record BenchmarkResult(
    string Id, string Name, double? Value, string Words, int? Year, string Population, int? N, string Source, string? Note, Domain.Statistics.Indicators.BenchmarkUse Comparable);

/// <param name="Code">lower, higher or not_distinguishable.</param>
public sealed record VerdictResult(BenchmarkVerdict Code, string Text);

/// <param name="Direction">up, down or none: only what is more than chance and the change of the numbers.</param>
public sealed record ChangeResult(string Period, double? Value, ChangeDirection Direction, string Text);

public enum IndicatorUnit
{
    Percent,
    Per100,
    Hours,
    Count,
}

public enum FigureSource
{
    Register,
    Survey,
}
