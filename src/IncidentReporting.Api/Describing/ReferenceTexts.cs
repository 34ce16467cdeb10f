using System.Globalization;
using System.Resources;

namespace IncidentReporting.Api.Describing;

/// <summary>The headings of the reference page.</summary>
internal static class ReferenceTexts
{
    private static readonly ResourceManager Texts = new(typeof(ReferenceTexts));

    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
