namespace IncidentReporting.Domain.Obligations;

/// <summary>What a report sets going at once: R1-R6, R17 and, for attacks online, R21.</summary>
internal static class ReportDuties
{
    private static readonly string[] Sent = ["sent", "receipt", "answered", "closed", "not_required"];

    public static IEnumerable<Duty> Of(CaseFacts facts, FollowUpPolicy policy)
    {
        yield return new Duty("R1", "R1", facts.SubmittedAt, Party.Manager) { DoneAt = facts.AcknowledgedAt };
        yield return new Duty("R2", "R2", facts.SubmittedAt, Party.Manager)
        {
            DoneAt = Earliest(facts.AcknowledgedAt, facts.Offers
                .Where(o => o.Measure is "immediate_safety" or "escorted_home" or "manager_contact")
                .Select(o => (DateTimeOffset?)o.OfferedAt).Min()),
        };
        yield return new Duty("R3", "R3", facts.AwareAt, Party.Manager) { DoneAt = AuthorityTold(facts) };

        var online = facts.Kinds.HasCategory("online_attack");
        if (online)
        {
            yield return new Duty("R4", "R4", facts.SubmittedAt, Party.Manager)
            {
                DoneAt = Earliest(facts.EvidenceSavedAt, Settled(facts, "platform_notice")),
            };
        }

        yield return new Duty("R5", "R5", facts.SubmittedAt, Party.Manager)
        {
            Clocks = PoliceDecisionClocks(facts, policy["R5"]),
            DoneAt = PoliceDuties.Events(facts).Select(e => (DateTimeOffset?)e.RecordedAt).FirstOrDefault(),
        };

        if (facts.InjuryKnownAt is { } injuryKnownAt)
        {
            yield return new Duty("R6", "R6", injuryKnownAt, Party.Manager) { DoneAt = Settled(facts, "fk_injury") };
        }

        yield return new Duty("R17", "R17", facts.SubmittedAt, Party.Exposed)
        {
            IsInformation = true,
            CancelledAt = facts.InformationDeclined ? facts.SubmittedAt : null,
        };

        if (online)
        {
            yield return new Duty("R21", "R21", facts.OccurredAt, Party.Manager) { DoneAt = PoliceDuties.ReportedAt(facts), IsInformation = true };
        }
    }

    /// <summary>Since when the addressee's last standing status settles the duty; null while it does not.</summary>
    private static DateTimeOffset? Settled(CaseFacts facts, string addressee)
    {
        DateTimeOffset? since = null;
        foreach (var notice in facts.Notifications.Where(n => n.Addressee == addressee))
        {
            since = Sent.Contains(notice.Status, StringComparer.Ordinal) ? since ?? notice.At : null;
        }

        return since;
    }

    private static DateTimeOffset? AuthorityTold(CaseFacts facts)
    {
        if (facts.AssessedAt is not { } assessedAt)
        {
            return null;
        }

        return facts.AvDuty == "no" ? assessedAt : Settled(facts, "av_33a") is { } told ? Latest(assessedAt, told) : null;
    }

    private static RulePolicy PoliceDecisionClocks(CaseFacts facts, RulePolicy clocks)
    {
        var serious = facts.Kinds.HasCategory("threat_direct") || facts.Kinds.HasCategory("physical_violence");
        return serious && clocks.DueSerious is { } shorter && shorter.Approximate < clocks.Due.Approximate ? clocks with { Due = shorter } : clocks;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
