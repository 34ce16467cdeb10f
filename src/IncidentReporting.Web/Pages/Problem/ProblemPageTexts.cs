using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Problem;

internal static class ProblemPageTexts
{
    private static readonly PageTexts Texts = new(typeof(ProblemPageTexts));

    public static string T(string key) => Texts.Get(key);
}
