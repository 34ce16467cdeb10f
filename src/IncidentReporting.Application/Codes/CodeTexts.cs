using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Codes;

internal static class CodeTexts
{
    private static readonly ResourceManager Texts = new(typeof(CodeTexts));

    public static string OneOf(IEnumerable<string> ids) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(nameof(OneOf), CultureInfo.CurrentUICulture)!, string.Join(", ", ids));
}
