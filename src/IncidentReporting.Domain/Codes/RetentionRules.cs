using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Codes;

/// <summary>How long something is kept, from what on, and who lets go of it.</summary>
/// <param name="Trigger">From when the time runs, such as <c>case_ended</c>.</param>
/// <param name="Period">An ISO 8601 duration; null where it goes with its case.</param>
/// <param name="Least">An employer may keep it longer than the product proposes, or shorter, but never shorter than this.</param>
/// <param name="Fixed">The product's own, which no employer changes.</param>
/// <param name="Release">two_persons, or by_itself for what is short-lived.</param>
public sealed record RetentionRule(
    string Id, string Sv, string En, string Trigger, string? Period, string? Least, bool Fixed, string Release, string Action, Wording Ground, string Source,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public const string Case = "case";
    public const string CounterpartIdentity = "counterpart_identity";
    public const string Influence = "influence";
    public const string MeasureRequest = "measure_request";
    public const string WorkStop = "work_stop";
    public const string MailLog = "mail_log";

    public string Title(string language) => Language.Choose(language, Sv, En);

    public bool HoldsOn(DateOnly date) => Validity.Holds(ValidFrom, ValidTo, date);

    /// <summary>What began to be kept up to this time is due; null where the rule has no time of its own.</summary>
    public DateTimeOffset? DueSince(DateTimeOffset now) => Period is { } period ? Back(now, IsoDuration.Parse(period)) : null;

    private static DateTimeOffset Back(DateTimeOffset now, IsoDuration period) =>
        now.AddMonths(-period.CalendarMonths).AddDays(-period.CalendarDays) - period.Elapsed;
}

/// <summary>The product's own rules of retention (domain reference L49). An employer's own periods stand above them.</summary>
public static class RetentionRules
{
    private static readonly RuleFile File = CodeFiles.ReadFile<RuleFile>("Law", "retention");

    public static IReadOnlyList<RetentionRule> On(DateOnly date) => [.. File.Rules.Where(rule => rule.HoldsOn(date))];

    private sealed record RuleFile(IReadOnlyList<RetentionRule> Rules);
}
