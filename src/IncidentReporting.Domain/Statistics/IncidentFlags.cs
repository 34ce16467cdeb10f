using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Statistics;

/// <summary>The classes of an incident that are published alone: how soon, how well and with whom it was handled. Nothing here looks at the clock, so that a fact depends on its case only.</summary>
internal static class IncidentFlags
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static long Of(Incident incident, WorkCalendar calendar) =>
        ReportDelay(incident)
        | StatMargins.ContactTime.Flag(ContactClass(incident))
        | StatMargins.ContactOnTime.Flag(YesNo(incident.AcknowledgedAt <= calendar.SameDay(incident.SubmittedAt!.Value)))
        | StatMargins.FirstFollowUp.Flag(FollowUpClass(incident, "R9", slackDays: 4))
        | StatMargins.SecondFollowUp.Flag(FollowUpClass(incident, "R11", slackDays: 7))
        | StatMargins.ThirdFollowUp.Flag(FollowUpClass(incident, "R12", slackDays: 7))
        | StatMargins.ClosingConsent.Flag(ConsentClass(incident))
        | StatMargins.AvNotice.Flag(AvClass(incident))
        | StatMargins.RepeatCounterpart.Flag(incident.Report.CounterpartRepeat switch { "yes" => 1, "no" => 2, _ => 3 })
        | PoliceFlags.Of(incident)
        | StatMargins.Actions.Flag(ActionsClass(incident, calendar))
        | StatMargins.RepresentativeTookPart.Flag(incident.Actions.Count == 0 ? 0 : YesNo(incident.Actions.Any(action => action.RepTookPart)))
        | StatMargins.Effect.Flag(EffectClass(incident))
        | Circumstances(incident)
        | StatMargins.AtHome.Flag(YesNo(incident.Report.Place == "staff_home" || incident.Report.Kinds.HasCategory("other_violation.home_visited")))
        | StatMargins.RelativeHit.Flag(YesNo(incident.Exposed.Any(exposed => exposed.Role == "relative") || incident.Report.Consequences.Contains("relative_affected")))
        | StatMargins.InCampaign.Flag(YesNo(incident.Report.CampaignId is not null || incident.Report.Kinds.Contains("online_attack.campaign")))
        | StatMargins.DataQuality.Flag(IsToldWhole(incident.Report) ? 1 : 2)
        | StatMargins.InjuryNotice.Flag(InjuryClass(incident, calendar))
        | StatMargins.PlatformNotice.Flag(PlatformClass(incident));

    internal static int YesNo(bool holds) => holds ? 1 : 2;

    private static long ReportDelay(Incident incident)
    {
        // A time that is known to the week or month says nothing of the hours.
        if (incident.Report.OccurredPrecision is "week" or "month")
        {
            return 0;
        }

        var delay = incident.SubmittedAt!.Value - incident.Report.OccurredAt!.Value;
        return StatMargins.ReportDelay.Flag(
            delay <= TimeSpan.FromHours(2) ? 1
            : delay <= TimeSpan.FromHours(8) ? 2
            : delay <= Day ? 3
            : delay <= Day * 3 ? 4
            : delay <= Day * 7 ? 5 : 6);
    }

    private static int ContactClass(Incident incident) => (incident.AcknowledgedAt - incident.SubmittedAt) switch
    {
        null => 6,
        var passed when passed <= TimeSpan.FromHours(2) => 1,
        var passed when passed <= TimeSpan.FromHours(8) => 2,
        var passed when passed <= Day => 3,
        var passed when passed <= Day * 3 => 4,
        _ => 5,
    };

    // R9 may be held until day 14, R11 until day 42, R12 within a week of day 90.
    private static int FollowUpClass(Incident incident, string rule, int slackDays) =>
        incident.FollowUps.FirstOrDefault(followUp => followUp.Rule == rule) switch
        {
            null => 0,
            { Declined: true } => 4,
            { SettledAt: null } => 3,
            var held => (held.HeldAt ?? held.SettledAt) <= held.DueAt + (Day * slackDays) ? 1 : 2,
        };

    private static int ConsentClass(Incident incident)
    {
        if (incident.ClosedAt is null)
        {
            return 0;
        }

        var proposal = incident.Proposals.Where(one => one.Reason == "completed").MaxBy(one => one.ProposedAt);
        var answers = incident.Answers.Where(answer => answer.ProposalId == proposal?.Id && answer.ExposedId is not null).ToList();
        return answers.Count > 0 && answers.GroupBy(answer => answer.ExposedId).All(of => of.MaxBy(answer => (answer.At, answer.Id))!.Agrees) ? 1 : 2;
    }

    private static int AvClass(Incident incident)
    {
        if (incident.Assessment is null)
        {
            return 5;
        }

        var sent = incident.Notices.Where(notice => notice.Addressee == "av_33a" && notice.Status is "sent" or "receipt" or "answered").ToList();
        return sent.Count > 0 ? sent.Min(notice => notice.At) - incident.SubmittedAt <= Day ? 1 : 2
            : incident.Assessment.AvDuty == "yes" ? 3
            : incident.Assessment.AvDuty == "no" ? 4 : 5;
    }

    private static int ActionsClass(Incident incident, WorkCalendar calendar)
    {
        if (incident.Actions.Count == 0)
        {
            return 0;
        }

        var kept = incident.Actions.Where(action => action.State is not ActionState.Cancelled).ToList();
        return kept.Count == 0 ? 4
            : kept.Exists(action => !action.IsSettled) ? 3
            : kept.Exists(action => action.DueOn is { } due && (action.DoneAt ?? action.EndedAt) > calendar.EndOf(due)) ? 2 : 1;
    }

    private static int EffectClass(Incident incident)
    {
        var checkedEffects = incident.Actions.Select(action => action.Effect).OfType<string>().ToList();
        return checkedEffects.Count == 0 ? 0 : checkedEffects.Exists(effect => effect is "good" or "some") ? 1 : 2;
    }

    private static long Circumstances(Incident incident)
    {
        if (incident.Assessment is not { } assessment)
        {
            return 0;
        }

        return StatMargins.Alone.Flag(assessment.Staffing switch { "alone" => 1, "pair" or "group" => 2, _ => 3 })
            | StatMargins.Alarm.Flag(assessment.Alarm switch { "used_worked" => 1, "used_failed" => 2, "had_not_used" => 3, "none" => 4, _ => 5 })
            | StatMargins.RiskAssessed.Flag(assessment.RiskAssessedBefore switch { "yes" => 1, "no" => 2, _ => 3 });
    }

    private static bool IsToldWhole(ReportContent report) =>
        report.Place is not (null or "unknown") && report.OnDutyState is not null && report.CounterpartRelation is not (null or "not_stated")
        && report.Channels.Count > 0 && !report.Channels.Contains("unknown");

    private static int InjuryClass(Incident incident, WorkCalendar calendar)
    {
        if (incident.InjuryKnownAt is not { } known || incident.Notices.Any(notice => notice.Addressee == "fk_injury" && notice.Status == "not_required"))
        {
            return 0;
        }

        var sent = incident.Notices.Where(notice => notice.Addressee == "fk_injury" && notice.Status is "sent" or "receipt" or "answered").ToList();
        return sent.Count == 0 ? 3 : sent.Min(notice => notice.At) <= calendar.AddWorking(known, IsoDuration.Days(1)) ? 1 : 2;
    }

    // Of a notice it is only known that it was sent; what became of it is told where something was asked to be taken away.
    private static int PlatformClass(Incident incident)
    {
        var asked = incident.Takedowns;
        if (asked.Count == 0)
        {
            return incident.Notices.Any(notice => notice is { Addressee: "platform_notice", Status: "sent" }) ? 3 : 0;
        }

        return asked.Any(takedown => takedown.Answer != "removed") ? 3
            : asked.All(takedown => takedown.AnsweredAt - takedown.RequestedAt <= Day * 7) ? 1 : 2;
    }
}
