using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Tests.Incidents;

/// <summary>A case brought to where a test needs it, by nothing but its own methods. Its clock goes on a minute with each act.</summary>
internal sealed class AnIncident
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);
    public static readonly EmployerId Employer = new(Guid.CreateVersion7(Start));

    private static readonly UnitId Unit = new(Guid.CreateVersion7(Start));

    private AnIncident(Incident it) => It = it;

    public static UserId Anna { get; } = new(Guid.CreateVersion7(Start));

    public static UserId Bo { get; } = new(Guid.CreateVersion7(Start));

    public static UserId Colleague { get; } = new(Guid.CreateVersion7(Start));

    public static UserId Staff { get; } = new(Guid.CreateVersion7(Start));

    public Incident It { get; }

    public DateTimeOffset Now { get; set; } = Start;

    public static ReportContent Report => new()
    {
        Kinds = CodeSet.Of(["threat_veiled.gesture"]),
        OccurredAt = Start.AddHours(-2),
        SafeNow = "yes",
        Description = Text("what happened"),
    };

    public static AnIncident Draft(ReportContent? report = null, params NamedExposed[] exposed)
    {
        NamedExposed[] named = exposed.Length > 0 ? exposed : [new NamedExposed(Anna, "direct", null)];
        return new(Incident.Draft(Employer, Unit, report ?? Report, named, new Actor(Colleague, CaseRole.Reporter, Start)));
    }

    public static AnIncident Submitted(ReportContent? report = null, params NamedExposed[] exposed)
    {
        var incident = Draft(report, exposed);
        PlannedFollowUp[] followUps = [new("R9", 10, Start.AddDays(10)), new("R11", 35, Start.AddDays(35)), new("R12", 90, Start.AddDays(90))];
        incident.It.Submit(new Submission("2026-000123", null, null, followUps), incident.By(Colleague, CaseRole.Reporter));
        return incident;
    }

    /// <summary>A case in the state, by the shortest way there.</summary>
    public static AnIncident In(IncidentState state)
    {
        switch (state)
        {
            case IncidentState.Draft:
                return Draft();
            case IncidentState.Submitted:
                return Submitted();
            case IncidentState.Acknowledged:
                return Submitted().Acknowledged();
            case IncidentState.InProgress:
                return Submitted().Acknowledged().Assessed();
            case IncidentState.FollowUp:
                return Submitted().Acknowledged().Assessed().PoliceDecided();
            case IncidentState.Closed:
                return Submitted().ReadyToClose().Closed();
            case IncidentState.Reopened:
                return Submitted().ReadyToClose().Closed().Reopened();
            case IncidentState.Withdrawn:
                var withdrawn = Submitted();
                withdrawn.It.Withdraw(null, withdrawn.ByReporter());
                return withdrawn;
            case IncidentState.Duplicate:
                var duplicate = Submitted();
                duplicate.It.MarkDuplicateOf(Submitted().It, duplicate.ByManager());
                return duplicate;
            case IncidentState.Transferred:
                return Submitted().Acknowledged().Assessed().Proposed("transferred").Agreed(Anna);
            case IncidentState.OutOfScope:
                return Submitted().Acknowledged().Assessed().Proposed("out_of_scope").Agreed(Anna);
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "A case only passes this state.");
        }
    }

    public AnIncident Acknowledged() => Then(() => It.Acknowledge(Text("I call you"), ByManager()));

    public AnIncident Assessed(string danger = "low", string avDuty = "no", string injury = "none") =>
        Then(() => It.Assess(new Assessment { Danger = danger, AvDuty = avDuty, Injury = injury, AvReason = Text("reason") }, ByManager()));

    public AnIncident PoliceDecided() => Police(PoliceStatus.DecidedNot);

    public AnIncident Police(PoliceStatus status, Guid? corrects = null) =>
        Then(() => It.RecordPolice(new PoliceReportStep { Status = status, Source = "employer", Corrects = corrects }, ByManager()));

    public AnIncident Notified(string addressee, string status = "sent") => Then(() => It.Notify(addressee, status, null, null, null, ByManager()));

    public AnIncident FollowedUp(int times = 1)
    {
        foreach (var followUp in It.FollowUps.Where(followUp => followUp.SettledAt is null).Take(times).ToArray())
        {
            It.SettleFollowUp(followUp, null, Text("talk"), false, declined: false, ByManager());
        }

        return this;
    }

    public AnIncident ReadyToClose() => Acknowledged().Assessed().PoliceDecided().FollowedUp(2);

    public AnIncident Proposed(string reason = "completed") => Then(() => It.ProposeClosure(reason, Text("summary"), null, ByManager()));

    public AnIncident Agreed(UserId exposed) => Then(() => It.AnswerClosure(true, null, ByExposed(exposed)));

    public AnIncident Objected(UserId exposed) => Then(() => It.AnswerClosure(false, Text("not yet"), ByExposed(exposed)));

    public AnIncident Closed()
    {
        Proposed();
        foreach (var exposed in It.Exposed.Where(exposed => exposed.UserId is not null).ToArray())
        {
            Agreed(exposed.UserId!.Value);
        }

        return this;
    }

    public AnIncident Reopened() => Then(() => It.Reopen(Text("it goes on"), ByExposed(Anna)));

    public AnIncident Later(TimeSpan time) => Then(() => Now += time);

    public Actor ByManager() => By(Staff, CaseRole.Manager);

    public Actor ByReporter() => By(Colleague, CaseRole.Reporter);

    public Actor ByExposed(UserId exposed) => By(exposed, CaseRole.Exposed);

    public Actor By(UserId user, CaseRole role)
    {
        Now = Now.AddMinutes(1);
        return new Actor(user, role, Now);
    }

    public static CaseText Text(string text) => CaseText.From(text)!;

    private AnIncident Then(Action act)
    {
        act();
        return this;
    }
}
