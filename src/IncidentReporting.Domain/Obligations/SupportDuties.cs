namespace IncidentReporting.Domain.Obligations;

/// <summary>What the exposed person is owed: talks, follow-ups and a new offer of what was declined (R7-R9, R11-R13, R18).</summary>
internal static class SupportDuties
{
    private static readonly string[] RelievingTalks = ["relieving_talk", "psychological_first_aid", "declined_all"];

    private static readonly string[] Talks =
        ["relieving_talk", "psychological_first_aid", "occupational_health", "psychologist", "peer_support", "group_talk", "declined_all"];

    public static IEnumerable<Duty> Of(CaseFacts facts, FollowUpPolicy policy)
    {
        yield return new Duty("R7", "R7", facts.SubmittedAt, Party.Manager)
        {
            DoneAt = facts.Offers.Where(o => Is(o, RelievingTalks)).Select(o => o.DeliveredAt ?? (o.Answer == "declined" ? o.AnsweredAt : null)).Min(),
        };
        yield return new Duty("R8", "R8", facts.SubmittedAt, Party.Manager)
        {
            DoneAt = facts.Offers.Where(o => Is(o, Talks)).Select(o => o.DeliveredAt < o.AnsweredAt ? o.DeliveredAt : o.AnsweredAt ?? o.DeliveredAt).Min(),
        };

        yield return FollowUp(facts, policy, "R9", "R9", FollowUpDays.First);
        yield return FollowUp(facts, policy, "R11", "R11", FollowUpDays.Second);
        yield return FollowUp(facts, policy, "R12", "R12", FollowUpDays.Third);

        if (HasLongFollowUp(facts))
        {
            yield return FollowUp(facts, policy, "R13", "R13:180", FollowUpDays.FirstLong);
            yield return FollowUp(facts, policy, "R13", "R13:365", FollowUpDays.SecondLong);
        }

        foreach (var duty in NewOffers(facts, policy["R18"]))
        {
            yield return duty;
        }
    }

    private static bool HasLongFollowUp(CaseFacts facts) =>
        (facts.SeriousDanger && facts.AssessedAt is not null)
        || facts.SickLeave
        || PoliceDuties.IsOpen(facts)
        || facts.FollowUps.Any(f => f.Rule == "R13");

    private static Duty FollowUp(CaseFacts facts, FollowUpPolicy policy, string rule, string key, int day)
    {
        var made = facts.FollowUps.Where(f => f.Rule == rule && f.Day == day).MinBy(f => f.Id);
        return new Duty(rule, key, facts.SubmittedAt, Party.Manager)
        {
            // Repeating is R13's way to say how far apart its two follow-ups are, so neither of them repeats.
            Clocks = rule == "R13" ? policy[rule].ForFollowUp(day) with { RepeatEvery = null } : null,
            About = made?.Id,
            DoneAt = made?.SettledAt,
        };
    }

    // Each further "no" to the same measure waits for the next, longer time; after the last one the offer rests.
    private static IEnumerable<Duty> NewOffers(CaseFacts facts, RulePolicy clocks)
    {
        var times = clocks.RemindAt.Count > 0 ? clocks.RemindAt : [clocks.Due];
        foreach (var offers in facts.Offers.GroupBy(o => o.Measure, StringComparer.Ordinal))
        {
            var inOrder = offers.OrderBy(o => o.OfferedAt).ThenBy(o => o.Id).ToList();
            var turnedDown = inOrder.Where(o => o is { Answer: "declined" or "later", AnsweredAt: not null }).ToList();
            foreach (var (number, offer) in turnedDown.Take(times.Count).Index())
            {
                var answeredAt = offer.AnsweredAt!.Value;
                yield return new Duty("R18", $"R18:{offer.Id}", answeredAt, Party.Manager)
                {
                    Clocks = clocks with { Due = number == 0 ? clocks.Due : times[number], RemindAt = [times[number]] },
                    About = offer.Id,
                    DoneAt = inOrder.Where(o => o.Id != offer.Id && o.OfferedAt >= answeredAt).Select(o => (DateTimeOffset?)o.OfferedAt).Min()
                        ?? inOrder.Where(o => o.Id != offer.Id && o.Answer == "accepted").Select(o => o.AnsweredAt).Min(),
                };
            }
        }
    }

    private static bool Is(OfferFact offer, string[] measures) => measures.Contains(offer.Measure, StringComparer.Ordinal);
}
