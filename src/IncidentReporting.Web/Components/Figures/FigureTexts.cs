using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Components.Figures;

internal static class FigureTexts
{
    private static readonly PageTexts Texts = new(typeof(FigureTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
