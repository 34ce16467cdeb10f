using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>What was reported. Corrected only by addition: the earlier wording stays as a <see cref="Correction"/>.</summary>
public sealed record ReportContent
{
    public const int DescriptionLength = 20_000;
    public const int TextLength = 4_000;
    public const int IdentityLength = 500;
    public const int PlatformLength = 200;

    /// <summary>Of all ids of a set together: room for the longest list, chosen whole.</summary>
    public const int CodesLength = 4_000;

    public CodeSet Kinds { get; init; } = CodeSet.Empty;

    public DateTimeOffset? OccurredAt { get; init; }

    public string OccurredPrecision { get; init; } = "exact";

    public string? SafeNow { get; init; }

    public CaseText? Description { get; init; }

    public CodeSet Channels { get; init; } = CodeSet.Empty;

    public CaseText? Platform { get; init; }

    public string? Place { get; init; }

    public CodeSet Situations { get; init; } = CodeSet.Empty;

    public string? OnDutyState { get; init; }

    public string? CounterpartRelation { get; init; }

    public string? CounterpartCount { get; init; }

    public string? CounterpartRepeat { get; init; }

    public string? CounterpartAge { get; init; }

    public CaseText? CounterpartIdentity { get; init; }

    public string? CounterpartIdentityGround { get; init; }

    /// <summary>The colleague or manager who is the counterpart, where the reporter names one; she or he never sees the case.</summary>
    public UserId? CounterpartUserId { get; init; }

    /// <summary>Of health: stored as text is.</summary>
    public CodeSet Consequences
    {
        get => CodeSet.Of(SealedConsequences);
        init => SealedConsequences = value.AsText();
    }

    public int? PerceivedSeverity { get; init; }

    /// <summary>Of belief and origin: stored as text is.</summary>
    public CodeSet HateMotives
    {
        get => CodeSet.Of(SealedHateMotives);
        init => SealedHateMotives = value.AsText();
    }

    /// <summary>Of health: stored as text is.</summary>
    public CodeSet WishedSupport
    {
        get => CodeSet.Of(SealedWishedSupport);
        init => SealedWishedSupport = value.AsText();
    }

    public string? WishedContactBy { get; init; }

    public CaseText? WishesText { get; init; }

    public bool BypassManager { get; init; }

    public bool ProtectedIdentity { get; init; }

    public Guid? CampaignId { get; init; }

    private CaseText? SealedConsequences { get; init; }

    private CaseText? SealedHateMotives { get; init; }

    private CaseText? SealedWishedSupport { get; init; }

    public bool IsComplete => Kinds.Count > 0 && OccurredAt is not null && SafeNow is not null;

    /// <summary>The field names that differ from <paramref name="other"/>, with the wording here.</summary>
    public IEnumerable<(string Field, CaseText? Wording)> DifferencesFrom(ReportContent other) =>
        ReportFields.All.Where(field => !Equals(field.Read(this), field.Read(other))).Select(field => (field.Name, CaseText.From(field.Wording(this))));
}
