using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Reports;

/// <summary>When something was, as a date field and a time field tell it, in the employer's zone.</summary>
internal static class ToldTime
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyyMMdd", "d/M yyyy", "d.M.yyyy"];
    private static readonly string[] Hours = ["HH:mm", "H:mm", "HH.mm", "H.mm", "HHmm", "HH:mm:ss"];

    public static DateOnly? ReadDate(string? text, string field, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        state.AddModelError(field, SharedTexts.Shared("field.date"));
        return null;
    }

    public static TimeOnly? ReadHour(string? text, string field, ModelStateDictionary state)
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

    public static string Date(DateTimeOffset? at) => at is { } told ? Times.ForDateField(ShownZone.DayOf(told)) : string.Empty;

    public static string Hour(DateTimeOffset? at) => at is { } told ? Times.ForTimeField(told) : string.Empty;
}
