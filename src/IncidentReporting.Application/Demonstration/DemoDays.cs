namespace IncidentReporting.Application.Demonstration;

/// <summary>When reports come in: more on working days and in the afternoon, somewhat more for each month.</summary>
internal static class DemoDays
{
    public const int Days = 730;

    /// <summary>In one unit more happens lately than before, and in the others so much the less: what its early warning is to find.</summary>
    public const double Rise = 2.6;

    public static readonly TimeSpan Rising = TimeSpan.FromDays(130);

    private const int FewOf = 5_000;
    private const int ManyOf = 20_000;

    private const double Weekend = 0.42;
    private const double Growth = 0.35;

    private static readonly (int Hour, double Weight)[] Hours =
    [
        (0, 0.6), (1, 0.4), (2, 0.3), (3, 0.2), (4, 0.2), (5, 0.3), (6, 0.6), (7, 1.4), (8, 4), (9, 6.5), (10, 7.5), (11, 6.5),
        (12, 4.5), (13, 7), (14, 8), (15, 8.5), (16, 7.5), (17, 4.5), (18, 3.2), (19, 3.2), (20, 3.2), (21, 2.8), (22, 2), (23, 1.2),
    ];

    /// <summary>How far back so many go: two years, five, or ten.</summary>
    public static int For(int incidents) => incidents < FewOf ? Days : incidents < ManyOf ? 5 * 365 : 3652;

    /// <summary>As many times as asked for, oldest first, up to <paramref name="now"/>.</summary>
    public static IEnumerable<DateTimeOffset> Times(int count, int days, int seed, DateTimeOffset now)
    {
        var first = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-days);
        var weights = Enumerable.Range(0, days + 1).Select(day => WeightOf(first.AddDays(day), (double)day / days)).ToArray();
        weights[days] *= (now - first.AddDays(days)).TotalDays;
        var total = weights.Sum();
        var sum = 0.0;
        var made = 0;
        for (var day = 0; day <= days; day++)
        {
            sum += weights[day];
            var until = day == days ? count : (int)Math.Round(count * sum / total);
            foreach (var time in OfDay(first.AddDays(day), until - made, Dice.For(seed, -1 - day), now))
            {
                yield return time;
            }

            made = until;
        }
    }

    private static IEnumerable<DateTimeOffset> OfDay(DateTimeOffset day, int count, Dice dice, DateTimeOffset now)
    {
        var latest = now.AddMinutes(-1);
        var times = new List<DateTimeOffset>(count);
        for (var i = 0; i < count; i++)
        {
            // The hours are those of the wall clock, an hour or two ahead of UTC.
            var time = day.AddHours((dice.Weighted(Hours) + 23) % 24).AddSeconds(dice.Between(0, 3599));
            var moved = time < latest ? time : latest.AddSeconds(-dice.Between(0, 3600));
            times.Add(moved > day ? moved : day);
        }

        times.Sort();
        return times;
    }

    private static double WeightOf(DateTimeOffset day, double passed)
    {
        var week = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : 1;
        var season = day.Month is 7 ? 0.6 : day.Month is 8 or 12 ? 0.85 : 1.05;
        return week * season * (1 + (Growth * passed));
    }
}
