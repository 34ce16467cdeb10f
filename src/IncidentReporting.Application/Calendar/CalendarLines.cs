using System.Globalization;
using System.Text;

namespace IncidentReporting.Application.Calendar;

/// <summary>Lines of a calendar file after RFC 5545.</summary>
public static class CalendarLines
{
    private const int LineBytes = 75;

    /// <summary>A line is at most 75 bytes; what is longer goes on after a line break and a blank.</summary>
    public static void Add(StringBuilder calendar, string line)
    {
        var room = LineBytes;
        foreach (var rune in line.EnumerateRunes())
        {
            if (room < rune.Utf8SequenceLength)
            {
                calendar.Append("\r\n ");
                room = LineBytes - 1;
            }

            calendar.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }

    public static string Utc(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);
}
