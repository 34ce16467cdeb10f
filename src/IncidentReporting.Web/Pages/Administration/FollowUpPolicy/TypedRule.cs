using System.Globalization;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Administration.FollowUpPolicy;

/// <summary>A rule's clocks as typed.</summary>
internal sealed record TypedRule(
    TypedDuration Due, TypedDuration DueSerious, IReadOnlyList<TypedDuration> RemindAt, TypedDuration DeputyAt, TypedDuration EscalateAt,
    IReadOnlyList<(string? To, TypedDuration At)> AlsoRemind, TypedDuration RepeatEvery, string? Immediate, string? Calendar, string? Ground)
{
    // More than any rule may have; what is more is not looked at.
    private const int Most = 60;

    public static TypedRule Of(PolicyRuleDocument rule) => new(
        TypedDuration.Of(rule.Due), TypedDuration.Of(rule.DueSerious), [.. (rule.RemindAt ?? []).Select(TypedDuration.Of), TypedDuration.Blank],
        TypedDuration.Of(rule.DeputyAt), TypedDuration.Of(rule.EscalateAt),
        [.. (rule.AlsoRemind ?? []).Select(also => ((string?)also.To, TypedDuration.Of(also.At))), (null, TypedDuration.Blank)],
        TypedDuration.Of(rule.RepeatEvery), rule.Immediate ? "true" : "false", rule.Calendar, rule.Ground);

    /// <summary>What was typed; steps left blank are dropped, and a blank one stands last.</summary>
    public static TypedRule In(FormRow row) => new(
        TypedDuration.In(row, "due"), TypedDuration.In(row, "dueSerious"),
        [.. Steps("remindAt").Select(step => TypedDuration.In(row, step)).Where(step => !step.IsBlank), TypedDuration.Blank],
        TypedDuration.In(row, "deputyAt"), TypedDuration.In(row, "escalateAt"),
        [.. Steps("alsoRemind").Select(step => (row[step + ".to"], TypedDuration.In(row, step + ".at"))).Where(step => !step.Item2.IsBlank), (null, TypedDuration.Blank)],
        TypedDuration.In(row, "repeatEvery"), row["immediate"], row["calendar"], row["ground"]);

    public PolicyRuleDocument ToDocument(string rule) => new()
    {
        Rule = rule,
        Due = Due.ToIso() ?? string.Empty,
        DueSerious = DueSerious.ToIso(),
        RemindAt = [.. RemindAt.Select(step => step.ToIso()).OfType<string>()],
        DeputyAt = DeputyAt.ToIso(),
        EscalateAt = EscalateAt.ToIso(),
        AlsoRemind = [.. AlsoRemind.Where(step => !step.At.IsBlank).Select(step => new AlsoRemindDocument(step.To ?? string.Empty, step.At.ToIso()!))],
        RepeatEvery = RepeatEvery.ToIso(),
        Immediate = Immediate == "true",
        Calendar = Calendar,
        Ground = Ground,
    };

    private static IEnumerable<string> Steps(string list) => Enumerable.Range(0, Most).Select(step => string.Create(CultureInfo.InvariantCulture, $"{list}[{step}]"));
}
