using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using static IncidentReporting.Domain.Tests.Incidents.AnIncident;

namespace IncidentReporting.Domain.Tests.Incidents;

public sealed class ReportingTests
{
    private static readonly UserId Former = new(Guid.CreateVersion7(Start));

    // A report with a wording in every field, so that each can be corrected; a new field without an entry here fails the test.
    private static readonly ReportContent Before = new()
    {
        Kinds = CodeSet.Of(["threat_veiled"]),
        OccurredAt = Start.AddHours(-3),
        OccurredPrecision = "about",
        SafeNow = "unsure",
        Description = Text("before"),
        Channels = CodeSet.Of(["phone"]),
        Platform = Text("before"),
        Place = "before",
        Situations = CodeSet.Of(["before"]),
        OnDutyState = "before",
        CounterpartRelation = "before",
        CounterpartCount = "before",
        CounterpartRepeat = "before",
        CounterpartAge = "before",
        CounterpartIdentity = Text("before"),
        CounterpartIdentityGround = "before",
        CounterpartUserId = Former,
        Consequences = CodeSet.Of(["before"]),
        PerceivedSeverity = 1,
        HateMotives = CodeSet.Of(["before"]),
        WishedSupport = CodeSet.Of(["before"]),
        WishedContactBy = "before",
        WishesText = Text("before"),
        BypassManager = true,
        ProtectedIdentity = true,
        CampaignId = Former.Value,
    };

    private static readonly ReportContent After = new()
    {
        Kinds = CodeSet.Of(["threat_direct"]),
        OccurredAt = Start.AddHours(-2),
        OccurredPrecision = "exact",
        SafeNow = "yes",
    };

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public void NameExposed_WithAnother_TellsOfHerWhereTheCaseIsReported(bool isReported, int told)
    {
        var incident = isReported ? Submitted() : Draft();
        incident.It.TakeEvents();

        incident.It.NameExposed([new NamedExposed(Anna, "direct", null), new NamedExposed(Former, "direct", null)], incident.By(Colleague, CaseRole.Reporter));

        Assert.That(incident.It.Events.Count(happened => happened.What == "exposed_added"), Is.EqualTo(told));
    }

    [TestCaseSource(nameof(Fields))]
    public void Correct_AfterSubmission_KeepsTheEarlierWordingOfTheField(string name)
    {
        var field = ReportFields.All.Single(field => field.Name == name);
        var incident = Submitted(Before);
        Assert.That(field.Read(After), Is.Not.EqualTo(field.Read(Before)), "The two reports differ in every field.");

        incident.It.Correct(After, incident.ByExposed(Anna));

        var kept = incident.It.Corrections.Single(correction => correction.Field == name);
        Assert.That((kept.Before?.Value, kept.By, kept.At), Is.EqualTo((field.Wording(Before), Anna, incident.Now)));
        Assert.That(incident.It.Events.Single(happened => happened.What == "corrected" && happened.Group == field.Group).Fields!.Split(','), Does.Contain(name));
    }

    [Test]
    public void ReportFields_OfTheReport_AreAllThere() =>
        Assert.That(ReportFields.All, Has.Count.EqualTo(typeof(ReportContent).GetProperties().Count(property => property.CanWrite)));

    [Test]
    public void Correct_OfDraft_KeepsNothing()
    {
        var draft = Draft();
        draft.It.Correct(After, draft.ByReporter());

        Assert.That((draft.It.Corrections.Count, draft.It.Report), Is.EqualTo((0, After)));
    }

