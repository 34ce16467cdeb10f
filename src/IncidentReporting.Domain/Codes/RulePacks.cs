using System.Xml;

namespace IncidentReporting.Domain.Codes;

/// <summary>The deadlines and notices of one country, as dated data.</summary>
public sealed record RulePack(string Id, string Country, string Sv, string En, IReadOnlyList<PackRule> Rules)
{
    public string Title(string language) => Language.Choose(language, Sv, En);
}

/// <summary>One deadline or notice of a country.</summary>
/// <param name="Deadline">ISO 8601, counted from <paramref name="ClockStart"/>; negative before it; null when there is none.</param>
/// <param name="Rule">The rule R1 to R29 that carries it, where there is one.</param>
/// <param name="Limit">ISO 8601: how far an employer may lengthen the deadline; null for as far as it likes. Shortening is never limited.</param>
/// <param name="CheckedAt">When the entry was last compared with the reference that names its source; null when its content is unconfirmed.</param>
/// <param name="Mark">C: confirmed in its source. K: professional knowledge, not confirmed.</param>
public sealed record PackRule(
    string Id, string Country, string Sv, string En, string Trigger, string Addressee, string? Deadline, string ClockStart, string LegalReference,
    DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> FormFields, string Source, DateOnly? CheckedAt, string Mark,
    string? Rule = null, string? Limit = null, string? Calendar = null, Wording? Note = null)
{
    public string Label(string language) => Language.Choose(language, Sv, En);

    public bool HoldsOn(DateOnly date) => Validity.Holds(ValidFrom, ValidTo, date);
}

/// <summary>The rule packs of all countries.</summary>
public static class RulePacks
{
    public static IReadOnlyList<RulePack> All { get; } = [.. CodeFiles.ReadFolder<RulePack>("RulePacks")];

    public static RulePack Sweden { get; } = All.Single(pack => pack.Country == "SE");

    /// <summary>How far Swedish law lets an employer lengthen a rule's deadline; null where only policy decides.</summary>
    public static TimeSpan? Limit(string ruleId) => LimitText(ruleId) is { } limit ? XmlConvert.ToTimeSpan(limit) : null;

    /// <summary>The same limit as ISO 8601.</summary>
    public static string? LimitText(string ruleId) =>
        Sweden.Rules.Where(rule => rule.Rule == ruleId && rule.ValidTo is null).Select(rule => rule.Limit).SingleOrDefault();
}
