using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.SavedViews;

/// <summary>What to do when a view cannot be saved.</summary>
internal static class SavedViewTexts
{
    private static readonly ResourceManager Texts = new(typeof(SavedViewTexts));

    public static string NameMissing => Format(nameof(NameMissing), SavedView.NameLength);

    public static string TooMany => Format(nameof(TooMany), SavedView.Most);

    private static string Format(string name, int number) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(name, CultureInfo.CurrentUICulture)!, number);
}
