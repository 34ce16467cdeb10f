using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>A node that the caller may ask about, with the name that people know it by.</summary>
public sealed record NodeResult(string Id, string Name, string Kind);

/// <summary>Which nodes the caller may ask about: own employer and its units, or the employers that share with the union; and every area, for all.</summary>
internal sealed class StatisticsNodes(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user)
{
    private IReadOnlyList<(StatNode Node, NodeResult Shown)>? _all;

    /// <summary>Own employer; for a union the country.</summary>
    public async Task<StatNode> DefaultAsync(CancellationToken ct)
    {
        var chart = await charts.OfAsync(user.EmployerId, ct);
        return chart.Employer.Kind == OrganisationKind.Union ? StatNode.National : StatNode.Of(chart.Employer.Id);
    }

    public async Task<StatNode> ResolveAsync(string? written, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return await DefaultAsync(ct);
        }

        var all = await AllAsync(ct);
        var found = all.FirstOrDefault(node => string.Equals(node.Shown.Id, written.Trim(), StringComparison.OrdinalIgnoreCase));
        return found.Shown is null ? throw new InvalidInputException("node", StatisticsTexts.UnknownNode) : found.Node;
    }

    public async Task<string> NameAsync(StatNode node, CancellationToken ct) => (await AllAsync(ct)).First(known => known.Node == node).Shown.Name;

    public async Task<IReadOnlyList<(StatNode Node, NodeResult Shown)>> AllAsync(CancellationToken ct)
    {
        if (_all is not null)
        {
            return _all;
        }

        var chart = await charts.OfAsync(user.EmployerId, ct);
        var employers = db.Set<Employer>().AsNoTracking().Where(employer => employer.Kind == OrganisationKind.Employer);
        var areas = await employers.Select(employer => new { employer.Sector, employer.County }).Distinct().ToListAsync(ct);
        var nodes = new List<(StatNode, NodeResult)>();
        if (chart.Employer.Kind == OrganisationKind.Union)
        {
            var sharing = await employers.Where(employer => employer.SharesWithUnion).Select(employer => new { employer.Id, employer.Name }).ToListAsync(ct);
            nodes.AddRange(sharing.OrderBy(employer => employer.Name, SwedishNames.Order).Select(employer => Named(StatNode.Of(employer.Id), employer.Name)));
        }
        else
        {
            nodes.Add(Named(StatNode.Of(chart.Employer.Id), chart.Employer.Name));
            nodes.AddRange(UnitsOf(chart).OrderBy(unit => unit.Name, SwedishNames.Order).Select(unit => Named(StatNode.Of(unit.Id), unit.Name)));
        }

        nodes.Add(Named(StatNode.National, StatisticsTexts.National));
        nodes.AddRange(areas.Select(area => area.Sector).Distinct().Order(StringComparer.Ordinal)
            .Select(sector => Named(StatNode.OfSector(sector), StatisticsTexts.Sector(sector, user.Language))));
        nodes.AddRange(areas.Select(area => area.County).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(county => Named(StatNode.OfCounty(county), StatisticsTexts.County(county))));
        nodes.AddRange(areas.Where(area => area.County is not null).Select(area => (area.Sector, County: area.County!)).Order()
            .Select(area => Named(
                StatNode.OfSectorCounty(area.Sector, area.County),
                $"{StatisticsTexts.Sector(area.Sector, user.Language)}, {StatisticsTexts.County(area.County)}")));
        return _all = nodes;
    }

    /// <summary>The units that have no unit below them; departments are not nodes.</summary>
    public static IEnumerable<Domain.Organisation.Unit> UnitsOf(OrgChart chart)
    {
        var above = chart.Units.Select(unit => unit.ParentId).ToHashSet();
        return chart.Units.Where(unit => !above.Contains(unit.Id) && unit.ParentId is not null);
    }

    private static (StatNode Node, NodeResult Shown) Named(StatNode node, string name) =>
        (node, new NodeResult(node.ToString(), name, node.Kind switch
        {
            NodeKind.SectorCounty => "sector_county",
            var kind => kind.ToString().ToLowerInvariant(),
        }));
}
