using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>What an early warning means and what to do, in the language of the call.</summary>
internal static class SignalTexts
{
    private static readonly ResourceManager Texts = new(typeof(SignalTexts));

    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    public static string Get(string name, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
