using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Hosting;

/// <summary>Days and times as they are typed into fields, read in the employer's time zone. What cannot be read is said at its field.</summary>
internal static class TypedTime
{
    // A browser's own field sends the first; where it is a plain line of text people write as they are used to.
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "d/M yyyy", "d.M.yyyy"];
    private static readonly string[] Hours = ["HH:mm", "H:mm", "HH.mm", "H.mm", "HHmm", "HH:mm:ss"];

    /// <summary>Null where nothing is typed, or where it cannot be read.</summary>
    public static DateOnly? Day(string? text, string field, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        state.AddModelError(field, SharedTexts.Shared("field.date"));
        return null;
    }

    /// <summary>Null where nothing is typed, or where it cannot be read.</summary>
    public static TimeOnly? Hour(string? text, string field, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            return hour;
        }

        state.AddModelError(field, SharedTexts.Shared("field.time"));
        return null;
    }

    /// <summary>A day with an hour, or the day alone; an hour alone is of today.</summary>
    public static DateOrTime? Moment(string? day, string? hour, string field, string hourField, DateTimeOffset now, ModelStateDictionary state)
    {
        var date = Day(day, field, state);
        return Hour(hour, hourField, state) is { } time
            ? new DateOrTime(date ?? ShownZone.DayOf(now), Instant(date ?? ShownZone.DayOf(now), time))
            : string.IsNullOrWhiteSpace(hour) && date is { } only ? new DateOrTime(only, Time: null) : null;
    }

    /// <summary>The time in UTC; without an hour the start of the day.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly? hour)
    {
        var zone = ShownZone.Current;
        var local = day.ToDateTime(hour ?? TimeOnly.MinValue);

        // The hour that summer time skips was an hour later by the clock on the wall.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
