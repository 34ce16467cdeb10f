using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>A campaign as release 0.1 wrote it, its name readable. Nothing writes such rows any more; <see cref="CampaignSealing"/> takes the last ones away.</summary>
internal sealed class PlainCampaign
{
    public Guid Id { get; init; }

    public EmployerId EmployerId { get; init; }

    public string Name { get; init; } = string.Empty;

    public string? Code { get; init; }

    public DateOnly FirstSeen { get; init; }

    public DateOnly? LastSeen { get; init; }

    public CodeSet Platforms { get; init; } = CodeSet.Empty;

    public long Version { get; init; }
}
