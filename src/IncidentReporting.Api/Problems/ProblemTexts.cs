using System.Globalization;
using System.Resources;

namespace IncidentReporting.Api.Problems;

/// <summary>What problems say, in the language of the call.</summary>
internal static class ProblemTexts
{
    private static readonly ResourceManager Texts = new(typeof(ProblemTexts));

    public static string Title(ProblemKind kind) => Get(kind.Code + ".title");

    public static string Detail(ProblemKind kind) => Get(kind.Code + ".detail");

    public static string EnglishTitle(ProblemKind kind) => Texts.GetString(kind.Code + ".title", CultureInfo.GetCultureInfo("en"))!;

    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    public static string Format(string name, params object[] values) => string.Format(CultureInfo.InvariantCulture, Get(name), values);
}
