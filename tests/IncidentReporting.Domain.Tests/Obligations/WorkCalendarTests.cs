using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Tests.Obligations;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Sweden;

    [TestCase("2024-03-31", 2024)]
    [TestCase("2025-04-20", 2025)]
    [TestCase("2026-04-05", 2026)]
    [TestCase("2027-03-28", 2027)]
    [TestCase("2038-04-25", 2038)]
    public void Easter_OfTheYear_IsTheKnownSunday(string expected, int year) =>
        Assert.That(SwedishHolidays.Easter(year), Is.EqualTo(DateOnly.Parse(expected)));

    [TestCase("2026-01-01")]
    [TestCase("2026-01-06")]
    [TestCase("2026-04-03", Description = "långfredagen")]
    [TestCase("2026-04-06", Description = "annandag påsk")]
    [TestCase("2026-05-01")]
    [TestCase("2026-05-14", Description = "Kristi himmelsfärdsdag")]
    [TestCase("2025-06-06", Description = "nationaldagen")]
    [TestCase("2026-06-19", Description = "midsommarafton")]
    [TestCase("2026-12-24")]
    [TestCase("2026-12-25")]
    [TestCase("2025-12-26")]
    [TestCase("2026-12-31")]
    [TestCase("2026-11-21", Description = "a Saturday")]
    public void Holiday_OfTheSwedishCalendar_IsNoWorkingDay(string date) =>
        Assert.That(WorkCalendar.IsWorkingDay(DateOnly.Parse(date)), Is.False);

    [TestCase("2026-04-07")]
    [TestCase("2026-11-20")]
    [TestCase("2026-12-23")]
    [TestCase("2026-06-18")]
    public void OrdinaryDay_OfTheSwedishCalendar_IsAWorkingDay(string date) => Assert.That(WorkCalendar.IsWorkingDay(DateOnly.Parse(date)), Is.True);

    [Test]
    public void AllSaints_OfAnyYear_IsTheSaturdayFrom31OctoberTo6November() =>
        Assert.That(
            Enumerable.Range(2020, 30).All(year => SwedishHolidays.Of(year).Any(d =>
                d.DayOfWeek is DayOfWeek.Saturday && d >= new DateOnly(year, 10, 31) && d <= new DateOnly(year, 11, 6))),
            Is.True);

    [TestCase("2026-04-02T10:00+02:00", "P1D", "2026-04-07T10:00+02:00", Description = "over Easter")]
    [TestCase("2026-11-20T15:00+01:00", "P1D", "2026-11-23T15:00+01:00", Description = "over a weekend")]
    [TestCase("2026-11-21T15:00+01:00", "P1D", "2026-11-23T15:00+01:00", Description = "known on a Saturday")]
    [TestCase("2026-12-23T08:00+01:00", "P2D", "2026-12-29T08:00+01:00", Description = "over Christmas")]
    [TestCase("2026-11-20T15:00+01:00", "PT5S", "2026-11-20T15:00:05+01:00", Description = "no days to count")]
    public void WorkingDays_Added_SkipWhatNobodyWorks(string start, string duration, string expected) =>
        Assert.That(Calendar.AddWorking(DateTimeOffset.Parse(start), IsoDuration.Parse(duration)), Is.EqualTo(DateTimeOffset.Parse(expected)));

    // Summer time begins 2026-03-29 02:00 and ends 2026-10-25 03:00.
    [TestCase("2026-03-28T12:00+01:00", "P1D", "2026-03-29T12:00+02:00", Description = "a day keeps the wall clock")]
    [TestCase("2026-03-28T12:00+01:00", "PT24H", "2026-03-29T13:00+02:00", Description = "24 hours are 24 hours")]
    [TestCase("2026-10-24T12:00+02:00", "P1D", "2026-10-25T12:00+01:00")]
    [TestCase("2026-10-24T12:00+02:00", "PT24H", "2026-10-25T11:00+01:00")]
    [TestCase("2026-03-28T02:30+01:00", "P1D", "2026-03-29T03:30+02:00", Description = "02:30 does not exist that day")]
    [TestCase("2026-10-24T02:30+02:00", "P1D", "2026-10-25T02:30+02:00", Description = "the first of the two 02:30")]
    [TestCase("2026-01-31T12:00+01:00", "P1M", "2026-02-28T12:00+01:00")]
    [TestCase("2026-06-10T12:00+02:00", "-P14D", "2026-05-27T12:00+02:00")]
    public void Duration_AddedOverAChangeOfClocks_IsRight(string start, string duration, string expected) =>
        Assert.That(Calendar.Add(DateTimeOffset.Parse(start), IsoDuration.Parse(duration)), Is.EqualTo(DateTimeOffset.Parse(expected)));

    [TestCase("2026-11-20T10:00+01:00", "2026-11-20T23:59+01:00")]
    [TestCase("2026-11-20T19:59+01:00", "2026-11-20T23:59+01:00")]
    [TestCase("2026-11-20T20:00+01:00", "2026-11-21T09:00+01:00")]
    [TestCase("2026-11-21T03:00+01:00", "2026-11-21T09:00+01:00")]
    [TestCase("2026-10-24T22:00+02:00", "2026-10-25T09:00+01:00", Description = "the night the clocks go back")]
    [TestCase("2026-03-28T22:00+01:00", "2026-03-29T09:00+02:00", Description = "the night the clocks go forward")]
    public void SameDay_ByTheHour_EndsTheDayOrTheMorningAfter(string start, string expected) =>
        Assert.That(Calendar.SameDay(DateTimeOffset.Parse(start)), Is.EqualTo(DateTimeOffset.Parse(expected)));

    [TestCase("2026-11-20T21:00+01:00", "2026-11-21T06:00+01:00")]
    [TestCase("2026-11-21T05:59+01:00", "2026-11-21T06:00+01:00")]
    [TestCase("2026-11-21T06:00+01:00", "2026-11-21T06:00+01:00")]
    [TestCase("2026-11-20T19:59+01:00", "2026-11-20T19:59+01:00")]
    [TestCase("2026-10-25T00:30+02:00", "2026-10-25T06:00+01:00")]
    public void QuietHours_AroundATime_MoveItToTheirEnd(string time, string expected) =>
        Assert.That(
            Calendar.AfterQuiet(DateTimeOffset.Parse(time), new QuietHours(new TimeOnly(20, 0), new TimeOnly(6, 0))),
            Is.EqualTo(DateTimeOffset.Parse(expected)));

    [Test]
    public void LocalTime_OfEveryQuarterAroundBothChanges_ComesBackAndNeverRunsBackwards()
    {
        foreach (var day in new[] { new DateOnly(2026, 3, 28), new DateOnly(2026, 10, 24) })
        {
            var earlier = Calendar.At(day.AddDays(-1), TimeOnly.MinValue);
            for (var quarter = 0; quarter < 3 * 96; quarter++)
            {
                var wanted = day.ToDateTime(TimeOnly.MinValue).AddMinutes(15 * quarter);
                var at = Calendar.At(DateOnly.FromDateTime(wanted), TimeOnly.FromDateTime(wanted));
                Assert.Multiple(() =>
                {
                    Assert.That(at, Is.GreaterThanOrEqualTo(earlier.AddMinutes(-45)));
                    Assert.That(Calendar.Zone.IsInvalidTime(wanted) || Calendar.Local(at) == wanted, Is.True, wanted.ToString("O"));
                });
                earlier = at;
            }
        }
    }
}
