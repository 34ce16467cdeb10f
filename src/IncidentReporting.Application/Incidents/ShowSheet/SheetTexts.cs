using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>What stands on the sheets beside the case's own words, in the reader's language.</summary>
internal static class SheetTexts
{
    private static readonly ResourceManager Texts = new(typeof(SheetTexts));
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Get(string name, string language) =>
        Texts.GetString(name, language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Swedish)
        ?? throw new InvalidOperationException($"There is no text {name}.");
}
