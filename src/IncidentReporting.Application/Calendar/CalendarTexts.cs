using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Calendar;

internal static class CalendarTexts
{
    private static readonly ResourceManager Texts = new(typeof(CalendarTexts));

    /// <summary>What the calendar is called where it is read; says nothing of what it is about.</summary>
    public static string Name(string language) => Get(nameof(Name), language);

    /// <summary>A follow-up, to whom it is with.</summary>
    public static string FollowUp(string language) => Get(nameof(FollowUp), language);

    private static string Get(string name, string language) => Texts.GetString(name, CultureInfo.GetCultureInfo(language))!;
}
