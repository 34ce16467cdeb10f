using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentReporting.Domain.Obligations;

/// <summary>An ISO 8601 duration that keeps its form (PT24H stays PT24H). Days, weeks, months and years are steps in the calendar; hours, minutes and seconds are elapsed time.</summary>
public readonly partial record struct IsoDuration
{
    private IsoDuration(int years, int months, int weeks, int days, int hours, int minutes, int milliseconds)
    {
        Years = years;
        Months = months;
        Weeks = weeks;
        DaysPart = days;
        HoursPart = hours;
        MinutesPart = minutes;
        Milliseconds = milliseconds;
    }

    public static IsoDuration Zero { get; }

    private int Years { get; }

    private int Months { get; }

    private int Weeks { get; }

    private int DaysPart { get; }

    private int HoursPart { get; }

    private int MinutesPart { get; }

    private int Milliseconds { get; }

    public bool IsZero => this == Zero || (CalendarMonths == 0 && CalendarDays == 0 && Elapsed == TimeSpan.Zero);

    public bool IsNegative => CalendarMonths < 0 || CalendarDays < 0 || Elapsed < TimeSpan.Zero;

    /// <summary>Years and months as months.</summary>
    public int CalendarMonths => (Years * 12) + Months;

    /// <summary>Weeks and days as days.</summary>
    public int CalendarDays => (Weeks * 7) + DaysPart;

    /// <summary>Hours, minutes and seconds as elapsed time.</summary>
    public TimeSpan Elapsed => new(HoursPart * TimeSpan.TicksPerHour + MinutesPart * TimeSpan.TicksPerMinute + Milliseconds * TimeSpan.TicksPerMillisecond);

    /// <summary>About how long it is, for comparing with a legal limit: a month counts as 30 days.</summary>
    public TimeSpan Approximate => TimeSpan.FromDays((CalendarMonths * 30) + CalendarDays) + Elapsed;

    public static IsoDuration Hours(int hours) => new(0, 0, 0, 0, hours, 0, 0);

    public static IsoDuration Days(int days) => new(0, 0, 0, days, 0, 0, 0);

    public static IsoDuration OfMonths(int months) => new(0, months, 0, 0, 0, 0, 0);

    public static IsoDuration Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException("Not an ISO 8601 duration.");

    public static bool TryParse(string? text, out IsoDuration duration)
    {
        duration = Zero;
        if (text is null || text.Length > 40)
        {
            return false;
        }

        var match = Form().Match(text);
        if (!match.Success || text[^1] is 'P' or 'T')
        {
            return false;
        }

        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        var seconds = match.Groups["s"].Success ? decimal.Parse(match.Groups["s"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0m;
        if (seconds * 1000 > int.MaxValue)
        {
            return false;
        }

        duration = new IsoDuration(
            sign * Part(match, "y"), sign * Part(match, "mo"), sign * Part(match, "w"), sign * Part(match, "d"),
            sign * Part(match, "h"), sign * Part(match, "mi"), sign * (int)(seconds * 1000));
        return true;
    }

    public IsoDuration Plus(IsoDuration other) => new(
        Years + other.Years, Months + other.Months, Weeks + other.Weeks, DaysPart + other.DaysPart,
        HoursPart + other.HoursPart, MinutesPart + other.MinutesPart, Milliseconds + other.Milliseconds);

    public IsoDuration Times(int count) => new(
        Years * count, Months * count, Weeks * count, DaysPart * count, HoursPart * count, MinutesPart * count, Milliseconds * count);

    public override string ToString()
    {
        if (IsZero)
        {
            return "PT0S";
        }

        var text = new StringBuilder(IsNegative ? "-P" : "P");
        Append(text, Years, 'Y');
        Append(text, Months, 'M');
        Append(text, Weeks, 'W');
        Append(text, DaysPart, 'D');
        if (HoursPart != 0 || MinutesPart != 0 || Milliseconds != 0)
        {
            text.Append('T');
            Append(text, HoursPart, 'H');
            Append(text, MinutesPart, 'M');
            if (Milliseconds != 0)
            {
                text.Append((Math.Abs(Milliseconds) / 1000m).ToString("0.###", CultureInfo.InvariantCulture)).Append('S');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int value, char unit)
    {
        if (value != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(value)}{unit}");
        }
    }

    private static int Part(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    // At most five digits a part, so that no sum of parts can leave the range of dates by itself.
    [GeneratedRegex(
        @"^(?<sign>[+-]?)P((?<y>\d{1,3})Y)?((?<mo>\d{1,4})M)?((?<w>\d{1,4})W)?((?<d>\d{1,5})D)?(T((?<h>\d{1,5})H)?((?<mi>\d{1,6})M)?((?<s>\d{1,6}([.,]\d{1,3})?)S)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Form();
}
