using System.Collections.Frozen;

namespace IncidentReporting.Domain.Codes;

/// <summary>
/// A section of the Swedish Criminal Code that an act may fall under; a hint, never a question: the police and the prosecutor decide.
/// <paramref name="Mark"/> is C when the section was confirmed in its source, K when it rests on professional knowledge.
/// </summary>
public sealed record OffenceHint(
    string Id, string Section, string Sv, string En, string Mark, string Source, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public string Label(string language) => Language.Choose(language, Sv, En);

    public bool HoldsOn(DateOnly date) => Validity.Holds(ValidFrom, ValidTo, date);
}

/// <summary>Which sections to hint at for which kinds of incident, by the law of the day of the act.</summary>
public static class OffenceHints
{
    private static readonly HintFile File = CodeFiles.ReadFile<HintFile>("Law", "offence_hints");

    private static readonly FrozenDictionary<string, OffenceHint> ById =
        File.Hints.ToDictionary(hint => hint.Id, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, IReadOnlyList<OffenceHint>> ByKind = File.Kinds
        .ToDictionary(row => row.Kind, IReadOnlyList<OffenceHint> (row) => [.. row.Hints.Select(id => ById[id])], StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<OffenceHint> All => File.Hints;

    /// <summary>When the confirmed hints were last compared with their sources.</summary>
    public static DateOnly CheckedAt => File.CheckedAt;

    /// <summary>Kinds and subkinds that have hints of their own.</summary>
    public static IReadOnlyCollection<string> Kinds => ByKind.Keys;

    /// <summary>The sentence that always stands beside the hints.</summary>
    public static Wording Reservation { get; } = new(File.Sv, File.En);

    /// <summary>The hints of each kind and of its category, without repetition, by the law that held when it happened.</summary>
    public static IReadOnlyList<OffenceHint> For(IEnumerable<string> kinds, DateOnly occurredOn) =>
        [.. kinds.SelectMany(kind => (string[])[kind, SurveyCategory.Of(kind)])
            .SelectMany(kind => ByKind.GetValueOrDefault(kind) ?? [])
            .Distinct()
            .Where(hint => hint.HoldsOn(occurredOn))];

    private sealed record HintFile(DateOnly CheckedAt, string Sv, string En, IReadOnlyList<OffenceHint> Hints, IReadOnlyList<KindRow> Kinds);

    private sealed record KindRow(string Kind, IReadOnlyList<string> Hints);
}
