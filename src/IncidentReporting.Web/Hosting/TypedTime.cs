using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Hosting;

/// <summary>Days and times as they are typed into fields, read in the employer's time zone. What cannot be read is said at its field.</summary>
internal static class TypedTime
{
    private static readonly string[] Hours = ["HH:mm", "HH.mm", "H:mm", "H.mm"];

    /// <summary>Null where nothing is typed, or where it cannot be read.</summary>
    public static DateOnly? Day(string? text, string field, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        state.AddModelError(field, SharedTexts.Shared("field.date"));
        return null;
    }

    /// <summary>A day with an hour, or the day alone; an hour alone is of today.</summary>
    public static DateOrTime? Moment(string? day, string? hour, string field, DateTimeOffset now, ModelStateDictionary state)
    {
        var date = Day(day, field, state);
        if (string.IsNullOrWhiteSpace(hour))
        {
            return date is { } only ? new DateOrTime(only, Time: null) : null;
        }

        if (!TimeOnly.TryParseExact(hour.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            state.AddModelError(field + "Hour", SharedTexts.Shared("field.time"));
            return null;
        }

        var on = date ?? ShownZone.DayOf(now);
        var local = on.ToDateTime(time);
        if (ShownZone.Current.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateOrTime(on, new DateTimeOffset(local, ShownZone.Current.GetUtcOffset(local)).ToUniversalTime());
    }
}
