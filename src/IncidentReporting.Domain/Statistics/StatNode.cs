using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Statistics;

public enum NodeKind
{
    Unit,
    Employer,
    County,
    Sector,
    SectorCounty,
    National,
}

/// <summary>Whom a figure is about: a unit, an employer, or all employers of a county, a sector, both, or the country. Departments are not nodes.</summary>
public readonly record struct StatNode
{
    private const string CountyPrefix = "county:";
    private const string SectorPrefix = "sector:";
    private const string SectorCountyPrefix = "sector_county:";

    private StatNode(NodeKind kind, Guid id, string? sector, string? county)
    {
        Kind = kind;
        Id = id;
        Sector = sector;
        County = county;
    }

    public static StatNode National { get; } = new(NodeKind.National, default, sector: null, county: null);

    public NodeKind Kind { get; }

    /// <summary>Of the unit or employer.</summary>
    public Guid Id { get; }

    public string? Sector { get; }

    public string? County { get; }

    /// <summary>As stored: the id of the unit or employer, else a digest of the written form.</summary>
    public Guid Key => Kind is NodeKind.Unit or NodeKind.Employer
        ? Id
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())).AsSpan(0, 16), bigEndian: true);

    public static StatNode Of(UnitId unit) => new(NodeKind.Unit, unit.Value, sector: null, county: null);

    public static StatNode Of(EmployerId employer) => new(NodeKind.Employer, employer.Value, sector: null, county: null);

    public static StatNode OfCounty(string county) => new(NodeKind.County, default, sector: null, county);

    public static StatNode OfSector(string sector) => new(NodeKind.Sector, default, sector, county: null);

    public static StatNode OfSectorCounty(string sector, string county) => new(NodeKind.SectorCounty, default, sector, county);

    /// <summary>Every node above the units of an employer: itself, its county, its sector, both, and the country.</summary>
    public static IReadOnlyList<StatNode> Above(EmployerId employer, string sector, string? county) =>
        county is null
            ? [Of(employer), OfSector(sector), National]
            : [Of(employer), OfCounty(county), OfSector(sector), OfSectorCounty(sector, county), National];

    /// <summary>The node above the units that is written so; units and employers are written by their ids.</summary>
    public static StatNode? FindArea(string text)
    {
        if (text == "national")
        {
            return National;
        }

        if (text.StartsWith(SectorCountyPrefix, StringComparison.Ordinal) && text[SectorCountyPrefix.Length..].Split(':') is [{ Length: > 0 } sector, { Length: > 0 } county])
        {
            return OfSectorCounty(sector, county);
        }

        return text.StartsWith(CountyPrefix, StringComparison.Ordinal) && text.Length > CountyPrefix.Length ? OfCounty(text[CountyPrefix.Length..])
            : text.StartsWith(SectorPrefix, StringComparison.Ordinal) && text.Length > SectorPrefix.Length ? OfSector(text[SectorPrefix.Length..])
            : null;
    }

    public override string ToString() => Kind switch
    {
        NodeKind.National => "national",
        NodeKind.County => CountyPrefix + County,
        NodeKind.Sector => SectorPrefix + Sector,
        NodeKind.SectorCounty => $"{SectorCountyPrefix}{Sector}:{County}",
        _ => Id.ToString("D"),
    };
}
