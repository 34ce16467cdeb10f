using FsCheck;
using FsCheck.Fluent;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using static IncidentReporting.Domain.Tests.Obligations.Facts;

namespace IncidentReporting.Domain.Tests.Obligations;

public sealed class ObligationEngineTests
{
    private static readonly string[] OutliveClosing = ["R13", "R14", "R15", "R16", "R20", "R21", "R22", "R24", "R25"];

    [Test]
    public void Closing_OfACase_CancelsAllButWhatOutlivesIt()
    {
        var plans = (Busy() with { State = IncidentState.Closed, ClosedAt = Day(20) }).Plans().Where(p => p.DoneAt is null).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(plans.Where(p => p.CancelledAt is null).Select(p => p.Rule).Distinct(), Is.SubsetOf(OutliveClosing));
            Assert.That(plans.Where(p => p.CancelledAt == Day(20)).Select(p => p.Rule), Does.Contain("R11").And.Contain("R17").And.Contain("R19"));
            Assert.That(plans.Where(p => p.CancelledAt is null).Select(p => p.Rule), Does.Contain("R13").And.Contain("R14").And.Contain("R20").And.Contain("R22").And.Contain("R24"));
        });
    }

    [Test]
    public void Reopening_OfACase_BringsBackWhatWasOpen() =>
        Assert.That((Busy() with { State = IncidentState.Reopened }).Plan("R11").CancelledAt, Is.Null);

    [TestCase(IncidentState.Withdrawn, true, true)]
    [TestCase(IncidentState.Withdrawn, false, false)]
    [TestCase(IncidentState.Duplicate, true, false)]
    [TestCase(IncidentState.OutOfScope, true, false)]
    [TestCase(IncidentState.Transferred, true, false)]
    public void Ending_OfACase_LeavesOnlyAStatedDangerToAssess(IncidentState state, bool danger, bool r3Stands)
    {
        var open = (Busy() with { State = state, SeriousDanger = danger, AssessedAt = null, EndedAt = Day(20) }).Plans()
            .Where(p => p.DoneAt is null && p.CancelledAt is null).Select(p => p.Rule);

        Assert.That(open, Is.EqualTo(r3Stands ? new[] { "R3" } : []));
    }

    [Test]
    public void Policy_ShortenedToSeconds_CountsFromTheClockStart()
    {
        var policy = new FollowUpPolicy([.. Policy.Rules.Select(r => r.Rule != "R1" ? r : r with
        {
            Due = IsoDuration.Parse("PT4S"), RemindAt = [IsoDuration.Parse("PT2S"), IsoDuration.Parse("PT9S")],
            EscalateAt = IsoDuration.Parse("PT6S"), Calendar = RuleCalendar.None,
        })], quietHours: null, Policy.DigestAt);

        var plan = Reported().At("2026-02-04T23:00+01:00").Plan("R1", policy);

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt - plan.ClockStart, Is.EqualTo(TimeSpan.FromSeconds(4)));
            Assert.That(
                plan.Steps.Select(s => (s.Key, (s.At - plan.ClockStart).TotalSeconds)),
                Is.EquivalentTo(new[] { ("remind:1", 2.0), ("remind:2", 6.0), ("deputy", 6.0), ("escalate:next_manager", 6.0), ("escalate:rep", 6.0) }),
                "a step later than the escalation is sent with it");
        });
    }

    [TestCase("2026-02-04T10:00+01:00")]
    [TestCase("2026-02-04T23:00+01:00")]
    public void SameDayRule_WithOnlyDueShortened_IsDueThen(string submitted)
    {
        var policy = Policy.With(Policy["R1"] with { Due = IsoDuration.Parse("PT4S") });
        var plan = Reported().At(submitted).Plan("R1", policy);

        Assert.That(plan.DueAt - plan.ClockStart, Is.EqualTo(TimeSpan.FromSeconds(4)));
    }

    [Test]
    public void Rule_WithARepeat_IsSpokenOfUntilDone()
    {
        var policy = Policy.With(Policy["R10"] with { RepeatEvery = IsoDuration.Days(7) });

        Assert.That(Reported().Plan("R10", policy).Said(), Does.Contain("Manager 02-25 10:00").And.Contain("Manager 03-04 10:00"));
    }

    [Test]
    public void Keys_OfACase_AreUnique_AndSoAreTheStepsOfADuty() =>
        Assert.Multiple(() =>
        {
            Assert.That(Busy().Plans().Select(p => p.Key), Is.Unique);
            Assert.That(Busy().Plans(), Is.All.Matches<ObligationPlan>(p => p.Steps.Select(s => s.Key).Distinct().Count() == p.Steps.Count));
        });

    [Test]
    public void Plan_OfTheSameFactsInAnyOrder_IsTheSame() =>
        Prop.ForAll(AnyFacts(), facts =>
        {
            var other = facts with
            {
                Offers = [.. facts.Offers.Reverse()],
                Actions = [.. facts.Actions.Reverse()],
                FollowUps = [.. facts.FollowUps.Reverse()],
            };
            return Text(facts) == Text(other);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Plan_OfAnyFacts_SaysNothingAfterItsEnd() =>
        Prop.ForAll(AnyFacts(), facts => facts.Plans().All(p => (p.DoneAt ?? p.CancelledAt) is not { } end || p.Steps.All(s => s.At < end)))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Plan_OfAnyFacts_KeepsQuietHoursAndUtc() =>
        Prop.ForAll(AnyFacts(), facts => facts.Plans().All(p =>
            p.DueAt.Offset == TimeSpan.Zero
            && p.Steps.All(s => s.At.Offset == TimeSpan.Zero)
            && ((facts.SeriousDanger && p.Rule is "R1" or "R3")
                || p.Steps.All(s => !Policy.QuietHours!.Holds(TimeOnly.FromDateTime(WorkCalendar.Sweden.Local(s.At)))))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Plan_OfAnyFacts_StepsInOrderOfTime() =>
        Prop.ForAll(AnyFacts(), facts => facts.Plans().All(p => p.Steps.Zip(p.Steps.Skip(1)).All(pair => pair.First.At <= pair.Second.At)))
            .QuickCheckThrowOnFailure();

    private static string Text(CaseFacts facts) =>
        string.Join('\n', facts.Plans().Select(p => $"{p with { Steps = [] }} {string.Join(';', p.Steps)}"));

    private static CaseFacts Busy() => Reported("threat_direct.death", "online_attack.doxxing") with
    {
        State = IncidentState.FollowUp,
        SeriousDanger = true,
        AcknowledgedAt = Day(0, 1),
        AssessedAt = Day(0, 2),
        AvDuty = "yes",
        InjuryKnownAt = Day(1),
        Police = [Police(PoliceStatus.DecidedNot, Day(1), new(2026, 4, 1)), Police(PoliceStatus.Reported, Day(2))],
        Notifications = [Notice("av_33a", "sent", Day(0, 3))],
        Offers = [Offer("psychologist", Day(1), "declined", Day(2)), Offer("personal_alarm", Day(1), "accepted", Day(2), expiresOn: new(2026, 9, 1))],
        Actions = [Action(Day(3), dueOn: new(2026, 4, 20)), Action(Day(3), doneAt: Day(5))],
    };

    private static Arbitrary<CaseFacts> AnyFacts()
    {
        var hours = Gen.Choose(0, 24 * 200);
        var kinds = Gen.Elements("threat_veiled", "threat_direct.death", "online_attack.exposed", "physical_violence.hit_kick");
        var offer = from h in hours
                    from answer in Gen.Elements("accepted", "declined", "later", null)
                    from measure in Gen.Elements("psychologist", "relieving_talk", "manager_contact")
                    select Offer(measure, Submitted.AddHours(h), answer, answer is null ? null : Submitted.AddHours(h + 5), h % 3 == 0 ? Submitted.AddHours(h + 9) : null, h % 5 == 0 ? new DateOnly(2026, 9, 1) : null);
        var action = from h in hours
                     select Action(
            Submitted.AddHours(h), h % 2 == 0 ? new DateOnly(2026, 3, 1).AddDays(h % 90) : null, h % 3 == 0 ? Submitted.AddHours(h + 50) : null, h % 7 == 0 ? Submitted.AddHours(h + 60) : null);
        var gen = from kind in kinds
                  from submitted in hours
                  from offers in offer.ListOf(4)
                  from actions in action.ListOf(4)
                  from danger in Gen.Elements(true, false)
                  from acknowledged in Gen.Elements(true, false)
                  from closed in hours
                  from isClosed in Gen.Elements(true, false)
                  select Reported(kind) with
                  {
                      SubmittedAt = Submitted.AddHours(submitted % 48),
                      AwareAt = Submitted.AddHours(submitted % 48),
                      SeriousDanger = danger,
                      AcknowledgedAt = acknowledged ? Submitted.AddHours((submitted % 48) + 3) : null,
                      Offers = [.. offers],
                      Actions = [.. actions],
                      Police = [Police(PoliceStatus.Reported, Submitted.AddHours(60)), Police(PoliceStatus.NotOpened, Submitted.AddHours(300))],
                      FollowUps = [new(Guid.CreateVersion7(), "R9", 10, danger ? Day(9) : null), new(Guid.CreateVersion7(), "R13", 180, null)],
                      ClosedAt = isClosed ? Submitted.AddHours(100 + closed) : null,
                  };
        return gen.ToArbitrary();
    }
}
