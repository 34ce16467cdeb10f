using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>What stands in place of other people's names, and what to do when an answer was not right.</summary>
internal static class SubjectTexts
{
    private static readonly ResourceManager Texts = new(typeof(SubjectTexts));

    public static string ReasonUnknown => Get(nameof(ReasonUnknown));

    public static string HersAlone => Get(nameof(HersAlone));

    public static string Part(string part) => Get($"part.{part}");

    public static string LeftOut(int count) => string.Format(CultureInfo.CurrentCulture, Get(nameof(LeftOut)), count);

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
