using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Calendar;

internal static class CalendarTexts
{
    private static readonly PageTexts Texts = new(typeof(CalendarTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
