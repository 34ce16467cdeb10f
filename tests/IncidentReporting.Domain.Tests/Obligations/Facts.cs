using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Tests.Obligations;

/// <summary>A case reported on a Wednesday at ten, and short ways to say what happened in it.</summary>
internal static class Facts
{
    public static readonly DateTimeOffset Submitted = Local("2026-02-04T10:00+01:00");

    public static readonly FollowUpPolicy Policy = FollowUpPolicy.Default;

    public static CaseFacts Reported(params string[] kinds) => new()
    {
        State = IncidentState.Submitted,
        Kinds = CodeSet.Of(kinds.Length == 0 ? ["threat_veiled.future_harm"] : kinds),
        OccurredAt = Submitted.AddHours(-2),
        SubmittedAt = Submitted,
        AwareAt = Submitted,
    };

    public static CaseFacts At(this CaseFacts facts, string submitted) =>
        facts with { SubmittedAt = Local(submitted), AwareAt = Local(submitted), OccurredAt = Local(submitted).AddHours(-1) };

    public static DateTimeOffset Local(string time) => DateTimeOffset.Parse(time).ToUniversalTime();

    public static DateTimeOffset Day(int days, int hours = 0) => WorkCalendar.Sweden.Add(Submitted, IsoDuration.Days(days)).AddHours(hours);

    public static IReadOnlyList<ObligationPlan> Plans(this CaseFacts facts, FollowUpPolicy? policy = null) =>
        ObligationEngine.Plan(facts, policy ?? Policy, WorkCalendar.Sweden);

    public static ObligationPlan Plan(this CaseFacts facts, string key, FollowUpPolicy? policy = null) =>
        facts.Plans(policy).Single(p => p.Key == key || p.Key.StartsWith(key + ":", StringComparison.Ordinal));

    public static IEnumerable<string> Keys(this CaseFacts facts) => facts.Plans().Select(p => p.Key.Split(':')[0]);

    public static PoliceFact Police(PoliceStatus status, DateTimeOffset at, DateOnly? reviewOn = null, DateOnly? trialOn = null) =>
        new(Guid.CreateVersion7(at), status, at, at, reviewOn, trialOn);

    public static NotificationFact Notice(string addressee, string status, DateTimeOffset at) => new(Guid.CreateVersion7(at), addressee, status, at);

    public static OfferFact Offer(string measure, DateTimeOffset at, string? answer = null, DateTimeOffset? answeredAt = null, DateTimeOffset? deliveredAt = null, DateOnly? expiresOn = null) =>
        new(Guid.CreateVersion7(at), measure, at, answer, answeredAt, deliveredAt, expiresOn);

    public static ActionFact Action(DateTimeOffset at, DateOnly? dueOn = null, DateTimeOffset? doneAt = null, DateTimeOffset? cancelledAt = null, DateTimeOffset? checkedAt = null, DateOnly? expiresOn = null) =>
        new(Guid.CreateVersion7(at), "pair_home_visit", at, dueOn, doneAt is null ? "planned" : "done", doneAt, cancelledAt, checkedAt, new(Guid.CreateVersion7()), true, expiresOn);

    /// <summary>Steps as "party at local time", for reading a plan like a table.</summary>
    public static string[] Said(this ObligationPlan plan) =>
        [.. plan.Steps.Select(s => FormattableString.Invariant($"{s.To} {WorkCalendar.Sweden.Local(s.At):MM-dd HH:mm}"))];
}
