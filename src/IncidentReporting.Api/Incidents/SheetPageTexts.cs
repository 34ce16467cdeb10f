using System.Globalization;
using System.Resources;

namespace IncidentReporting.Api.Incidents;

/// <summary>The words of the page around a sheet, in the language of the call.</summary>
internal static class SheetPageTexts
{
    private static readonly ResourceManager Texts = new(typeof(SheetPageTexts));

    public static string Number => Get(nameof(Number));

    public static string MadeAt => Get(nameof(MadeAt));

    public static string LeftOut => Get(nameof(LeftOut));

    public static string Source => Get(nameof(Source));

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
