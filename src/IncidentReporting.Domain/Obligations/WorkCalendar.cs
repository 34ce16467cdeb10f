using System.Collections.Concurrent;

namespace IncidentReporting.Domain.Obligations;

/// <summary>Local time, Swedish working days and what "the same day" means.</summary>
/// <remarks>
/// The same day: by 23:59 of that day. Between 20:00 and 06:00 is night: what arises then is due at the next 09:00.
/// A local time that summer time skips is moved on by the hour skipped; one that occurs twice is the first of the two.
/// </remarks>
public sealed class WorkCalendar(TimeZoneInfo zone)
{
    public const string DefaultZone = "Europe/Stockholm";

    private static readonly TimeOnly NightFrom = new(20, 0);
    private static readonly TimeOnly NightTo = new(6, 0);
    private static readonly TimeOnly AfterNight = new(9, 0);
    private static readonly TimeOnly DayEnd = new(23, 59);
    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> FreeDays = new();

    public static WorkCalendar Sweden { get; } = new(TimeZoneInfo.FindSystemTimeZoneById(DefaultZone));

    public TimeZoneInfo Zone { get; } = zone;

    public static WorkCalendar In(string zoneId) => zoneId == DefaultZone ? Sweden : new(TimeZoneInfo.FindSystemTimeZoneById(zoneId));

    public DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTimeFromUtc(time.UtcDateTime, Zone);

    public DateOnly LocalDate(DateTimeOffset time) => DateOnly.FromDateTime(Local(time));

    /// <summary>The moment, in UTC, when the clock on the wall shows this.</summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time) => FromLocal(date.ToDateTime(time));

    public DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    public DateTimeOffset EndOf(DateOnly date) => At(date, DayEnd);

    /// <summary>Days and months as the wall clock counts them, then the hours as they pass.</summary>
    public DateTimeOffset Add(DateTimeOffset start, IsoDuration duration) =>
        AddDays(start, duration, static (local, days) => local.AddDays(days));

    /// <summary>As <see cref="Add"/>, with the days counted in working days.</summary>
    public DateTimeOffset AddWorking(DateTimeOffset start, IsoDuration duration) =>
        AddDays(start, duration, static (local, days) => AddWorkingDays(DateOnly.FromDateTime(local), days).ToDateTime(TimeOnly.FromDateTime(local)));

    /// <summary>The last moment that still is "the same day" for what arose at <paramref name="start"/>.</summary>
    public DateTimeOffset SameDay(DateTimeOffset start)
    {
        var local = Local(start);
        var date = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        if (time >= NightFrom)
        {
            return At(date.AddDays(1), AfterNight);
        }

        return time < NightTo ? At(date, AfterNight) : EndOf(date);
    }

    public bool IsNight(DateTimeOffset time)
    {
        var local = TimeOnly.FromDateTime(Local(time));
        return local >= NightFrom || local < NightTo;
    }

    /// <summary>The time itself, or the end of the quiet hours it falls in.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset time, QuietHours? quiet)
    {
        if (quiet is null || quiet.From == quiet.To)
        {
            return time;
        }

        var local = Local(time);
        var date = DateOnly.FromDateTime(local);
        var clock = TimeOnly.FromDateTime(local);
        if (!quiet.Holds(clock))
        {
            return time;
        }

        var end = At(quiet.From > quiet.To && clock >= quiet.From ? date.AddDays(1) : date, quiet.To);
        return end > time ? end : time;
    }

    /// <summary>The next time the wall clock shows <paramref name="clock"/>, at or after <paramref name="from"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset from, TimeOnly clock)
    {
        var date = LocalDate(from);
        var today = At(date, clock);
        return today >= from ? today : At(date.AddDays(1), clock);
    }

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FreeDays.GetOrAdd(date.Year, SwedishHolidays.Of).Contains(date);

    public static DateOnly AddWorkingDays(DateOnly date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    private DateTimeOffset AddDays(DateTimeOffset start, IsoDuration duration, Func<DateTime, int, DateTime> addDays)
    {
        if (duration is { CalendarMonths: 0, CalendarDays: 0 })
        {
            return (start + duration.Elapsed).ToUniversalTime();
        }

        return FromLocal(addDays(Local(start).AddMonths(duration.CalendarMonths), duration.CalendarDays)) + duration.Elapsed;
    }

    private DateTimeOffset FromLocal(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            // Read with the offset that held before the gap, 02:30 becomes 03:30 summer time.
            return new DateTimeOffset(local, Zone.GetUtcOffset(local.AddHours(-3))).ToUniversalTime();
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
