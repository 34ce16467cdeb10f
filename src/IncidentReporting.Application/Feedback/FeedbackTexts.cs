using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Feedback;

/// <summary>What to do when something about feedback was not right.</summary>
internal static class FeedbackTexts
{
    private static readonly ResourceManager Texts = new(typeof(FeedbackTexts));

    public static string TextMissing => Get(nameof(TextMissing));

    public static string TextLong(int most) => string.Format(CultureInfo.CurrentCulture, Get(nameof(TextLong)), most);

    public static string ContactLong(int most) => string.Format(CultureInfo.CurrentCulture, Get(nameof(ContactLong)), most);

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
