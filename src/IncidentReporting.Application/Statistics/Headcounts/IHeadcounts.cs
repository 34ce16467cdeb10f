using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>The denominators. Only what was told counts: a month without figures is no month, and nothing is carried on into it.</summary>
public interface IHeadcounts
{
    /// <summary>Per month the sum over the units and groups, then the mean over the months that have figures; null when none has.</summary>
    /// <param name="from">Any day of the first month.</param>
    /// <param name="to">Any day of the last month.</param>
    /// <param name="groups">Codes of occupational groups; null for all.</param>
    Task<MeanStaff?> MeanAsync(IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, IReadOnlyCollection<string>? groups, CancellationToken cancellationToken);

    /// <summary>The same of whole employers; null for all there are.</summary>
    Task<MeanStaff?> MeanOfEmployersAsync(
        IReadOnlyCollection<EmployerId>? employers, DateOnly from, DateOnly to, IReadOnlyCollection<string>? groups, CancellationToken cancellationToken);

    /// <summary>The mean of each unit of an employer that has figures.</summary>
    Task<IReadOnlyDictionary<UnitId, MeanStaff>> MeanByUnitAsync(EmployerId employer, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Of all groups and of each class of groups, in one reading, for a unit or for whole employers.</summary>
    /// <param name="employers">Null for all there are, or where a unit is given.</param>
    Task<StaffByClass> ByClassAsync(UnitId? unit, IReadOnlyCollection<EmployerId>? employers, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The sum over the units of each month that has figures, by its first day.</summary>
    Task<IReadOnlyDictionary<DateOnly, StaffOfMonth>> ByMonthAsync(IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <param name="Fte">Over the months in which every row told it; null when none did.</param>
/// <param name="Months">How many months had figures.</param>
public sealed record MeanStaff(decimal Headcount, decimal? Fte, int Months);

/// <param name="Fte">Null where a row did not tell it.</param>
public sealed record StaffOfMonth(decimal Headcount, decimal? Fte);

/// <param name="All">Null where there are no figures.</param>
/// <param name="Classes">By the name of the class (<see cref="Domain.Statistics.OccupationalGroups"/>).</param>
/// <param name="Employers">How many employers told figures.</param>
public sealed record StaffByClass(MeanStaff? All, IReadOnlyDictionary<string, MeanStaff> Classes, int Employers);
