using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Tasks;

internal static class TasksTexts
{
    private static readonly PageTexts Texts = new(typeof(TasksTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
