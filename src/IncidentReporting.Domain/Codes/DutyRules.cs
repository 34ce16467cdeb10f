using System.Collections.Frozen;

namespace IncidentReporting.Domain.Codes;

/// <summary>The rules R1 to R29 as data: what each asks for and on what ground.</summary>
internal static class DutyRules
{
    private static readonly IReadOnlyList<DutyRule> Rules = CodeFiles.ReadFile<RuleFile>("Law", "rules").Rules;

    private static readonly FrozenDictionary<string, DutyRule> ById =
        Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> Ids { get; } = [.. Rules.Select(rule => rule.Id)];

    public static DutyRule Get(string ruleId) =>
        ById.GetValueOrDefault(ruleId) ?? throw new ArgumentException($"There is no rule {ruleId}.", nameof(ruleId));

    private sealed record RuleFile(IReadOnlyList<DutyRule> Rules);
}

internal sealed record DutyRule(string Id, string Sv, string En, IReadOnlyList<Ground> Grounds);
