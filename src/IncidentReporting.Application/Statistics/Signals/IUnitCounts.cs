using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Exact counts of what was reported: for the early warning, and for nothing that is shown to others than case readers.</summary>
public interface IUnitCounts
{
    /// <summary>The month of the first event in any of the units, by its first day; null where there is none.</summary>
    Task<DateOnly?> FirstMonthAsync(IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken);

    /// <summary>Events by unit and month; months and units without any are left out.</summary>
    Task<IReadOnlyDictionary<UnitId, IReadOnlyDictionary<DateOnly, long>>> ByMonthAsync(
        IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>When each event happened, oldest first.</summary>
    Task<ILookup<UnitId, DateTimeOffset>> TimesAsync(IReadOnlyCollection<UnitId> units, DateTimeOffset from, CancellationToken cancellationToken);
}
