using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Explore;

internal static class ExploreTexts
{
    private static readonly PageTexts Texts = new(typeof(ExploreTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
