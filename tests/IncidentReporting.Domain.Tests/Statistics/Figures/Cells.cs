using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

internal static class Cells
{
    public static ShownCell Of(long published) => ShownCell.Of(published, ShownCell.Threshold);

    public static ShownCell Small => Of(0);
}
