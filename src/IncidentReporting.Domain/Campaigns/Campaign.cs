using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Campaigns;

/// <summary>A campaign of hate or disinformation against an employer's staff. Other employers learn no more of it than its code.</summary>
public sealed class Campaign : IVersioned
{
    public const int NameLength = 200;
    public const int CodeLength = 40;
    public const int PlatformLength = 40;
    public const int MostPlatforms = 20;

    private Campaign()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    /// <summary>Often names whom it is against: stored as text of a case is.</summary>
    public CaseText Name { get; private set; } = null!;

    /// <summary>What several employers agree to call the same campaign by; null while it is only this employer's.</summary>
    public string? Code { get; private set; }

    public DateOnly FirstSeen { get; private set; }

    /// <summary>Null as long as it goes on.</summary>
    public DateOnly? LastSeen { get; private set; }

    /// <summary>Codes of channels, or in words.</summary>
    public CodeSet Platforms
    {
        get => CodeSet.Of(SealedPlatforms);
        private set => SealedPlatforms = value.AsText();
    }

    public long Version { get; private set; }

    private CaseText? SealedPlatforms { get; set; }

    public static Campaign Create(Guid id, EmployerId employer, CaseText name, string? code, DateOnly firstSeen, DateOnly? lastSeen, CodeSet platforms)
    {
        var campaign = new Campaign { Id = id, EmployerId = employer };
        campaign.Change(name, code, firstSeen, lastSeen, platforms);
        return campaign;
    }

    public void Change(CaseText name, string? code, DateOnly firstSeen, DateOnly? lastSeen, CodeSet platforms) =>
        (Name, Code, FirstSeen, LastSeen, Platforms) = (name, code, firstSeen, lastSeen, platforms);
}
