using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Statistics;

/// <summary>How many work in a unit and an occupational group in a month: what incidents are set in proportion to. Public information.</summary>
public sealed class Headcount
{
    public const int GroupLength = 60;
    public const decimal Most = 100_000m;

    /// <summary>More hours than this of one person is a slip of the pen.</summary>
    public const decimal MostFtePerPerson = 1.5m;

    private const int Hundredths = 100;

    private Headcount()
    {
    }

    public EmployerId EmployerId { get; private init; }

    public UnitId UnitId { get; private init; }

    /// <summary>The code of the occupational group.</summary>
    public string OccupationalGroup { get; private init; } = string.Empty;

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>Whole hundredths: every database adds them without rounding.</summary>
    public int StaffHundredths { get; private set; }

    public int? FteHundredths { get; private set; }

    public decimal Staff => (decimal)StaffHundredths / Hundredths;

    /// <summary>Full-time equivalents; null when not told.</summary>
    public decimal? Fte => (decimal?)FteHundredths / Hundredths;

    public static Headcount Create(EmployerId employer, UnitId unit, string occupationalGroup, DateOnly month, decimal staff, decimal? fte)
    {
        var headcount = new Headcount { EmployerId = employer, UnitId = unit, OccupationalGroup = occupationalGroup, Month = FirstOf(month) };
        headcount.Count(staff, fte);
        return headcount;
    }

    /// <summary>Replaces the figures; false where they were the same already.</summary>
    public bool Count(decimal staff, decimal? fte)
    {
        HeadcountRules.Counted.Check(IsCount(staff) && (fte is not { } time || IsTimeOf(time, staff)));
        var before = (StaffHundredths, FteHundredths);
        (StaffHundredths, FteHundredths) = ((int)(staff * Hundredths), (int?)(fte * Hundredths));
        return before != (StaffHundredths, FteHundredths);
    }

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Nobody, or some, in at most two decimals.</summary>
    public static bool IsCount(decimal count) => count is >= 0 and <= Most && decimal.Round(count, 2) == count;

    public static bool IsTimeOf(decimal fte, decimal staff) => fte >= 0 && fte <= staff * MostFtePerPerson && decimal.Round(fte, 2) == fte;
}
