using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using static IncidentReporting.Domain.Tests.Obligations.Facts;

namespace IncidentReporting.Domain.Tests.Obligations;

public sealed class LaterDutiesTests
{
    [TestCase("R7", "2026-02-04T18:00+01:00")]
    [TestCase("R8", "2026-02-07T10:00+01:00")]
    [TestCase("R9", "2026-02-14T10:00+01:00")]
    [TestCase("R10", "2026-02-18T10:00+01:00")]
    [TestCase("R11", "2026-03-11T10:00+01:00")]
    [TestCase("R12", "2026-05-05T10:00+02:00", Description = "ten on the wall, in summer time")]
    public void Duty_OfTheReport_IsDue(string rule, string due) => Assert.That(Reported().Plan(rule).DueAt, Is.EqualTo(Local(due)));

    [TestCase("relieving_talk", "accepted", true, true, true)]
    [TestCase("relieving_talk", "accepted", false, false, true)]
    [TestCase("relieving_talk", "declined", false, true, true)]
    [TestCase("relieving_talk", null, false, false, false)]
    [TestCase("psychologist", "later", false, false, true)]
    [TestCase("paid_time", "accepted", true, false, false)]
    public void Talk_OfferedAnsweredOrGiven_SettlesItsDuty(string measure, string? answer, bool delivered, bool relieving, bool talk)
    {
        var facts = Reported() with
        {
            Offers = [Offer(measure, Day(0, 1), answer, answer is null ? null : Day(0, 2), delivered ? Day(0, 3) : null)],
        };

        Assert.Multiple(() =>
        {
            Assert.That(facts.Plan("R7").DoneAt.HasValue, Is.EqualTo(relieving));
            Assert.That(facts.Plan("R8").DoneAt.HasValue, Is.EqualTo(talk));
        });
    }

    [TestCase("R9", 10, "Manager 02-12 10:00", "Exposed 02-14 10:00", "NextManager 02-21 10:00")]
    [TestCase("R11", 35, "Manager 03-09 10:00", "Exposed 03-11 10:00", "NextManager 03-18 10:00")]
    [TestCase("R12", 90, "Manager 05-03 10:00", "Exposed 05-05 10:00", "NextManager 05-12 10:00")]
    public void FollowUp_OfTheLadder_RemindsBothAndEscalates(string rule, int day, string first, string exposed, string escalated)
    {
        var id = Guid.CreateVersion7();
        var open = (Reported() with { FollowUps = [new(id, rule, day, null)] }).Plan(rule);
        var settled = (Reported() with { FollowUps = [new(id, rule, day, Day(9))] }).Plan(rule);

        Assert.Multiple(() =>
        {
            Assert.That(open.Said()[0], Is.EqualTo(first));
            Assert.That(open.Said(), Does.Contain(exposed));
            Assert.That(open.Said()[^1], Is.EqualTo(escalated));
            Assert.That(open.About, Is.EqualTo(id));
            Assert.That(settled.DoneAt, Is.EqualTo(Day(9)));
        });
    }

    [Test]
    public void R10_WithAnActionThatStands_IsDone() =>
        Assert.Multiple(() =>
        {
            Assert.That((Reported() with { Actions = [Action(Day(2))] }).Plan("R10").DoneAt, Is.EqualTo(Day(2)));
            Assert.That((Reported() with { Actions = [Action(Day(2), cancelledAt: Day(3))] }).Plan("R10").DoneAt, Is.Null);
        });

    [Test]
    public void R13_AfterASeriousEvent_StandsTwice()
    {
        var facts = Reported() with { SeriousDanger = true, AssessedAt = Day(0, 1), AvDuty = "no" };

        Assert.Multiple(() =>
        {
            Assert.That(facts.Plan("R13:180").DueAt, Is.EqualTo(Day(180)));
            Assert.That(facts.Plan("R13:365").DueAt, Is.EqualTo(Day(365)));
            Assert.That(facts.Plan("R13:365").Steps, Has.Exactly(4).Items);
            Assert.That(Policy.FollowUpDueAt("R13", 365, Submitted, WorkCalendar.Sweden), Is.EqualTo(Day(365)));
        });
    }

    [Test]
    public void R13_ByItsTriggers_Stands() =>
        Assert.Multiple(() =>
        {
            Assert.That((Reported() with { SeriousDanger = true }).Keys(), Does.Not.Contain("R13"), "only stated, not assessed");
            Assert.That((Reported() with { SickLeave = true }).Keys(), Does.Contain("R13"));
            Assert.That((Reported() with { Police = [Police(PoliceStatus.Reported, Day(1))] }).Keys(), Does.Contain("R13"));
            Assert.That((Reported() with { Police = [Police(PoliceStatus.Reported, Day(1)), Police(PoliceStatus.NotOpened, Day(9))] }).Keys(), Does.Not.Contain("R13"));
        });

