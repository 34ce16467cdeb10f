using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Releases;

/// <summary>The frozen counts, unperturbed. Only the protection of the figures reads it.</summary>
internal interface IStatisticsStore
{
    /// <summary>What is frozen for the years, each month in the stage that holds.</summary>
    Task<IReadOnlyList<FrozenMonth>> FrozenAsync(int fromYear, int toYear, CancellationToken cancellationToken);

    /// <summary>The first and last year of which anything is frozen; null when nothing is.</summary>
    Task<(int First, int Last)?> YearsAsync(CancellationToken cancellationToken);

    /// <summary>Totals by the period's code; periods without records are left out.</summary>
    Task<IReadOnlyDictionary<int, CellSum>> TotalsAsync(StatFactKind fact, StatNode node, IReadOnlyList<StatPeriod> periods, CancellationToken cancellationToken);

    /// <summary>Totals of several nodes in one period, by the node's key; nodes without records are left out.</summary>
    Task<IReadOnlyDictionary<Guid, CellSum>> TotalsAsync(StatFactKind fact, StatPeriod period, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken);

    /// <summary>Every combination of attributes that occurs.</summary>
    Task<IReadOnlyList<ComboSum>> CombosAsync(StatFactKind fact, StatNode node, StatPeriod period, CancellationToken cancellationToken);

    /// <summary>One indicator, or one attribute alone, along the periods: by the period's code and the class from 1. For nodes above the units.</summary>
    Task<IReadOnlyDictionary<(int Period, int Class), CellSum>> MarginAsync(
        StatFactKind fact, StatNode node, int indicator, IReadOnlyList<StatPeriod> periods, CancellationToken cancellationToken);

    /// <summary>Several of them in one reading.</summary>
    Task<IReadOnlyDictionary<(int Period, int Indicator, int Class), CellSum>> MarginsAsync(
        StatFactKind fact, StatNode node, IReadOnlyList<int> indicators, IReadOnlyList<StatPeriod> periods, CancellationToken cancellationToken);

    /// <summary>The units that belonged to the employer in the year.</summary>
    Task<IReadOnlyList<Guid>> UnitsAsync(Guid employer, int year, CancellationToken cancellationToken);
}

internal readonly record struct ComboSum(int Combo, CellSum Sum);

/// <param name="Month">1-12; 0 for the persons of the year.</param>
internal sealed record FrozenMonth(int Year, int Month, ReleaseStage Stage, DateTimeOffset BuiltAt, string TableId, string KeyId);
