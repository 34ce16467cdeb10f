using System.Globalization;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>A month as it is sent: <c>2026-10</c>; the first day of it stands for it.</summary>
internal static class CalendarMonth
{
    private const string Form = "yyyy-MM";

    private static readonly string[] Read = [Form, "yyyy-MM-'01'"];

    public static string Text(DateOnly month) => month.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly? Find(string? text) =>
        DateOnly.TryParseExact(text, Read, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? new DateOnly(month.Year, month.Month, 1) : null;

    public static int Between(DateOnly earlier, DateOnly later) => (12 * (later.Year - earlier.Year)) + later.Month - earlier.Month;
}
