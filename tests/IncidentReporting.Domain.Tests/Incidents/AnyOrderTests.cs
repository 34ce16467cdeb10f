using FsCheck;
using FsCheck.Fluent;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Incidents;

/// <summary>Whatever is tried in whatever order, a case refuses or stays one that can exist.</summary>
public sealed class AnyOrderTests
{
    private static readonly PoliceStatus[] Statuses = Enum.GetValues<PoliceStatus>();
    private static readonly string[] Duties = ["no", "yes", "unclear"];
    private static readonly string[] Injuries = ["none", "minor", "unknown"];
    private static readonly string[] Notices = ["required", "sent", "not_required"];
    private static readonly string[] Reasons = ["completed", "completed", "out_of_scope", "transferred"];
    private static readonly CaseRole[] Roles = [CaseRole.Manager, CaseRole.NextManager, CaseRole.Representative, CaseRole.Coordinator];
    private static readonly string[] EndingActs = ["withdrawn", "marked_duplicate", "found_out_of_scope", "transferred"];

    [Test]
    public void Incident_AnySequenceOfActs_NeverBecomesImpossible()
    {
        var reached = new HashSet<IncidentState>();
        var property = Prop.ForAll(Gen.Choose(0, 9_999).ArrayOf().ToArbitrary(), choices =>
        {
            var incident = Draft(Report with { SafeNow = "no" }, new NamedExposed(Anna, "direct", null), new NamedExposed(Bo, "direct", null));
            foreach (var choice in choices)
            {
                var before = incident.It.State;
                incident.It.TakeEvents();
                var version = incident.It.Version;
                try
                {
                    Try(incident, choice);
                }
                catch (RuleBrokenException)
                {
                    // A refusal is an answer; what must hold, holds after it as well.
                }

                reached.Add(incident.It.State);
                Check(incident, before, version);
            }
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(1_500).WithEndSize(160).WithReplay(20261120, 7));
        Assert.That(reached, Is.SupersetOf(Enum.GetValues<IncidentState>().Except([IncidentState.Assessed])));
    }

    private static void Check(AnIncident incident, IncidentState before, long version)
    {
        var it = incident.It;
        var draft = it.State == IncidentState.Draft;
        Assert.Multiple(() =>
        {
            Assert.That(it.Number is null, Is.EqualTo(draft), "A number from submission on.");
            Assert.That(it.SubmittedAt is null, Is.EqualTo(draft));
            Assert.That(it.State, Is.Not.EqualTo(IncidentState.Assessed), "Assessed is only passed.");
            Assert.That(it.EndedAt is not null, Is.EqualTo(it.IsEnded));
            Assert.That(it.State == IncidentState.Closed ? it.ClosedAt is not null : it.ClosedAt is null || it.IsEnded, "Closed since a time.");
            Assert.That(it.DuplicateOf is not null, Is.EqualTo(it.State == IncidentState.Duplicate));
            Assert.That(it.Proposals.Count(proposal => proposal.SettledAt is null), Is.LessThanOrEqualTo(1));
            Assert.That(it.CurrentProposal, it.State is IncidentState.Draft or IncidentState.Closed || it.IsEnded ? Is.Null : Is.Null.Or.Not.Null);
            Assert.That(it.Exposed.Select(exposed => exposed.Id), Is.Unique);
            Assert.That(it.Exposed.Count(exposed => exposed.UserId == Anna), Is.EqualTo(1));
            if (it.State is IncidentState.InProgress or IncidentState.FollowUp or IncidentState.Closed)
            {
                Assert.That((it.AcknowledgedAt is not null, it.Assessment is not null), Is.EqualTo((true, true)));
            }

            if (it.State == IncidentState.Closed && before != IncidentState.Closed)
            {
                Assert.That(it.ClosureGuards.Where(guard => !guard.IsMet), Is.Empty, "Closed only with every guard met.");
            }

            if (it.State != before)
            {
                Assert.That(it.Events, Is.Not.Empty, $"{before} to {it.State} is told.");
            }

            Assert.That(it.Events.Count(happened => EndingActs.Contains(happened.What)), Is.EqualTo(it.IsEnded && it.State != before ? 1 : 0));
            it.TakeEvents();
            Assert.That(it.Version, Is.InRange(version, version + 1));
        });
    }

    private static void Try(AnIncident incident, int choice)
    {
        var it = incident.It;
        var detail = choice / 25;
        var by = incident.By(Staff, Roles[detail % Roles.Length]);
        switch (choice % 25)
        {
            case 0 or 1 when it.IsDraft:
                it.Submit(new Submission("2026-000001", null, null, [new("R9", 10, Start), new("R11", 35, Start), new("R12", 90, Start)]), incident.ByReporter());
                break;
            case 2 or 3 when it.State == IncidentState.Submitted:
                incident.Acknowledged();
                break;
            case 4 or 5:
                incident.Assessed(avDuty: Duties[detail % 3], injury: Injuries[detail / 3 % 3]);
                break;
            case 6 or 7:
                incident.Police(Statuses[detail % Statuses.Length], detail % 5 == 0 ? it.StandingPolice.LastOrDefault()?.Id : null);
                break;
            case 8:
                incident.Notified("av_33a", Notices[detail % 3]);
                break;
            case 9:
                incident.Notified("fk_injury", Notices[detail % 3]);
                break;
            case 10 or 11 or 12:
                incident.FollowedUp();
                break;
            case 13:
                it.Plan(new ActionPlan("alarm", null, Staff, null, false, null), by);
                break;
            case 14 or 15 when it.Actions.Count > 0:
                it.RecordAction(it.Actions[detail % it.Actions.Count], (ActionState)(detail / 3 % 5), detail % 4 == 0 ? "none" : null, null, by);
                break;
            case 16 or 17:
                it.ProposeClosure(Reasons[detail % Reasons.Length], detail % 3 == 0 ? null : Text("summary"), null, by);
                break;
            case 18 or 19:
                it.AnswerClosure(detail % 6 != 0, Text("comment"), incident.ByExposed(detail % 2 == 0 ? Anna : Bo));
                break;
            case 20:
                it.AnswerClosure(detail % 3 != 0, detail % 2 == 0 ? Text("comment") : null, by);
                break;
            case 21:
                it.Correct(it.Report with { Consequences = CodeSet.Of(detail % 2 == 0 ? ["injury_minor"] : []) }, incident.ByExposed(Anna));
                it.NameExposed([new NamedExposed(Anna, "direct", null), new NamedExposed(Bo, "relative", null)], incident.ByReporter());
                break;
            case 22:
                it.Reopen(Text("again"), by);
                break;
            case 23 when detail % 12 == 0:
                it.Withdraw(null, incident.ByReporter());
                break;
            case 24 when detail % 12 == 0:
                it.MarkDuplicateOf(Submitted().It, by);
                break;
            default:
                incident.Later(TimeSpan.FromDays(detail % 16));
                break;
        }
    }
}
