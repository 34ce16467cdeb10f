using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>How many worked in a node on average in a period: what its numbers are set in proportion to.</summary>
internal sealed class NodeStaff(IIncidentReportingDb db, IHeadcounts headcounts)
{
    /// <summary>Null where no headcount is known.</summary>
    public async Task<MeanStaff?> MeanAsync(StatNode node, StatPeriod period, CancellationToken ct) => node.Kind switch
    {
        NodeKind.Unit => await headcounts.MeanAsync([new UnitId(node.Id)], period.FirstDay, period.LastDay, groups: null, ct),
        NodeKind.Employer => await headcounts.MeanOfEmployersAsync([new EmployerId(node.Id)], period.FirstDay, period.LastDay, groups: null, ct),
        NodeKind.National => await headcounts.MeanOfEmployersAsync(employers: null, period.FirstDay, period.LastDay, groups: null, ct),
        _ => await headcounts.MeanOfEmployersAsync(await EmployersOfAsync(node, ct), period.FirstDay, period.LastDay, groups: null, ct),
    };

    private async Task<List<EmployerId>> EmployersOfAsync(StatNode node, CancellationToken ct)
    {
        var (sector, county) = (node.Sector, node.County);
        return await db.Set<Employer>().AsNoTracking()
            .Where(employer => employer.Kind == OrganisationKind.Employer && (sector == null || employer.Sector == sector) && (county == null || employer.County == county))
            .Select(employer => employer.Id).ToListAsync(ct);
    }
}
