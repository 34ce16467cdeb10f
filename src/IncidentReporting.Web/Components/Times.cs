using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Pages.Shared;

namespace IncidentReporting.Web.Components;

/// <summary>Times as people say them, in the employer's zone and the language of the call: "i dag 16.30", "tisdag 24 november 10.00".</summary>
public static class Times
{
    /// <summary>The day and the hour: "i går 09.00".</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now) => $"{Day(at, now)} {Hour(at)}";

    /// <summary>The hour: "16.30".</summary>
    public static string Hour(DateTimeOffset at) => Local(at).ToString(IsSwedish ? "HH.mm" : "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day: "i dag", "tisdag 24 november", with the year where it is another.</summary>
    public static string Day(DateTimeOffset at, DateTimeOffset now) => Day(ShownZone.DayOf(at), now);

    public static string Day(DateOnly day, DateTimeOffset now)
    {
        var today = ShownZone.DayOf(now);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => SharedTexts.Shared("time.today"),
            1 => SharedTexts.Shared("time.tomorrow"),
            -1 => SharedTexts.Shared("time.yesterday"),
            > 1 and < 7 => day.ToString("dddd d MMMM", CultureInfo.CurrentCulture),
            _ => Date(day, now),
        };
    }

    /// <summary>The date: "24 november", with the year where it is another.</summary>
    public static string Date(DateOnly day, DateTimeOffset now) =>
        day.ToString(day.Year == ShownZone.DayOf(now).Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Date(DateTimeOffset at, DateTimeOffset now) => Date(ShownZone.DayOf(at), now);

    /// <summary>The date in short: "24 nov".</summary>
    public static string Short(DateTimeOffset at) => ShownZone.DayOf(at).ToString("d MMM", CultureInfo.CurrentCulture).TrimEnd('.');

    /// <summary>For a duty: "Senast i dag 16.30 · om 1 tim 50 min", or "Skulle ha gjorts i går 09.00".</summary>
    public static string Until(DateTimeOffset due, DateTimeOffset now) =>
        due < now
            ? SharedTexts.Shared("time.overdue", Of(due, now))
            : due - now < TimeSpan.FromHours(24)
                ? SharedTexts.Shared("time.until_left", Of(due, now), Left(due - now))
                : SharedTexts.Shared("time.until", Of(due, now));

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateTimeOffset at) => Local(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>For a date field: "2026-11-24".</summary>
    public static string ForDateField(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For a time field: "16:30".</summary>
    public static string ForTimeField(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static bool IsSwedish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, ShownZone.Current);

    private static string Left(TimeSpan left) => left < TimeSpan.FromHours(1)
        ? SharedTexts.Shared("time.minutes", Math.Max(1, (int)left.TotalMinutes))
        : left.Minutes == 0
            ? SharedTexts.Shared("time.hours", (int)left.TotalHours)
            : SharedTexts.Shared("time.hours_minutes", (int)left.TotalHours, left.Minutes);
}
