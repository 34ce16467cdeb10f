namespace IncidentReporting.Application.Common;

/// <summary>When something was, as exactly as it was told: a day, or a time of day.</summary>
public readonly record struct DateOrTime(DateOnly Date, DateTimeOffset? Time)
{
    /// <summary>The time, or the start of the day where only that was told.</summary>
    public DateTimeOffset Instant(TimeZoneInfo zone)
    {
        if (Time is { } time)
        {
            return time;
        }

        var midnight = Date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
