using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Application.Obligations;

/// <summary>The follow-up policy as it is sent, received and stored.</summary>
public sealed record FollowUpPolicyDocument
{
    public IReadOnlyList<PolicyRuleDocument> Rules { get; init; } = [];

    /// <summary>When no reminder is mailed, in the employer's time; null for never.</summary>
    public QuietHoursDocument? QuietHours { get; init; }

    /// <summary>When a manager's daily digest leaves, such as <c>07:30</c>; absent keeps what holds.</summary>
    public string? DigestAt { get; init; }

    public static FollowUpPolicyDocument Of(FollowUpPolicy policy) => new()
    {
        Rules = [.. policy.Rules.OrderBy(rule => rule.Rule.Length).ThenBy(rule => rule.Rule, StringComparer.Ordinal).Select(PolicyRuleDocument.Of)],
        QuietHours = policy.QuietHours is { } quiet ? new QuietHoursDocument(Write(quiet.From), Write(quiet.To)) : null,
        DigestAt = Write(policy.DigestAt),
    };

    /// <summary>The policy; what the document leaves out is as in <paramref name="before"/>. The document must hold (see the validator).</summary>
    public FollowUpPolicy ToPolicy(FollowUpPolicy before)
    {
        var own = Rules.Select(rule => rule.ToRule()).ToList();
        var left = before.Rules.Where(rule => own.TrueForAll(o => o.Rule != rule.Rule));
        return new FollowUpPolicy(
            [.. own, .. left],
            QuietHours is { } quiet ? new QuietHours(ReadTime(quiet.From)!.Value, ReadTime(quiet.To)!.Value) : null,
            DigestAt is null ? before.DigestAt : ReadTime(DigestAt)!.Value);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static FollowUpPolicy ReadStored(string json) =>
        JsonSerializer.Deserialize<FollowUpPolicyDocument>(json, Json.Options)!.ToPolicy(FollowUpPolicy.Default);

    internal static TimeOnly? ReadTime(string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Write(TimeOnly time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>Local times; over midnight when <paramref name="To"/> is the earlier.</summary>
public sealed record QuietHoursDocument(string From, string To);

/// <summary>One rule's clocks, each an ISO 8601 duration from the rule's clock start; negative ones come before it.</summary>
public sealed record PolicyRuleDocument
{
    /// <summary>R1 to R26, or R29.</summary>
    public required string Rule { get; init; }

    public required string Due { get; init; }

    /// <summary>R5: holds instead of <c>due</c> after a direct threat or physical violence, when it is shorter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DueSerious { get; init; }

    /// <summary>When the responsible is reminded.</summary>
    public IReadOnlyList<string>? RemindAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeputyAt { get; init; }

    /// <summary>When the next manager is told; a later step is sent with it.</summary>
    public string? EscalateAt { get; init; }

    /// <summary>Reminders to others than the responsible.</summary>
    public IReadOnlyList<AlsoRemindDocument>? AlsoRemind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RepeatEvery { get; init; }

    /// <summary>Mailed at once to managers too, not gathered in the day's digest.</summary>
    public bool Immediate { get; init; }

    /// <summary>same_day, working_days or none.</summary>
    public string? Calendar { get; init; }

    /// <summary>Why the rule stands: law or policy.</summary>
    public string? Ground { get; init; }

    internal static PolicyRuleDocument Of(RulePolicy rule) => new()
    {
        Rule = rule.Rule,
        Due = rule.Due.ToString(),
        DueSerious = rule.DueSerious?.ToString(),
        RemindAt = [.. rule.RemindAt.Select(step => step.ToString())],
        DeputyAt = rule.DeputyAt?.ToString(),
        EscalateAt = rule.EscalateAt?.ToString(),
        AlsoRemind = [.. rule.AlsoRemind.Select(also => new AlsoRemindDocument(SnakeCase.Of(also.To), also.At.ToString()))],
        RepeatEvery = rule.RepeatEvery?.ToString(),
        Immediate = rule.Immediate,
        Calendar = SnakeCase.Of(rule.Calendar),
        Ground = rule.Ground,
    };

    internal RulePolicy ToRule() => new(
        Rule, IsoDuration.Parse(Due), [.. (RemindAt ?? []).Select(IsoDuration.Parse)], Ground ?? FollowUpPolicy.Default[Rule].Ground)
    {
        DueSerious = Optional(DueSerious),
        DeputyAt = Optional(DeputyAt),
        EscalateAt = Optional(EscalateAt),
        AlsoRemind = [.. (AlsoRemind ?? []).Select(also => new AlsoRemind(SnakeCase.Parse<Party>(also.To), IsoDuration.Parse(also.At)))],
        RepeatEvery = Optional(RepeatEvery),
        Immediate = Immediate,
        Calendar = SnakeCase.Find<RuleCalendar>(Calendar) ?? RuleCalendar.None,
    };

    private static IsoDuration? Optional(string? text) => text is null ? null : IsoDuration.Parse(text);
}

/// <param name="To">manager, deputy, next_manager, safety_representative, head_safety_representative, coordinator, exposed or owner.</param>
public sealed record AlsoRemindDocument(string To, string At);
