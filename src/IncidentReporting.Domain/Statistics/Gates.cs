namespace IncidentReporting.Domain.Statistics;

/// <summary>Why a table is closed; told to whoever asked. Every reason rests on published values and headcounts, so it tells nothing more.</summary>
public enum ClosedBecause
{
    TooManyAttributes,
    FewStaff,
    NoFrozenYear,
    YearTooSmallForQuarters,
    YearTooSmallForMonths,
    TooSmallForTable,
    TooFewPersons,
}

/// <summary>What the gates look at: published totals and average headcounts, never a true count.</summary>
/// <param name="Total">Published total of the fact for the node and period.</param>
/// <param name="YearTotal">Published total for the latest fully frozen year up to the period's; null where there is none.</param>
/// <param name="YearPersons">Published number of persons exposed in that year.</param>
/// <param name="Headcount">Average headcount in the period; null where none is entered.</param>
public sealed record GateInput(StatNode Node, StatPeriod Period, long Total, long? YearTotal, long? YearPersons, double? Headcount);

/// <summary>The gates of the closed grid: which tables are large enough to be opened.</summary>
public static class Gates
{
    public const int MostAttributes = 3;
    public const int Threshold = 5;
    public const int SensitiveThreshold = 10;
    public const int LeastHeadcount = 10;
    public const int LeastYearForQuarters = 20;
    public const int LeastYearForMonths = 60;
    public const int LeastTotal = 20;
    public const int LeastPersons = 5;

    /// <summary>Persons are published by one attribute at a time: by group, or by how often.</summary>
    public static int MostAttributesOf(StatFactKind fact) => fact == StatFactKind.Persons ? 1 : MostAttributes;

    /// <summary>From how many a cell is shown: 5, or 10 where support or influence is in it.</summary>
    public static int ThresholdOf(IEnumerable<StatLevel> by) => by.Any(level => level.Attribute.IsSensitive) ? SensitiveThreshold : Threshold;

    /// <summary>Null when the table is open.</summary>
    public static ClosedBecause? Check(GateInput input, IReadOnlyList<StatLevel> by) =>
        by.Count > MostAttributes ? ClosedBecause.TooManyAttributes
        : Check(input, by.Count == 0 ? 0 : ThresholdOf(by) * by.Aggregate(1, (cells, level) => cells * level.CategoryCount));

    /// <summary>The same for a margin that is published alone.</summary>
    public static ClosedBecause? Check(GateInput input, StatMargin margin) =>
        Check(input, (margin.IsSensitive ? SensitiveThreshold : Threshold) * margin.Classes.Count);

    /// <param name="leastForCells">On average at least the threshold per cell; 0 for a total alone.</param>
    public static ClosedBecause? Check(GateInput input, int leastForCells)
    {
        var isUnit = input.Node.Kind == NodeKind.Unit;
        if (isUnit && !(input.Headcount >= LeastHeadcount))
        {
            return ClosedBecause.FewStaff;
        }

        if (input.Period.Kind != PeriodKind.Year && input.YearTotal is null)
        {
            return ClosedBecause.NoFrozenYear;
        }

        if (input.Period.Kind == PeriodKind.Quarter && input.YearTotal < LeastYearForQuarters)
        {
            return ClosedBecause.YearTooSmallForQuarters;
        }

        if (input.Period.Kind == PeriodKind.Month && input.YearTotal < LeastYearForMonths)
        {
            return ClosedBecause.YearTooSmallForMonths;
        }

        if (leastForCells == 0)
        {
            return null;
        }

        return input.Total < Math.Max(LeastTotal, leastForCells) ? ClosedBecause.TooSmallForTable
            : isUnit && input.YearTotal is null ? ClosedBecause.NoFrozenYear
            : isUnit && !(input.YearPersons >= LeastPersons) ? ClosedBecause.TooFewPersons
            : null;
    }
}
