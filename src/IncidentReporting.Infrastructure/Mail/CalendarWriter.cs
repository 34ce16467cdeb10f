using System.Globalization;
using System.Text;
using IncidentReporting.Application.Calendar;
using IncidentReporting.Application.Mail;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>A booked time after RFC 5545. The same booking keeps its UID, and a later mail about it has a higher sequence.</summary>
internal static class CalendarWriter
{
    private static readonly DateTimeOffset SequenceStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Write(CalendarEntry entry, DateTimeOffset now, string uid, string domain)
    {
        var calendar = new StringBuilder();
        CalendarLines.Add(calendar, "BEGIN:VCALENDAR");
        CalendarLines.Add(calendar, "VERSION:2.0");
        CalendarLines.Add(calendar, "PRODID:-//IncidentReporting//Mail//EN");
        CalendarLines.Add(calendar, "METHOD:PUBLISH");
        CalendarLines.Add(calendar, "BEGIN:VEVENT");
        CalendarLines.Add(calendar, $"UID:{uid}@{domain}");
        CalendarLines.Add(calendar, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(0, (long)(now - SequenceStart).TotalMinutes)}"));
        CalendarLines.Add(calendar, $"DTSTAMP:{CalendarLines.Utc(now)}");
        CalendarLines.Add(calendar, $"DTSTART:{CalendarLines.Utc(entry.Start)}");
        CalendarLines.Add(calendar, $"DTEND:{CalendarLines.Utc(entry.End)}");
        CalendarLines.Add(calendar, $"SUMMARY:{CalendarLines.Escaped(entry.Summary)}");
        CalendarLines.Add(calendar, $"URL:{entry.Url}");
        CalendarLines.Add(calendar, "CLASS:PRIVATE");
        CalendarLines.Add(calendar, "END:VEVENT");
        CalendarLines.Add(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }
}
