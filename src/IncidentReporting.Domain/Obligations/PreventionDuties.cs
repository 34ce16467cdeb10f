namespace IncidentReporting.Domain.Obligations;

/// <summary>What prevents the next time: R10, R19, R20, R22, and the silence of the authority, R24.</summary>
internal static class PreventionDuties
{
    public static IEnumerable<Duty> Of(CaseFacts facts, WorkCalendar calendar)
    {
        yield return new Duty("R10", "R10", facts.SubmittedAt, Party.Manager)
        {
            DoneAt = facts.Actions.Where(a => a.CancelledAt is null).Select(a => (DateTimeOffset?)a.PlannedAt).Min(),
        };

        foreach (var action in facts.Actions)
        {
            if (action.DueOn is { } dueOn)
            {
                yield return new Duty("R19", $"R19:{action.Id}", calendar.StartOf(dueOn), Party.Owner)
                {
                    ByDate = true,
                    About = action.Id,
                    Owner = action.Owner,
                    DoneAt = action.DoneAt,
                    CancelledAt = action.CancelledAt,
                };
            }

            if (action.DoneAt is { } doneAt)
            {
                yield return new Duty("R20", $"R20:{action.Id}", doneAt, Party.Owner)
                {
                    About = action.Id,
                    Owner = action.Owner,
                    DoneAt = action.EffectCheckedAt,
                    CancelledAt = action.CancelledAt,
                };
            }

            if (action.ExpiresOn is { } expiresOn)
            {
                yield return Expiry(action.Id, expiresOn, calendar) with { CancelledAt = action.CancelledAt };
            }
        }

        foreach (var offer in facts.Offers)
        {
            if (offer is { ExpiresOn: { } expiresOn, Answer: not "declined" })
            {
                yield return Expiry(offer.Id, expiresOn, calendar);
            }
        }

        if (AuthoritySilence(facts) is { } silence)
        {
            yield return silence;
        }
    }

    private static Duty Expiry(Guid id, DateOnly expiresOn, WorkCalendar calendar) =>
        new("R22", $"R22:{id}", calendar.StartOf(expiresOn), Party.Coordinator) { ByDate = true, IsInformation = true, About = id };

    private static Duty? AuthoritySilence(CaseFacts facts)
    {
        var notices = facts.Notifications.Where(n => n.Addressee == "av_33a").ToList();
        var sent = notices.FindLastIndex(n => n.Status == "sent");
        if (sent < 0)
        {
            sent = notices.FindIndex(n => n.Status == "receipt");
        }

        if (sent < 0)
        {
            return null;
        }

        var answer = notices.Skip(sent + 1).FirstOrDefault(n => n.Status is "answered" or "closed");
        return new Duty("R24", $"R24:{notices[sent].Id}", notices[sent].At, Party.Manager) { IsInformation = true, About = notices[sent].Id, DoneAt = answer?.At };
    }
}
