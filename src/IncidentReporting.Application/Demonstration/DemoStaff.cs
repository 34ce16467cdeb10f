using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Demonstration;

/// <summary>How many work where. Reports name fewer than the survey says are exposed: that is the dark figure.</summary>
internal static class DemoStaff
{
    private const double Fte = 0.92;
    private const double YearlyGrowth = 0.012;

    // Incidents a year for each employee, and the part of the staff that they are about: the survey's most exposed groups have most.
    private static readonly Dictionary<Work, (double Rate, double Exposed)> Burdens = new()
    {
        [Work.Children] = (0.75, 0.32),
        [Work.Aid] = (0.55, 0.25),
        [Work.Housing] = (0.8, 0.31),
        [Work.Home] = (0.95, 0.36),
    };

    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        [DemoOrganisation.ChildrenUnit] = 38,
        [DemoOrganisation.AidUnit] = 34,
        [DemoOrganisation.HousingUnit] = 27,
        [DemoOrganisation.HomeUnit] = 26,
    };

    /// <summary>The staff of a unit with so many incidents a year.</summary>
    public static int Of(Work work, double yearly) => Math.Max(12, (int)Math.Round(yearly / Burdens[work].Rate));

    /// <summary>How many of them are ever named in a report, the manager and the representative among them.</summary>
    public static int WhoAreExposed(Work work, double yearly) => Math.Max(6, (int)Math.Round(Of(work, yearly) * Burdens[work].Exposed));

    public static int Of(DemoCast cast) => Known.TryGetValue(cast.Unit.Name, out var staff) ? staff : Of(cast.Work, cast.Yearly);

    /// <summary>By the names, since ids are new with every filling.</summary>
    public static Dice DiceOf(DemoCast cast, int seed) =>
        Dice.For(seed, $"{cast.Chart.Employer.Name}/{cast.Unit.Name}".Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter)));

    /// <summary>Every group of the unit, each month from the first to the last.</summary>
    public static IEnumerable<Headcount> CountsOf(DemoCast cast, DateOnly first, DateOnly last, int seed)
    {
        var dice = DiceOf(cast, seed);
        var groups = cast.Groups;
        var staff = Of(cast);
        foreach (var group in groups)
        {
            var today = staff * group.Share;
            for (var month = first; month <= last; month = month.AddMonths(1))
            {
                var yearsAgo = (last.DayNumber - month.DayNumber) / 365.25;
                var count = Math.Max(1, Math.Round((today * (1 - (YearlyGrowth * yearsAgo))) + (dice.Fraction() - 0.5)));
                yield return Headcount.Create(cast.Chart.Employer.Id, cast.Unit.Id, group.Code, month, (decimal)count, Math.Round((decimal)(count * Fte), 1));
            }
        }
    }
}