    [Test]
    public void Correct_WithoutChange_TellsNothing()
    {
        var incident = Submitted();
        incident.It.TakeEvents();
        incident.It.Correct(incident.It.Report with { Kinds = CodeSet.Of(incident.It.Report.Kinds) }, incident.ByReporter());

        Assert.That((incident.It.Events.Count, incident.It.Corrections.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Correct_TakingAwayWhatIsRequired_IsRefused()
    {
        var incident = Submitted();

        Assert.That(() => incident.It.Correct(incident.It.Report with { SafeNow = null }, incident.ByReporter()), Refused.By(IncidentRules.ReportComplete));
    }

    [Test]
    public void NameExposed_AfterSubmission_AddsAndDescribesButTakesNobodyAway()
    {
        var incident = Submitted(null, new NamedExposed(Anna, "direct", null), new NamedExposed(null, "team", null));
        incident.It.NameExposed(
            [new NamedExposed(Anna, "relative", null), new NamedExposed(null, "team", null), new NamedExposed(Bo, "colleague", null)], incident.ByReporter());
        incident.It.NameExposed([new NamedExposed(Bo, "colleague", null)], incident.ByReporter());

        Assert.That(incident.It.Exposed.Select(exposed => (exposed.UserId, exposed.Role)), Is.EqualTo(new (UserId?, string)[] { (Anna, "relative"), (null, "team"), (Bo, "colleague") }));
    }

    [Test]
    public void NameExposed_OfDraft_ReplacesAll()
    {
        var draft = Draft();
        draft.It.NameExposed([new NamedExposed(Bo, "direct", null)], draft.ByReporter());

        Assert.That(draft.It.Exposed.Single().UserId, Is.EqualTo(Bo));
    }

    [Test]
    public void TakeOver_ByExposedPersonOfColleaguesReport_Holds()
    {
        var incident = Submitted();
        incident.It.TakeOver(incident.ByExposed(Anna));

        Assert.That(incident.It.TakenOver, Is.True);
    }

    [Test]
    public void TakeOver_ByAnyoneElse_IsRefused()
    {
        var own = Submitted(null, new NamedExposed(Colleague, "direct", null));

        Assert.That(() => own.It.TakeOver(own.ByExposed(Colleague)), Refused.By(IncidentRules.OnlyExposedTakesOver));
        Assert.That(() => own.It.TakeOver(own.ByExposed(Bo)), Refused.By(IncidentRules.OnlyExposedTakesOver));
    }

    [Test]
    public void Influence_ByExposedPerson_IsHersToChangeAndErase()
    {
        var incident = Submitted(null, new NamedExposed(Anna, "direct", null), new NamedExposed(Bo, "direct", null));
        incident.It.NoteInfluence("influence", CodeSet.Of(["hesitated"]), "lvu", incident.ByExposed(Anna));
        incident.It.NoteInfluence("avenge", CodeSet.Of(["delayed"]), null, incident.ByExposed(Anna));
        incident.It.NoteInfluence("unknown", CodeSet.Of(["none"]), null, incident.ByExposed(Bo));
        Assert.That(incident.It.Influences.Select(note => note.Purpose), Is.EqualTo(new[] { "avenge", "unknown" }));

        incident.It.EraseInfluence(incident.ByExposed(Anna));
        Assert.That(incident.It.Influences.Single().Purpose, Is.EqualTo("unknown"));
    }

    [Test]
    public void Influence_ByAnyoneElse_IsRefused()
    {
        var incident = Submitted();

        Assert.That(() => incident.It.NoteInfluence(null, CodeSet.Empty, null, incident.ByManager()), Refused.By(IncidentRules.InfluenceOfExposed));
        Assert.That(() => incident.It.EraseInfluence(incident.ByReporter()), Refused.By(IncidentRules.InfluenceOfExposed));
    }

    [TestCase("yes", "threat_veiled.gesture", false)]
    [TestCase("unsure", "threat_veiled.gesture", false)]
    [TestCase("no", "threat_veiled.gesture", true)]
    [TestCase("yes", "threat_direct.death", true)]
    [TestCase("yes", "physical_violence.hostage", true)]
    public void Withdrawn_Assess_IsPossibleOnlyWhereDangerWasStated(string safeNow, string kind, bool possible)
    {
        var incident = Submitted(Report with { SafeNow = safeNow, Kinds = CodeSet.Of([kind]) });
        incident.It.Withdraw(Text("mine"), incident.ByReporter());

        Assert.That(incident.It.Permits(CaseAction.Assess), Is.EqualTo(possible));
        Assert.That(() => incident.Assessed(), possible ? Throws.Nothing : Refused.By(IncidentRules.WithdrawnNeedsDanger));
        Assert.That((incident.It.State, incident.It.AssessedAt is not null), Is.EqualTo((IncidentState.Withdrawn, possible)));
    }

    [Test]
    public void Withdraw_WhileAClosureWaits_EndsTheWaiting()
    {
        var incident = Submitted().ReadyToClose().Proposed();
        incident.It.Withdraw(null, incident.ByReporter());

        Assert.That(incident.It.CurrentProposal, Is.Null);
    }

    [Test]
    public void MarkDuplicate_OfMainCase_KeepsEachExposedPersonInARowOfHerOwn()
    {
        var main = Submitted(null, new NamedExposed(Anna, "direct", "a"), new NamedExposed(null, "team", null));
        var duplicate = Submitted(null, new NamedExposed(Anna, "colleague", null), new NamedExposed(Bo, "direct", null), new NamedExposed(null, "team", null));

        duplicate.It.MarkDuplicateOf(main.It, duplicate.ByManager());

        Assert.That((duplicate.It.State, duplicate.It.DuplicateOf, duplicate.It.Exposed.Count), Is.EqualTo((IncidentState.Duplicate, main.It.Id, 3)));
        Assert.That(
            main.It.Exposed.Select(exposed => (exposed.UserId, exposed.Role)),
            Is.EqualTo(new (UserId?, string)[] { (Anna, "direct"), (null, "team"), (Bo, "direct"), (null, "team") }));
    }

    [Test]
    public void MarkDuplicate_OfItselfOrOfAnEndedCaseOrADraft_IsRefused()
    {
        var incident = Submitted();
        foreach (var main in new[] { incident, In(IncidentState.Withdrawn), In(IncidentState.Duplicate), Draft() })
        {
            Assert.That(() => incident.It.MarkDuplicateOf(main.It, incident.ByManager()), Refused.By(IncidentRules.NotDuplicateOfItself));
        }
    }

    [Test]
    public void Support_CompletedBeforeDelivered_IsRefusedAndNothingIsKept()
    {
        var incident = Submitted();
        var offer = incident.It.Offer(null, "relieving_talk", null, null, incident.ByManager());

        Assert.That(
            () => incident.It.RecordOffer(offer, "accepted", null, Start, incident.ByManager()), Refused.By(IncidentRules.OfferNotCompletedBeforeDelivered));
        Assert.That((offer.Answer, offer.CompletedAt), Is.EqualTo(((string?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public void Action_EffectBeforeDone_IsRefusedAndNothingIsKept()
    {
        var incident = Submitted();
        var action = incident.It.Plan(new ActionPlan("alarm", null, Staff, null, false, null), incident.ByManager());

        Assert.That(() => incident.It.RecordAction(action, ActionState.Started, "good", null, incident.ByManager()), Refused.By(IncidentRules.EffectAfterDone));
        Assert.That((action.State, action.Effect), Is.EqualTo((ActionState.Planned, (string?)null)));
    }

    private static IEnumerable<string> Fields => ReportFields.All.Select(one => one.Name);
}
