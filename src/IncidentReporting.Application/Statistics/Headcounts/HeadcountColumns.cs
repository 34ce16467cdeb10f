using System.Collections.Frozen;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>The columns of a file of headcounts: their names for programs, and what people call them.</summary>
internal static class HeadcountColumns
{
    public const string UnitId = "unitId";
    public const string UnitName = "unitName";
    public const string Group = "occupationalGroup";
    public const string Month = "month";
    public const string Headcount = "headcount";
    public const string Fte = "fte";

    public static readonly IReadOnlyList<string> All = [UnitId, UnitName, Group, Month, Headcount, Fte];

    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["unitid"] = UnitId,
        ["enhetsid"] = UnitId,
        ["enhetid"] = UnitId,
        ["unit"] = UnitName,
        ["unitname"] = UnitName,
        ["enhet"] = UnitName,
        ["enhetsnamn"] = UnitName,
        ["occupationalgroup"] = Group,
        ["group"] = Group,
        ["yrkesgrupp"] = Group,
        ["grupp"] = Group,
        ["month"] = Month,
        ["månad"] = Month,
        ["manad"] = Month,
        ["headcount"] = Headcount,
        ["employees"] = Headcount,
        ["staff"] = Headcount,
        ["antal"] = Headcount,
        ["antalanställda"] = Headcount,
        ["anställda"] = Headcount,
        ["fte"] = Fte,
        ["fulltimeequivalents"] = Fte,
        ["årsarbetare"] = Fte,
        ["årsarbeten"] = Fte,
        ["heltidstjänster"] = Fte,
        ["antalårsarbetare"] = Fte,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The column of that heading, in Swedish or English and however it is spaced; null when there is none.</summary>
    public static string? Find(string heading) =>
        ByName.GetValueOrDefault(string.Concat(heading.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant());

    /// <summary>What the column is called in a language.</summary>
    public static string Heading(string column, string language) => HeadcountTexts.In(language, "column." + column);
}