    [Test]
    public void R14_AfterTheReport_AsksEvery30DaysAndTellsTheRepresentativeAfterTwo()
    {
        var plan = (Reported() with { Police = [Police(PoliceStatus.Reported, Submitted)] }).Plan("R14");

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt, Is.EqualTo(Day(30)));
            Assert.That(plan.Said().Take(4), Is.EqualTo(new[] { "Manager 03-06 10:00", "NextManager 04-05 10:00", "SafetyRepresentative 04-05 10:00", "Manager 04-05 10:00" }));
        });
    }

    [Test]
    public void R14_OnceOpened_AsksEvery90Days()
    {
        var plans = (Reported() with { Police = [Police(PoliceStatus.Reported, Day(0)), Police(PoliceStatus.Opened, Day(20))] }).Plans().Where(p => p.Rule == "R14").ToList();

        Assert.Multiple(() =>
        {
            Assert.That(plans.Select(p => p.DoneAt), Is.EquivalentTo(new DateTimeOffset?[] { Day(20), null }));
            Assert.That(plans.Single(p => p.DoneAt is null).DueAt, Is.EqualTo(Day(110)));
        });
    }

    [TestCase(PoliceStatus.NotOpened)]
    [TestCase(PoliceStatus.Discontinued)]
    [TestCase(PoliceStatus.NoProsecution)]
    [TestCase(PoliceStatus.Final)]
    public void R14_AtAnEnd_StandsNoMore(PoliceStatus end) =>
        Assert.That(
            (Reported() with { Police = [Police(PoliceStatus.Reported, Day(0)), Police(end, Day(20))] }).Plans().Where(p => p.Rule == "R14").Select(p => p.DoneAt),
            Is.EqualTo(new DateTimeOffset?[] { Day(20) }));

    [TestCase(PoliceStatus.NotOpened)]
    [TestCase(PoliceStatus.Discontinued)]
    [TestCase(PoliceStatus.NoProsecution)]
    public void R15_AtANo_TellsTheExposedPersonThreeTimes(PoliceStatus status) =>
        Assert.That(
            (Reported() with { Police = [Police(PoliceStatus.Reported, Day(0)), Police(status, Day(2))] }).Plan("R15").Said(),
            Is.EqualTo(new[] { "Exposed 02-06 10:00", "Exposed 02-13 10:00", "Exposed 02-20 10:00" }));

    [Test]
    public void R15_WithReviewRequested_SaysNoMore() =>
        Assert.That(
            (Reported() with { Police = [Police(PoliceStatus.NotOpened, Day(2)), Police(PoliceStatus.ReviewRequested, Day(4))] }).Plan("R15").Said(),
            Is.EqualTo(new[] { "Exposed 02-06 10:00" }));

    [Test]
    public void R16_WithADate_PreparesAndFollowsTheTrial() =>
        Assert.That(
            (Reported() with { Police = [Police(PoliceStatus.TrialScheduled, Day(2), trialOn: new(2026, 4, 15))] }).Plan("R16").Said(),
            Is.EqualTo(new[]
            {
                "Exposed 04-01 06:00", "Manager 04-01 06:00", "Exposed 04-08 06:00", "Manager 04-08 06:00",
                "Exposed 04-14 06:00", "Manager 04-14 06:00", "Exposed 04-17 06:00", "Manager 04-17 06:00",
            }));

    [Test]
    public void R16_WithoutADate_SpeaksAtTheEvent() =>
        Assert.That(
            (Reported() with { Police = [Police(PoliceStatus.TrialScheduled, Day(2))] }).Plan("R16").Said(),
            Is.EqualTo(new[] { "Exposed 02-06 10:00", "Manager 02-06 10:00" }));

    [Test]
    public void R16_OfATrialWithItsJudgment_StillAsksAfterwards() =>
        Assert.That(
            (Reported() with { Police = [Police(PoliceStatus.TrialScheduled, Day(2), trialOn: new(2026, 4, 15)), Police(PoliceStatus.Convicted, Local("2026-04-15T15:00+02:00"))] })
                .Plan("R16").Said()[^1],
            Is.EqualTo("Manager 04-17 06:00"));

    [Test]
    public void R18_ForEachNo_WaitsLongerAndIsDoneByTheNextOffer()
    {
        var first = Offer("psychologist", Day(1), "declined", Day(1));
        var second = Offer("psychologist", Day(11), "later", Day(11));
        var facts = Reported() with { Offers = [first, second] };

        Assert.Multiple(() =>
        {
            Assert.That(facts.Plan($"R18:{first.Id}").DueAt, Is.EqualTo(Day(11)));
            Assert.That(facts.Plan($"R18:{first.Id}").DoneAt, Is.EqualTo(Day(11)));
            Assert.That(facts.Plan($"R18:{second.Id}").DueAt, Is.EqualTo(Day(46)));
            Assert.That(facts.Plan($"R18:{second.Id}").DoneAt, Is.Null);
        });
    }

    [Test]
    public void R18_AfterTheThirdNo_Rests() =>
        Assert.That(
            (Reported() with { Offers = [.. Enumerable.Range(1, 5).Select(i => Offer("psychologist", Day(i), "declined", Day(i)))] }).Plans().Count(p => p.Rule == "R18"),
            Is.EqualTo(3));

    [Test]
    public void R19_OfAnAction_RemindsTheOwnerThenTheManagersAbove()
    {
        var action = Action(Day(1), dueOn: new(2026, 3, 10));
        var plan = (Reported() with { Actions = [action] }).Plan("R19");

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt, Is.EqualTo(Local("2026-03-10T23:59+01:00")));
            Assert.That(plan.Owner, Is.EqualTo(action.Owner));
            Assert.That(
                plan.Said(),
                Is.EqualTo(new[] { "Owner 03-07 06:00", "Owner 03-10 06:00", "Manager 03-13 06:00", "Owner 03-13 06:00", "NextManager 03-17 06:00" }));
        });
    }

    [Test]
    public void R19_OfADoneOrCancelledAction_IsOver() =>
        Assert.Multiple(() =>
        {
            Assert.That((Reported() with { Actions = [Action(Day(1), new(2026, 3, 10), doneAt: Day(5))] }).Plan("R19").DoneAt, Is.EqualTo(Day(5)));
            Assert.That((Reported() with { Actions = [Action(Day(1), new(2026, 3, 10), cancelledAt: Day(5))] }).Plan("R19").CancelledAt, Is.EqualTo(Day(5)));
        });

    [Test]
    public void R20_OfADoneAction_AsksForItsEffectAfter90Days()
    {
        var open = (Reported() with { Actions = [Action(Day(1), doneAt: Day(5))] }).Plan("R20");

        Assert.Multiple(() =>
        {
            Assert.That(open.DueAt, Is.EqualTo(Day(95)));
            Assert.That(open.Steps.Select(s => s.To), Is.EquivalentTo(new[] { Party.Owner, Party.SafetyRepresentative }));
            Assert.That((Reported() with { Actions = [Action(Day(1), doneAt: Day(5), checkedAt: Day(80))] }).Plan("R20").DoneAt, Is.EqualTo(Day(80)));
        });
    }

    [Test]
    public void R22_OfWhatExpires_TellsTheExposedPersonAndTheCoordinator() =>
        Assert.That(
            (Reported() with { Offers = [Offer("personal_alarm", Day(1), "accepted", Day(1), expiresOn: new(2026, 8, 1))] }).Plan("R22").Said(),
            Is.EqualTo(new[] { "Exposed 06-02 06:00", "Coordinator 06-02 06:00", "Exposed 07-18 06:00", "Coordinator 07-18 06:00" }));

    [Test]
    public void R23_OfARequest_RemindsDailyAndEscalatesOnTheDate()
    {
        var plan = ObligationEngine.PlanMeasureRequest(new(Guid.CreateVersion7(), Submitted, new(2026, 3, 10), null, null), Policy, WorkCalendar.Sweden);

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt, Is.EqualTo(Local("2026-03-10T23:59+01:00")));
            Assert.That(
                plan.Said().Take(6),
                Is.EqualTo(new[] { "Manager 03-08 06:00", "Manager 03-09 06:00", "NextManager 03-10 06:00", "Manager 03-10 06:00", "Manager 03-11 06:00", "Manager 03-12 06:00" }));
            Assert.That(plan.Steps.Select(s => s.Immediate), Is.All.True);
        });
    }

    [Test]
    public void R24_OfANoticeToTheAuthority_ReportsSilenceAfterThreeWeeks()
    {
        var sent = Notice("av_33a", "sent", Day(1));

        Assert.Multiple(() =>
        {
            Assert.That((Reported() with { Notifications = [sent] }).Plan("R24").DueAt, Is.EqualTo(Day(22)));
            Assert.That((Reported() with { Notifications = [sent, Notice("av_33a", "answered", Day(9))] }).Plan("R24").Steps, Is.Empty);
            Assert.That((Reported() with { Notifications = [Notice("av_33a", "required", Day(1))] }).Keys(), Does.Not.Contain("R24"));
        });
    }

    [Test]
    public void R25_OfADecisionNotToReport_ComesBackOnItsDate()
    {
        var decided = Police(PoliceStatus.DecidedNot, Day(1), reviewOn: new(2026, 3, 20));
        var plan = (Reported() with { Police = [decided] }).Plan("R25");

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt, Is.EqualTo(Local("2026-03-20T23:59+01:00")));
            Assert.That(plan.Said(), Is.EqualTo(new[] { "Exposed 03-20 06:00", "Manager 03-20 06:00" }));
            Assert.That((Reported() with { Police = [decided, Police(PoliceStatus.Reported, Day(4))] }).Plan("R25").DoneAt, Is.EqualTo(Day(4)));
        });
    }

    [Test]
    public void R26_OfAUnit_IsDueAYearAfterTheReview() =>
        Assert.That(
            ObligationEngine.PlanUnitRoutine(new(new(2026, 2, 4), null), Policy, WorkCalendar.Sweden).DueAt,
            Is.EqualTo(Local("2027-02-04T23:59+01:00")));
}
