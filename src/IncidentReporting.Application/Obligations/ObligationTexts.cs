using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Obligations;

/// <summary>Messages about the follow-up policy, requests for measures and stops of work, in the language of the call.</summary>
internal static class ObligationTexts
{
    public static ResourceManager Texts { get; } = new(typeof(ObligationTexts));

    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    public static string Format(string name, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
