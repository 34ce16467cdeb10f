using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Report;

/// <summary>What is told of an incident. Only kinds, occurredAt and safeNow are needed to submit it; everything else can wait.</summary>
public record ReportInput
{
    public CodeSet? Kinds { get; init; }

    /// <summary>When it happened; not in the future.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>exact (default), about, day, week or month.</summary>
    public string? OccurredPrecision { get; init; }

    /// <summary>yes, no or unsure.</summary>
    public string? SafeNow { get; init; }

    /// <summary>Null: the reporter's own unit.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>At most 20 000 characters.</summary>
    public CaseText? Description { get; init; }

    /// <summary>Who was hit; empty: the reporter.</summary>
    public IReadOnlyList<ExposedInput>? Exposed { get; init; }

    public CodeSet? Channels { get; init; }

    public CaseText? Platform { get; init; }

    public string? Place { get; init; }

    public CodeSet? Situations { get; init; }

    public string? OnDutyState { get; init; }

    public CounterpartInput? Counterpart { get; init; }

    public CodeSet? Consequences { get; init; }

    /// <summary>1 to 4.</summary>
    public int? PerceivedSeverity { get; init; }

    public CodeSet? HateMotives { get; init; }

    public WishesInput? Wishes { get; init; }

    /// <summary>Not through my manager: the next manager is responsible.</summary>
    public bool? BypassManager { get; init; }

    public bool? ProtectedIdentity { get; init; }

    public Guid? CampaignId { get; init; }

    internal ReportContent ToContent(string? defaultGround) => new()
    {
        Kinds = Kinds ?? CodeSet.Empty,
        OccurredAt = OccurredAt,
        OccurredPrecision = OccurredPrecision ?? "exact",
        SafeNow = SafeNow,
        Description = Description,
        Channels = Channels ?? CodeSet.Empty,
        Platform = Platform,
        Place = Place,
        Situations = Situations ?? CodeSet.Empty,
        OnDutyState = OnDutyState,
        CounterpartRelation = Counterpart?.Relation,
        CounterpartCount = Counterpart?.Count,
        CounterpartRepeat = Counterpart?.Repeat,
        CounterpartAge = Counterpart?.Age,
        CounterpartIdentity = Counterpart?.Identity,
        CounterpartIdentityGround = Counterpart?.Identity is null ? null : Counterpart.IdentityGround ?? defaultGround,
        CounterpartUserId = Counterpart?.UserId,
        Consequences = Consequences ?? CodeSet.Empty,
        PerceivedSeverity = PerceivedSeverity,
        HateMotives = HateMotives ?? CodeSet.Empty,
        WishedSupport = Wishes?.Support ?? CodeSet.Empty,
        WishedContactBy = Wishes?.ContactBy,
        WishesText = Wishes?.Text,
        BypassManager = BypassManager ?? false,
        ProtectedIdentity = ProtectedIdentity ?? false,
        CampaignId = CampaignId,
    };
}

/// <summary>The reporter (<paramref name="Self"/>), a colleague (<paramref name="UserId"/>), or a team, a workplace or the authority as such without a person.</summary>
public sealed record ExposedInput(bool? Self, UserId? UserId, string? Role, string? OccupationalGroup)
{
    /// <summary>The role where none is told.</summary>
    public const string DefaultRole = "direct";

    internal NamedExposed Named(UserId reporter) => new(Self == true ? reporter : UserId, Role ?? DefaultRole, OccupationalGroup);
}

public sealed record CounterpartInput
{
    public string? Relation { get; init; }

    public string? Count { get; init; }

    public string? Repeat { get; init; }

    public string? Age { get; init; }

    /// <summary>At most 500 characters.</summary>
    public CaseText? Identity { get; init; }

    /// <summary>legal_claim, legal_duty or work_environment; a private provider must give one.</summary>
    public string? IdentityGround { get; init; }

    /// <summary>A colleague or manager of the same employer, who then never sees the case.</summary>
    public UserId? UserId { get; init; }
}

public sealed record WishesInput
{
    public CodeSet? Support { get; init; }

    /// <summary>manager, next_manager, coordinator or safety_representative.</summary>
    public string? ContactBy { get; init; }

    public CaseText? Text { get; init; }
}
