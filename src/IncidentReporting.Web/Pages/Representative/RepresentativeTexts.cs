using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Representative;

internal static class RepresentativeTexts
{
    private static readonly PageTexts Texts = new(typeof(RepresentativeTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
