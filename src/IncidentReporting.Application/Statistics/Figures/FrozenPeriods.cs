using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>Which periods are frozen, and how. A quarter or year is, once all its months are in one stage.</summary>
internal sealed class FrozenPeriods
{
    private readonly Dictionary<(int Year, int Month), FrozenMonth> _months;

    public FrozenPeriods(IEnumerable<FrozenMonth> months)
    {
        _months = months.ToDictionary(month => (month.Year, month.Month));
        Years = [.. _months.Keys.Where(key => key.Month > 0).Select(key => key.Year).Distinct().Order()];
    }

    /// <summary>The years of which any month is frozen, first to last.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Null where the period is not frozen, or not whole in one stage.</summary>
    public Release? Find(StatPeriod period, StatFactKind fact = StatFactKind.Incidents)
    {
        if (fact == StatFactKind.Persons)
        {
            return period.Kind == PeriodKind.Year && _months.TryGetValue((period.Year, 0), out var persons) ? Of([persons]) : null;
        }

        var months = period.Months.Select(month => _months.GetValueOrDefault((month.Year, month.Number))).ToList();
        return months.Contains(null) ? null : Of(months!);
    }

    /// <summary>The latest whole year that is frozen, up to the year asked about.</summary>
    public StatPeriod? LatestYear(int upTo)
    {
        foreach (var year in Years.Where(year => year <= upTo).Reverse())
        {
            if (Find(StatPeriod.OfYear(year)) is not null)
            {
                return StatPeriod.OfYear(year);
            }
        }

        return null;
    }

    /// <summary>Every frozen period of the kind, first to last.</summary>
    public IEnumerable<StatPeriod> All(PeriodKind kind) => Years
        .SelectMany(year => kind switch
        {
            PeriodKind.Year => [StatPeriod.OfYear(year)],
            PeriodKind.Quarter => Enumerable.Range(1, 4).Select(quarter => StatPeriod.OfQuarter(year, quarter)),
            _ => StatPeriod.OfYear(year).Months,
        })
        .Where(period => Find(period) is not null);

    private static Release? Of(List<FrozenMonth> months) =>
        months.TrueForAll(month => month.Stage == months[0].Stage && month.KeyId == months[0].KeyId && month.TableId == months[0].TableId)
            ? new Release(months[0].Stage, months.Max(month => month.BuiltAt), months[0].TableId, months[0].KeyId)
            : null;
}

internal sealed record Release(ReleaseStage Stage, DateTimeOffset BuiltAt, string TableId, string KeyId);
