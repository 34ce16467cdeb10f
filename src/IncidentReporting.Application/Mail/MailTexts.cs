using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Mail;

/// <summary>The standing words of the mails. What to do is worded here and not taken from the code lists, whose labels tell what a case is about.</summary>
internal static class MailTexts
{
    private static readonly ResourceManager Resources = new("IncidentReporting.Application.Mail.MailTexts", typeof(MailTexts).Assembly);
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo CultureOf(string language) => language == "en" ? English : Swedish;

    public static string? Find(string key, string language) => Resources.GetString(key, CultureOf(language));

    public static string Get(string key, string language) =>
        Find(key, language) ?? throw new InvalidOperationException($"There is no mail text {key}.");

    public static string Format(string key, string language, params ReadOnlySpan<object?> values) =>
        string.Format(CultureOf(language), Get(key, language), values);
}
