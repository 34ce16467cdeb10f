namespace IncidentReporting.Domain.Obligations;

/// <summary>Public holidays by lagen (1989:253) om allmänna helgdagar, and the three eves that no office works.</summary>
public static class SwedishHolidays
{
    public static IReadOnlySet<DateOnly> Of(int year)
    {
        var easter = Easter(year);
        var midsummer = FirstSaturday(new DateOnly(year, 6, 20));
        return new HashSet<DateOnly>
        {
            new(year, 1, 1),
            new(year, 1, 6),
            easter.AddDays(-2),
            easter,
            easter.AddDays(1),
            new(year, 5, 1),
            easter.AddDays(39),
            easter.AddDays(49),
            new(year, 6, 6),
            midsummer.AddDays(-1),
            midsummer,
            FirstSaturday(new DateOnly(year, 10, 31)),
            new(year, 12, 24),
            new(year, 12, 25),
            new(year, 12, 26),
            new(year, 12, 31),
        };
    }

    /// <summary>Easter Sunday, by the anonymous Gregorian algorithm.</summary>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    private static DateOnly FirstSaturday(DateOnly from) => from.AddDays(((int)DayOfWeek.Saturday - (int)from.DayOfWeek + 7) % 7);
}
