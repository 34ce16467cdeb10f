using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Events and headcounts of a unit, or of an employer as a whole, by month.</summary>
internal sealed class UnitSeries
{
    private readonly IReadOnlyDictionary<DateOnly, long> _events;
    private readonly SortedList<DateOnly, double> _staff;

    public UnitSeries(UnitId unit, IReadOnlyDictionary<DateOnly, long> events, IReadOnlyDictionary<DateOnly, double> staff)
    {
        Unit = unit;
        _events = events;
        _staff = new SortedList<DateOnly, double>(staff.ToDictionary());
    }

    public UnitId Unit { get; }

    /// <summary>The first and last months with headcounts; null without any.</summary>
    public DateOnly? FirstTold => _staff.Count == 0 ? null : _staff.Keys[0];

    public DateOnly? LastTold => _staff.Count == 0 ? null : _staff.Keys[^1];

    /// <summary>A warning does not wait for headcounts: a month without any has the latest before it.</summary>
    public double StaffIn(DateOnly month)
    {
        for (var i = _staff.Count - 1; i >= 0; i--)
        {
            if (_staff.Keys[i] <= month)
            {
                return _staff.Values[i];
            }
        }

        return 0;
    }

    public Observed In(DateOnly month) => new(_events.GetValueOrDefault(month), StaffIn(month));

    public Observed Sum(DateOnly from, DateOnly until) => Months(from, until).Aggregate(default(Observed), (sum, month) => sum + In(month));

    public IReadOnlyList<long> Events(DateOnly from, DateOnly until) => [.. Months(from, until).Select(month => In(month).Events)];

    /// <summary>All units together; a unit counts from its first headcount, above and below the line alike.</summary>
    public static UnitSeries Together(UnitId top, IReadOnlyList<UnitSeries> units, DateOnly last)
    {
        var told = units.Where(unit => unit.FirstTold is not null).ToList();
        if (told.Count == 0)
        {
            return new UnitSeries(top, new Dictionary<DateOnly, long>(), new Dictionary<DateOnly, double>());
        }

        var months = Months(told.Min(unit => unit.FirstTold!.Value), last.AddMonths(1)).ToList();
        return new UnitSeries(
            top,
            months.ToDictionary(month => month, month => told.Where(unit => unit.FirstTold <= month).Sum(unit => unit.In(month).Events)),
            months.Where(month => told.Exists(unit => unit.LastTold >= month)).ToDictionary(month => month, month => told.Sum(unit => unit.StaffIn(month))));
    }

    public static IEnumerable<DateOnly> Months(DateOnly from, DateOnly until)
    {
        for (var month = from; month < until; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
