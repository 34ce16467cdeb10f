using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Organisation;

/// <summary>Whom an organisation answers for: its own staff, or the members of a union, whose readers see aggregates of the employers that share.</summary>
public enum OrganisationKind
{
    Employer,
    Union,
}

/// <summary>An organisation with accounts of its own. Nothing but shared aggregates passes from one to another.</summary>
public sealed class Employer : IVersioned
{
    public const int NameLength = 200;

    private Employer()
    {
    }

    public EmployerId Id { get; private init; }

    public OrganisationKind Kind { get; private init; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>The code of the sector, such as municipality or private_provider.</summary>
    public string Sector { get; private set; } = string.Empty;

    /// <summary>The county's code, such as 01; null where it is not known.</summary>
    public string? County { get; private set; }

    /// <summary>IANA name; deadlines and dates of roles follow it.</summary>
    public string TimeZone { get; private set; } = "Europe/Stockholm";

    /// <summary>sv or en.</summary>
    public string DefaultLanguage { get; private set; } = "sv";

    /// <summary>True when union readers and others outside may see this employer's protected aggregates.</summary>
    public bool SharesWithUnion { get; private set; }

    public long Version { get; private set; }

    public static Employer Create(
        EmployerId id, string name, string sector, string? county = null, string timeZone = "Europe/Stockholm", string defaultLanguage = "sv", bool sharesWithUnion = false) =>
        new()
        {
            Id = id,
            Kind = OrganisationKind.Employer,
            Name = name,
            Sector = sector,
            County = county,
            TimeZone = timeZone,
            DefaultLanguage = defaultLanguage,
            SharesWithUnion = sharesWithUnion,
        };

    public static Employer CreateUnion(EmployerId id, string name) =>
        new() { Id = id, Kind = OrganisationKind.Union, Name = name, Sector = "nonprofit" };

    public void Share(bool withUnion) => SharesWithUnion = withUnion;

    /// <summary>The employer's time zone.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
