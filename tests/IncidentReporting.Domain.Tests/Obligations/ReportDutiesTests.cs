using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using static IncidentReporting.Domain.Tests.Obligations.Facts;

namespace IncidentReporting.Domain.Tests.Obligations;

public sealed class ReportDutiesTests
{
    [Test]
    public void Report_OfAThreat_SetsTheRulesOfSubmissionGoing() =>
        Assert.That(Reported().Keys(), Is.EqualTo(new[] { "R1", "R2", "R3", "R5", "R7", "R8", "R9", "R10", "R11", "R12", "R17" }));

    [Test]
    public void Report_OfAnOnlineAttack_AlsoAsksForEvidence() =>
        Assert.That(Reported("online_attack.doxxing").Keys(), Is.SupersetOf(new[] { "R4", "R21" }));

    [Test]
    public void Draft_OfAnyKind_HasNoDuties() => Assert.That((Reported() with { State = IncidentState.Draft }).Plans(), Is.Empty);

    [TestCase("2026-02-04T10:00+01:00", "2026-02-04T18:00+01:00", Description = "eight hours")]
    [TestCase("2026-02-04T18:00+01:00", "2026-02-04T23:59+01:00", Description = "the day ends first")]
    [TestCase("2026-02-04T22:00+01:00", "2026-02-05T09:00+01:00", Description = "at night")]
    [TestCase("2026-02-05T04:00+01:00", "2026-02-05T09:00+01:00", Description = "early in the morning")]
    public void R1_ByTheHourOfTheReport_IsDue(string submitted, string due) =>
        Assert.That(Reported().At(submitted).Plan("R1").DueAt, Is.EqualTo(Local(due)));

    [Test]
    public void R1_InTheDay_GoesFromManagerToDeputyToNextManagerAndRepresentative() =>
        Assert.That(
            Reported().Plan("R1").Said(),
            Is.EqualTo(new[] { "Manager 02-04 12:00", "Deputy 02-04 14:00", "NextManager 02-04 18:00", "SafetyRepresentative 02-04 18:00" }));

    [Test]
    public void R1_AtNight_WaitsForTheMorning() =>
        Assert.That(
            Reported().At("2026-02-04T21:00+01:00").Plan("R1").Said(),
            Is.EquivalentTo(new[] { "Manager 02-05 06:00", "Deputy 02-05 06:00", "NextManager 02-05 06:00", "SafetyRepresentative 02-05 06:00" }));

    [TestCase("R1", "Manager 02-04 23:00")]
    [TestCase("R3", "Manager 02-04 22:00")]
    public void SeriousDanger_AtNight_IsNotKeptQuiet(string rule, string first) =>
        Assert.That((Reported().At("2026-02-04T21:00+01:00") with { SeriousDanger = true }).Plan(rule).Said()[0], Is.EqualTo(first));

    [Test]
    public void SeriousDanger_AtNight_LeavesOtherRulesQuiet() =>
        Assert.That((Reported("physical_violence").At("2026-02-04T11:00+01:00") with { SeriousDanger = true }).Plan("R5").Said()[0], Is.EqualTo("Manager 02-05 06:00"));

    [Test]
    public void R1_Acknowledged_IsDoneAndSaysNoMore()
    {
        var plan = (Reported() with { AcknowledgedAt = Day(0, 3) }).Plan("R1");

        Assert.Multiple(() =>
        {
            Assert.That(plan.DoneAt, Is.EqualTo(Day(0, 3)));
            Assert.That(plan.Said(), Is.EqualTo(new[] { "Manager 02-04 12:00" }));
        });
    }

    [TestCase("immediate_safety")]
    [TestCase("escorted_home")]
    [TestCase("manager_contact")]
    public void R2_WhenSomeoneIsWithThePerson_IsDone(string measure) =>
        Assert.That((Reported() with { Offers = [Offer(measure, Day(0, 1))] }).Plan("R2").DoneAt, Is.EqualTo(Day(0, 1)));

    [Test]
    public void R2_OfAnyCase_SendsNoMail() => Assert.That(Reported().Plan("R2").Steps, Is.Empty);

