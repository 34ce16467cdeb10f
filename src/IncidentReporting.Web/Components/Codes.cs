using System.Globalization;
using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Web.Components;

/// <summary>Code lists as people read and choose them, in the language of the call.</summary>
public static class Codes
{
    public static string Label(CodeList list, string? id) => id is null ? string.Empty : list.Label(id, Language);

    public static string Labels(CodeList list, IEnumerable<string> ids) => string.Join(", ", ids.Select(id => list.Label(id, Language)));

    /// <summary>Every code that could be chosen for that day, in the list's own order.</summary>
    public static IReadOnlyList<Choice> Choices(CodeList list, DateOnly on) =>
        [.. list.Codes.Where(code => list.HoldsOn(code.Id, on)).Select(code => new Choice(code.Id, code.Label(Language)))];

    /// <summary>A label inside a sentence: only its first letter is lowered, so that an abbreviation stays one.</summary>
    public static string InSentence(string label) => label.Length == 0 ? label : char.ToLower(label[0], CultureInfo.CurrentCulture) + label[1..];

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
