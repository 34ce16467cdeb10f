using System.Text.Json;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Retention;

/// <summary>An employer's own periods from a day on. What applies is what holds on the day of a run, also for old cases.</summary>
public sealed class RetentionPolicyVersion
{
    private RetentionPolicyVersion()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    /// <summary>1 and up; 0 stands for the product's own periods, which need no row.</summary>
    public long Number { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public DateTimeOffset ChangedAt { get; private init; }

    public UserId ChangedBy { get; private init; }

    /// <summary>The periods by the rule's id, as JSON.</summary>
    public string Json { get; private init; } = string.Empty;

    public IReadOnlyDictionary<string, string> Periods() => JsonSerializer.Deserialize<Dictionary<string, string>>(Json, Common.Json.Options)!;

    public static RetentionPolicyVersion Create(
        EmployerId employer, long number, DateOnly validFrom, IReadOnlyDictionary<string, string> periods, UserId by, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = employer,
            Number = number,
            ValidFrom = validFrom,
            ChangedAt = now,
            ChangedBy = by,
            Json = JsonSerializer.Serialize(periods, Common.Json.Options),
        };
}
