using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Obligations;

/// <summary>An employer's follow-up policy as it was from a time on; a case keeps the version of its day.</summary>
public sealed class FollowUpPolicyVersion
{
    private FollowUpPolicyVersion()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    /// <summary>1 and up; 0 stands for the product's own values, which need no row.</summary>
    public long Number { get; private init; }

    public DateTimeOffset ValidFrom { get; private init; }

    public UserId ChangedBy { get; private init; }

    /// <summary>The policy as it is sent and received.</summary>
    public string Json { get; private init; } = string.Empty;

    public static FollowUpPolicyVersion Create(EmployerId employer, long number, string json, UserId changedBy, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), EmployerId = employer, Number = number, ValidFrom = now, ChangedBy = changedBy, Json = json };
}
