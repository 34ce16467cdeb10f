using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>Whether the total differs between two periods by more than chance and protection would have it.</summary>
/// <param name="From">The earlier period.</param>
/// <param name="To">The later period.</param>
/// <param name="Difference">Between the two published numbers.</param>
/// <param name="Direction">up, down or none: none is no sure change.</param>
/// <param name="PerHeadcount">True where the numbers were set in proportion to the headcounts, false where those are not known.</param>
public sealed record SeriesChangeResult(string From, string To, long Difference, ChangeDirection Direction, bool PerHeadcount);

/// <summary>Compares the first and last number of a series that can be compared.</summary>
internal sealed class SpanChange(NodeStaff staff)
{
    /// <summary>Null where fewer than two periods have a number. Quarters and months are compared with the same one of another year where there is one.</summary>
    public async Task<SeriesChangeResult?> OfAsync(StatNode node, IReadOnlyList<(StatPeriod Period, ShownCell Total)> points, CancellationToken ct)
    {
        var told = points.Where(point => point.Total.Value is not null).ToList();
        if (told.Count < 2)
        {
            return null;
        }

        var last = told[^1];
        var alike = told.Take(told.Count - 1).Where(point => point.Period.Kind != PeriodKind.Year && point.Period.Number == last.Period.Number).ToList();
        var first = alike.Count > 0 ? alike[0] : told[0];
        var (laterStaff, earlierStaff) = (await staff.MeanAsync(node, last.Period, ct), await staff.MeanAsync(node, first.Period, ct));
        var known = laterStaff is { Headcount: > 0 } && earlierStaff is { Headcount: > 0 };
        var change = known
            ? PeriodChange.Between(last.Total, (double)laterStaff!.Headcount, first.Total, (double)earlierStaff!.Headcount)
            : PeriodChange.Between(last.Total, laterExposure: 1, first.Total, earlierExposure: 1);
        return new SeriesChangeResult(first.Period.ToString(), last.Period.ToString(), last.Total.Value!.Value - first.Total.Value!.Value, change.Direction, known);
    }
}
