using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>What to do when something about headcounts was not right.</summary>
internal static class HeadcountTexts
{
    private static readonly ResourceManager Texts = new(typeof(HeadcountTexts));

    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    public static string Get(string name, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The text in that language, for names of columns.</summary>
    public static string In(string language, string name) => Texts.GetString(name, CultureInfo.GetCultureInfo(language))!;
}
