using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Statistics.Exports;

/// <summary>What stands in the files that are taken away, in the language of the call.</summary>
internal static class SheetTexts
{
    private static readonly ResourceManager Texts = new(typeof(SheetTexts));

    public static string T(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    public static string T(string name, params object[] values) => string.Format(CultureInfo.CurrentCulture, T(name), values);
}
