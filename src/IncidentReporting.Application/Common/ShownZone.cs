namespace IncidentReporting.Application.Common;

/// <summary>The time zone that a call's answers show times in: the caller's employer's. It flows with the call; nothing is stored by it.</summary>
public static class ShownZone
{
    /// <summary>Shown where no employer is known, such as in examples.</summary>
    public const string DefaultId = "Europe/Stockholm";

    private static readonly TimeZoneInfo Default = TimeZoneInfo.FindSystemTimeZoneById(DefaultId);
    private static readonly AsyncLocal<TimeZoneInfo?> OfCall = new();

    public static TimeZoneInfo Current => OfCall.Value ?? Default;

    /// <summary>From here on in this call; null is the default again.</summary>
    public static void Use(TimeZoneInfo? zone) => OfCall.Value = zone;

    /// <summary>The day it is there at that time.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Current).DateTime);
}
