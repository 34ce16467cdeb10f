using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Demonstration;

/// <summary>A case with what the statistics are made of and nothing more: no texts, no follow-up, no duties.</summary>
internal static class DemoFacts
{
    private static readonly CaseText Seen = CaseText.From("-")!;

    private static readonly (string, double)[] Adequacies = [("fully", 31), ("mostly", 36), ("insufficient", 20), ("none", 10), ("not_wanted", 2), ("no_answer", 1)];

    private static readonly (string, double)[] NotReported =
        [("exposed_declines", 30), ("judged_no_crime", 22), ("seen_as_part_of_job", 15), ("treatment_grounds", 13), ("fear_reprisal", 10), ("lack_of_evidence", 6), ("no_trust", 4)];

    public static Incident Tell(DemoPlan plan, string number, DateTimeOffset now, Dice dice)
    {
        var cast = plan.Cast;
        var report = DemoReport.Write(plan, dice, withTexts: false);
        var incident = Incident.Draft(cast.Chart.Employer.Id, cast.Unit.Id, report.Content, report.Exposed, new Actor(report.Reporter, CaseRole.Reporter, plan.At));
        incident.Submit(new Submission(number, PolicyVersionId: null, cast.Unit.Id, []), new Actor(report.Reporter, CaseRole.Reporter, plan.At));

        var acknowledged = At(1, 40);
        if (acknowledged >= now)
        {
            return incident;
        }

        incident.Acknowledge(Seen, Manager(acknowledged));
        if (dice.Falls(0.85))
        {
            incident.Offer(incident.Exposed[0].UserId is null ? null : incident.Exposed[0].Id, "manager_contact", note: null, expiresOn: null, Manager(acknowledged));
        }

        Police(incident, cast, acknowledged, now, dice);
        if (incident.Exposed[0].UserId is { } exposed && At(240, 2400) is var rated && rated < now && dice.Falls(0.75))
        {
            incident.Rate(dice.Weighted(Adequacies), comment: null, new Actor(exposed, CaseRole.Exposed, rated));
        }

        return incident;

        DateTimeOffset At(int least, int most) => plan.At.AddMinutes(dice.Between(60 * least, 60 * most));

        Actor Manager(DateTimeOffset at) => new(cast.Manager, CaseRole.Manager, at);
    }

    private static void Police(Incident incident, DemoCast cast, DateTimeOffset from, DateTimeOffset now, Dice dice)
    {
        var (decided, answered) = (from.AddHours(dice.Between(2, 90)), from.AddDays(dice.Between(8, 60)));
        if (decided >= now)
        {
            return;
        }

        if (!dice.Falls(cast.IsPrivate ? 0.155 : 0.21))
        {
            Record(
                new PoliceReportStep
                {
                    Status = PoliceStatus.DecidedNot,
                    Source = "employer",
                    Reasons = CodeSet.Of([dice.Weighted(NotReported)]),
                    ExposedAgrees = dice.Weighted([("yes", 78), ("no", 8), ("not_asked", 14)]),
                    ReviewOn = cast.Calendar.LocalDate(decided.AddYears(2)),
                },
                decided);
            return;
        }

        Record(new PoliceReportStep { Status = PoliceStatus.Reported, Source = "employer", ReportedBy = "employer" }, decided);
        if (answered < now && answered > decided)
        {
            Record(new PoliceReportStep { Status = dice.Falls(0.34) ? PoliceStatus.Opened : PoliceStatus.NotOpened, Source = "police_letter" }, answered);
        }

        void Record(PoliceReportStep step, DateTimeOffset at) => incident.RecordPolice(step, new Actor(cast.Manager, CaseRole.Manager, at));
    }
}
