using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>Reads what was asked about. What is outside the grid is refused by name, with what may be asked instead.</summary>
internal static class StatisticsQuestion
{
    public const string Pulse = "pulse";

    private static readonly Dictionary<string, StatFactKind> Measures = new(StringComparer.Ordinal)
    {
        ["incidents"] = StatFactKind.Incidents,
        ["exposures"] = StatFactKind.Exposures,
        ["persons"] = StatFactKind.Persons,
    };

    public static IReadOnlyList<string> MeasureNames { get; } = [.. Measures.Keys, Pulse];

    public static string NameOf(StatFactKind fact) => Measures.First(pair => pair.Value == fact).Key;

    public static StatFactKind Measure(string? written) =>
        Measures.TryGetValue(string.IsNullOrWhiteSpace(written) ? "incidents" : written.Trim(), out var fact)
            ? fact
            : throw new InvalidInputException("measure", StatisticsTexts.UnknownMeasure(MeasureNames));

    public static IReadOnlyList<StatLevel> By(StatFactKind fact, string? written)
    {
        var names = (written ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var codebook = Codebook.Of(fact);
        var levels = names.Select(name => codebook.FindLevel(name)
            ?? throw new InvalidInputException("by", StatisticsTexts.UnknownAttribute(name, codebook.Levels.Select(level => level.Name)))).ToList();
        if (levels.Count > Gates.MostAttributesOf(fact))
        {
            throw new InvalidInputException("by", StatisticsTexts.TooManyAttributes(Gates.MostAttributesOf(fact)));
        }

        return levels.Select(level => level.Attribute).Distinct().Count() == levels.Count
            ? levels
            : throw new InvalidInputException("by", StatisticsTexts.AttributeTwice);
    }

    /// <summary>A period that is frozen; without one the latest frozen year.</summary>
    public static StatPeriod Period(string? written, FrozenPeriods frozen, StatFactKind fact, string field = "period")
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return frozen.LatestYear(int.MaxValue) ?? throw new InvalidInputException(field, StatisticsTexts.NothingFrozen);
        }

        var period = StatPeriod.Find(written.Trim()) ?? throw new InvalidInputException(field, StatisticsTexts.PeriodForm);
        if (fact == StatFactKind.Persons && period.Kind != PeriodKind.Year)
        {
            throw new InvalidInputException(field, StatisticsTexts.PersonsByYear);
        }

        return frozen.Find(period, fact) is not null ? period : throw new InvalidInputException(field, NotFrozen(period, frozen));
    }

    /// <summary>From one period to another of the same kind; the frozen ones among them, others are gaps.</summary>
    public static IReadOnlyList<StatPeriod> Span(string? from, string? to, string? kind, FrozenPeriods frozen, StatFactKind fact)
    {
        var wanted = kind?.Trim() switch
        {
            null or "" or "month" => PeriodKind.Month,
            "quarter" => PeriodKind.Quarter,
            "year" => PeriodKind.Year,
            _ => throw new InvalidInputException("period", StatisticsTexts.PeriodKind),
        };
        wanted = fact == StatFactKind.Persons ? PeriodKind.Year : wanted;
        var all = frozen.All(wanted).ToList();
        if (all.Count == 0)
        {
            throw new InvalidInputException("period", StatisticsTexts.NothingFrozen);
        }

        var first = Edge(from, "from", wanted, isFirst: true) ?? all[0];
        var last = Edge(to, "to", wanted, isFirst: false) ?? all[^1];
        var span = new List<StatPeriod>();
        for (var period = first; period.Code <= last.Code; period = period.Next())
        {
            span.Add(period);
            if (span.Count > MostInSeries)
            {
                throw new InvalidInputException("to", StatisticsTexts.SeriesTooLong(MostInSeries));
            }
        }

        return span.Count > 0 ? span : throw new InvalidInputException("to", StatisticsTexts.SeriesBackwards);
    }

    private const int MostInSeries = 240;

    private static StatPeriod? Edge(string? written, string field, PeriodKind kind, bool isFirst)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var period = StatPeriod.Find(written.Trim()) ?? throw new InvalidInputException(field, StatisticsTexts.PeriodForm);
        var month = isFirst ? period.Months[0] : period.Months[^1];
        return kind switch
        {
            PeriodKind.Year => StatPeriod.OfYear(month.Year),
            PeriodKind.Quarter => StatPeriod.OfQuarter(month.Year, ((month.Number - 1) / 3) + 1),
            _ => month,
        };
    }

    private static string NotFrozen(StatPeriod period, FrozenPeriods frozen)
    {
        var latest = frozen.All(period.Kind).Select(known => (StatPeriod?)known).LastOrDefault();
        return latest is null
            ? StatisticsTexts.NothingFrozen
            : period.Code > latest.Value.Code
                ? StatisticsTexts.NotFrozenYet(period, ReleaseSchedule.PreliminaryOn(period.Months[^1]), latest.Value)
                : StatisticsTexts.BeforeFrozen(period, frozen.All(period.Kind).First());
    }
}
