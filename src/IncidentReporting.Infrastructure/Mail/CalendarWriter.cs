using System.Globalization;
using System.Text;
using IncidentReporting.Application.Mail;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>A booked time after RFC 5545. The same booking keeps its UID, and a later mail about it has a higher sequence.</summary>
internal static class CalendarWriter
{
    private static readonly DateTimeOffset SequenceStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Write(CalendarEntry entry, DateTimeOffset now, string uid, string domain)
    {
        var calendar = new StringBuilder();
        Line(calendar, "BEGIN:VCALENDAR");
        Line(calendar, "VERSION:2.0");
        Line(calendar, "PRODID:-//IncidentReporting//Mail//EN");
        Line(calendar, "METHOD:PUBLISH");
        Line(calendar, "BEGIN:VEVENT");
        Line(calendar, $"UID:{uid}@{domain}");
        Line(calendar, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(0, (long)(now - SequenceStart).TotalMinutes)}"));
        Line(calendar, $"DTSTAMP:{Utc(now)}");
        Line(calendar, $"DTSTART:{Utc(entry.Start)}");
        Line(calendar, $"DTEND:{Utc(entry.End)}");
        Line(calendar, $"SUMMARY:{Escaped(entry.Summary)}");
        Line(calendar, $"URL:{entry.Url}");
        Line(calendar, "CLASS:PRIVATE");
        Line(calendar, "END:VEVENT");
        Line(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }

    private static string Utc(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>A line is at most 75 bytes; what is longer goes on after a line break and a blank.</summary>
    private static void Line(StringBuilder calendar, string line)
    {
        var room = 75;
        foreach (var rune in line.EnumerateRunes())
        {
            if (room < rune.Utf8SequenceLength)
            {
                calendar.Append("\r\n ");
                room = 74;
            }

            calendar.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }
}