    [Test]
    public void R3_FromAwareness_RemindsFourTimesAndEscalatesAtRed()
    {
        var plan = (Reported() with { AwareAt = Day(0, -2), SeriousDanger = true }).Plan("R3");

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt, Is.EqualTo(Day(0, 22)));
            Assert.That(
                plan.Said(),
                Is.EqualTo(new[]
                {
                    "Manager 02-04 09:00", "Manager 02-04 12:00", "Manager 02-04 20:00", "Manager 02-05 04:00",
                    "HeadSafetyRepresentative 02-05 08:00", "NextManager 02-05 08:00",
                }));
        });
    }

    [TestCase("no", null, true)]
    [TestCase("yes", null, false)]
    [TestCase("yes", "required", false)]
    [TestCase("yes", "sent", true)]
    [TestCase("unclear", "not_required", true)]
    [TestCase("unclear", "not_assessed", false)]
    public void R3_Assessed_IsDoneWhenTheAuthorityIsTold(string duty, string? status, bool done) =>
        Assert.That(
            (Reported() with
            {
                AssessedAt = Day(0, 1),
                AvDuty = duty,
                Notifications = status is null ? [] : [Notice("av_33a", status, Day(0, 2))],
            }).Plan("R3").DoneAt.HasValue,
            Is.EqualTo(done));

    [Test]
    public void R3_ToldButNotAssessed_Remains() =>
        Assert.That((Reported() with { Notifications = [Notice("av_33a", "sent", Day(0, 1))] }).Plan("R3").DoneAt, Is.Null);

    [Test]
    public void R3_ToldAndThenFoundRequiredAgain_Remains() =>
        Assert.That(
            (Reported() with
            {
                AssessedAt = Day(0),
                AvDuty = "yes",
                Notifications = [Notice("av_33a", "not_required", Day(0, 1)), Notice("av_33a", "required", Day(0, 2))],
            }).Plan("R3").DoneAt,
            Is.Null);

    [Test]
    public void R4_Online_RemindsExposedAndManagerAndTellsTheRepresentative() =>
        Assert.That(
            Reported("online_attack").Plan("R4").Said(),
            Is.EqualTo(new[]
            {
                "Exposed 02-04 10:00", "Manager 02-04 10:00", "Exposed 02-05 10:00", "Manager 02-05 10:00",
                "NextManager 02-06 10:00", "SafetyRepresentative 02-06 10:00",
            }));

    [Test]
    public void R4_WithEvidenceOrANoticeToThePlatform_IsDone() =>
        Assert.Multiple(() =>
        {
            Assert.That((Reported("online_attack") with { EvidenceSavedAt = Day(0, 1) }).Plan("R4").DoneAt, Is.EqualTo(Day(0, 1)));
            Assert.That((Reported("online_attack") with { Notifications = [Notice("platform_notice", "sent", Day(0, 2))] }).Plan("R4").DoneAt, Is.EqualTo(Day(0, 2)));
        });

    [TestCase("threat_veiled", 72)]
    [TestCase("other_violation.hate", 72)]
    [TestCase("threat_direct.death", 24)]
    [TestCase("physical_violence.bite_scratch", 24)]
    public void R5_ByKind_IsDue(string kind, int hours) => Assert.That(Reported(kind).Plan("R5").DueAt, Is.EqualTo(Submitted.AddHours(hours)));

    [TestCase("threat_veiled")]
    [TestCase("threat_direct.death")]
    public void R5_WithOnlyDueShortened_IsDueThen(string kind)
    {
        var policy = Policy.With(Policy["R5"] with { Due = IsoDuration.Parse("PT5S") });

        Assert.That(Reported(kind).Plan("R5", policy).DueAt, Is.EqualTo(Submitted.AddSeconds(5)));
    }

    [TestCase(PoliceStatus.Undecided, false)]
    [TestCase(PoliceStatus.DecidedReport, true)]
    [TestCase(PoliceStatus.DecidedNot, true)]
    [TestCase(PoliceStatus.Reported, true)]
    public void R5_WithADecision_IsDone(PoliceStatus status, bool done) =>
        Assert.That((Reported() with { Police = [Police(status, Day(1))] }).Plan("R5").DoneAt.HasValue, Is.EqualTo(done));

    [Test]
    public void R6_OfAnInjuryKnownOnFriday_IsDueOnMonday()
    {
        var plan = (Reported() with { InjuryKnownAt = Local("2026-02-06T15:00+01:00") }).Plan("R6");

        Assert.Multiple(() =>
        {
            Assert.That(plan.DueAt, Is.EqualTo(Local("2026-02-09T15:00+01:00")));
            Assert.That(plan.Said(), Is.EqualTo(new[] { "Manager 02-06 15:00", "Manager 02-09 15:00", "Coordinator 02-10 15:00", "NextManager 02-10 15:00" }));
        });
    }

    [Test]
    public void R6_WithTheInjuryReported_IsDone() =>
        Assert.That((Reported() with { InjuryKnownAt = Day(0), Notifications = [Notice("fk_injury", "sent", Day(1))] }).Plan("R6").DoneAt, Is.EqualTo(Day(1)));

    [Test]
    public void R17_OfAReport_RepeatsInformationToTheExposedPerson() =>
        Assert.That(Reported().Plan("R17").Said(), Is.EqualTo(new[] { "Exposed 02-07 10:00", "Exposed 02-14 10:00", "Exposed 03-11 10:00", "Exposed 05-05 10:00" }));

    [Test]
    public void R17_Declined_Stops() => Assert.That((Reported() with { InformationDeclined = true }).Plan("R17").Steps, Is.Empty);

    [Test]
    public void R21_OnlineAndUnreported_WarnsAfterThreeAndFiveMonths() =>
        Assert.That(
            Reported("online_attack").Plan("R21").Said(),
            Is.EqualTo(new[] { "Exposed 05-04 08:00", "Manager 05-04 08:00", "Exposed 07-04 08:00", "Manager 07-04 08:00" }));

    [TestCase(PoliceStatus.Reported, true)]
    [TestCase(PoliceStatus.DecidedReport, false)]
    [TestCase(PoliceStatus.DecidedNot, false)]
    public void R21_ByPolice_IsDoneWhenReported(PoliceStatus status, bool done) =>
        Assert.That((Reported("online_attack") with { Police = [Police(status, Day(1))] }).Plan("R21").DoneAt.HasValue, Is.EqualTo(done));
}
