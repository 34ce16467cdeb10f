using System.Globalization;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Case;

internal static class CaseTexts
{
    private static readonly PageTexts Texts = new(typeof(CaseTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);

    /// <summary>In words, or as it is where there are none.</summary>
    public static string Known(string kind, string code) => Texts.Find($"{kind}.{code}") ?? code;

    /// <summary>A part of a case, as the log and the page of the case name it.</summary>
    public static string Part(string code) => Texts.Find($"part.{code}") ?? Known("withheld", code);

    /// <summary>"Eva, Peter och Amina".</summary>
    public static string And(IReadOnlyList<string> names) => names switch
    {
        [] => string.Empty,
        [var only] => only,
        _ => T("and", string.Join(", ", names.SkipLast(1)), names[^1]),
    };

    /// <summary>As the beginning of a sentence.</summary>
    public static string Begun(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
}
