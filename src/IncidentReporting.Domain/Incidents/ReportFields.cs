using System.Globalization;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>One field of a report under the name it has in the interface, and the group that decides who sees it.</summary>
public sealed record ReportField(string Name, FieldGroup Group, Func<ReportContent, object?> Read)
{
    public string? Wording(ReportContent content) => Read(content) switch
    {
        null => null,
        CaseText text => text.Value,
        CodeSet codes => string.Join(", ", codes),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        UserId user => user.Value.ToString(),
        var value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}

public static class ReportFields
{
    public static readonly IReadOnlyList<ReportField> All =
    [
        new("kinds", FieldGroup.Core, c => c.Kinds),
        new("occurredAt", FieldGroup.Core, c => c.OccurredAt),
        new("occurredPrecision", FieldGroup.Core, c => c.OccurredPrecision),
        new("safeNow", FieldGroup.Core, c => c.SafeNow),
        new("description", FieldGroup.Narrative, c => c.Description),
        new("channels", FieldGroup.Core, c => c.Channels),
        new("platform", FieldGroup.Narrative, c => c.Platform),
        new("place", FieldGroup.Core, c => c.Place),
        new("situations", FieldGroup.Core, c => c.Situations),
        new("onDutyState", FieldGroup.Core, c => c.OnDutyState),
        new("counterpart.relation", FieldGroup.Core, c => c.CounterpartRelation),
        new("counterpart.count", FieldGroup.Core, c => c.CounterpartCount),
        new("counterpart.repeat", FieldGroup.Core, c => c.CounterpartRepeat),
        new("counterpart.age", FieldGroup.Core, c => c.CounterpartAge),
        new("counterpart.identity", FieldGroup.CounterpartIdentity, c => c.CounterpartIdentity),
        new("counterpart.identityGround", FieldGroup.CounterpartIdentity, c => c.CounterpartIdentityGround),
        new("counterpart.userId", FieldGroup.CounterpartIdentity, c => c.CounterpartUserId),
        new("consequences", FieldGroup.Health, c => c.Consequences),
        new("perceivedSeverity", FieldGroup.Health, c => c.PerceivedSeverity),
        new("hateMotives", FieldGroup.Narrative, c => c.HateMotives),
        new("wishes.support", FieldGroup.Health, c => c.WishedSupport),
        new("wishes.contactBy", FieldGroup.Narrative, c => c.WishedContactBy),
        new("wishes.text", FieldGroup.Health, c => c.WishesText),
        new("bypassManager", FieldGroup.Core, c => c.BypassManager),
        new("protectedIdentity", FieldGroup.Core, c => c.ProtectedIdentity),
        new("campaignId", FieldGroup.Core, c => c.CampaignId),
    ];

    /// <summary>The names of the fields that tell who the counterpart is.</summary>
    public static readonly IReadOnlyList<string> OfCounterpartIdentity = [.. All.Where(field => field.Group == FieldGroup.CounterpartIdentity).Select(field => field.Name)];
}
