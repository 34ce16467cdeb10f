namespace IncidentReporting.Domain.Codes;

internal static class Language
{
    public static string Choose(string language, string swedish, string english) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? english : swedish;
}
