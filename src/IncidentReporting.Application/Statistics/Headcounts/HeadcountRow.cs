using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>How many work in a unit and an occupational group in a month, as told.</summary>
/// <param name="Month">2026-10.</param>
/// <param name="Headcount">Employees: the mean of the month, or those of one day in it.</param>
/// <param name="Fte">Full-time equivalents.</param>
public sealed record HeadcountInput(UnitId? UnitId = null, string? OccupationalGroup = null, string? Month = null, decimal? Headcount = null, decimal? Fte = null);

/// <summary>How many work in a unit and an occupational group in a month.</summary>
public sealed record HeadcountRow(UnitId UnitId, string UnitName, string OccupationalGroup, string Month, decimal Headcount, decimal? Fte)
{
    internal static HeadcountRow Of(Headcount row, OrgChart chart) =>
        new(row.UnitId, chart.Unit(row.UnitId)?.Name ?? string.Empty, row.OccupationalGroup, CalendarMonth.Text(row.Month), row.Staff, row.Fte);
}

/// <param name="Added">Rows that were new.</param>
/// <param name="Changed">Rows that had other figures before.</param>
public sealed record HeadcountsKept(int Rows, int Added, int Changed);
