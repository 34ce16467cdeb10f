using System.Globalization;
using IncidentReporting.Application.Codes.ListRulePacks;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.FollowUpPolicy;

/// <summary>A rule of the policy in plain words, with what the law says beside it.</summary>
/// <param name="Law">The pack's entries that carry the rule today.</param>
internal sealed record RuleWords(PolicyRuleDocument Rule, IReadOnlyList<PackRuleResult> Law)
{
    private static readonly string[] Parties =
        ["manager", "deputy", "next_manager", "safety_representative", "head_safety_representative", "coordinator", "exposed", "owner"];

    public static IReadOnlyList<Choice> PartyChoices => [.. Parties.Select(party => new Choice(party, T($"party.{party}")))];

    public static IReadOnlyList<Choice> CalendarChoices => [.. CodeLists.Calendars.Codes.Select(code => new Choice(code.Id, Codes.Label(CodeLists.Calendars, code.Id)))];

    public string Title => RuleTitles.For(Rule.Rule, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>How long the person has, and from when.</summary>
    public string Due
    {
        get
        {
            var due = Counted(Rule.Due);
            return Rule.DueSerious is { } serious ? T("policy.due_serious", due, TypedDuration.Words(serious)) : due;
        }
    }

    public string? Reminders => Rule.RemindAt is { Count: > 0 } steps ? string.Join(", ", steps.Select(TypedDuration.Words)) : null;

    public string? Others => Rule.AlsoRemind is { Count: > 0 } also
        ? string.Join(", ", also.GroupBy(step => step.To, StringComparer.Ordinal).Select(party => T("policy.other", T($"party.{party.Key}"), string.Join(", ", party.Select(step => TypedDuration.Words(step.At))))))
        : null;

    public string? Deputy => Rule.DeputyAt is { } at ? TypedDuration.Words(at) : null;

    public string? Escalation => Rule.EscalateAt is { } at ? TypedDuration.Words(at) : null;

    public string? Repeat => Rule.RepeatEvery is { } every ? TypedDuration.Words(every) : null;

    public string Ground => Grounds.AllOf(Rule.Rule).Single(ground => ground.ValidTo is null) is var own && own.Text("sv") == Rule.Ground
        ? own.Text(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
        : Rule.Ground ?? string.Empty;

    /// <summary>How far the law lets it be lengthened; null where only the employer decides.</summary>
    public string? Limit => Law.Select(law => law.Limit).OfType<string>().FirstOrDefault() is { } limit ? limit is "PT0S" ? T("policy.limit.same_day") : T("policy.limit", TypedDuration.Words(limit)) : null;

    private string Counted(string iso)
    {
        var words = TypedDuration.Words(iso);
        var from = Law.Select(law => law.ClockStart).FirstOrDefault() is { } start ? T($"clock.{start}") : T("clock.t_submit");
        var counted = T(iso.StartsWith('-') || iso == "PT0S" ? "policy.due_at" : "policy.due_after", words, from);
        counted = counted[..1].ToUpper(CultureInfo.CurrentCulture) + counted[1..];
        return Rule.Calendar is null or "none" ? counted : T("policy.due_calendar", counted, Codes.Label(CodeLists.Calendars, Rule.Calendar).ToLower(CultureInfo.CurrentCulture));
    }
}
