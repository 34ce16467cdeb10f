using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Persistence;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IncidentPersistenceTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 14, 30, 0, 123, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Everything = new() { WriteIndented = true, ReferenceHandler = ReferenceHandler.IgnoreCycles };

    private static readonly UserId Victim = new(Guid.CreateVersion7(Start));
    private static readonly UserId Boss = new(Guid.CreateVersion7(Start));

    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task DeleteDatabase() => await _database.DisposeAsync();

    [Test]
    public async Task Incident_Saved_IsReadBackWhole()
    {
        var incident = await SaveAsync(ACase());

        Assert.That(Told(await ReadAsync(incident.Id)), Is.EqualTo(Told(incident)));
    }

    [TestCaseSource(nameof(Changes))]
    public async Task Incident_ChangedAfterLoading_IsReadBackWithTheChange(string change)
    {
        var id = (await SaveAsync(ACase())).Id;
        var (changed, before) = (default(Incident)!, string.Empty);
        await using (var db = _database.Open())
        {
            changed = await db.Set<Incident>().SingleAsync(incident => incident.Id == id);
            before = Told(changed);
            All[change](changed);
            changed.TakeEvents();
            await db.SaveChangesAsync();
        }

        var after = Told(await ReadAsync(id));
        Assert.That(after, Is.EqualTo(Told(changed)).And.Not.EqualTo(before));
    }

    [Test]
    public async Task Incident_ChangedOnAnOlderVersion_IsRefused()
    {
        var id = (await SaveAsync(ACase())).Id;
        await using var db = _database.Open();
        await using var other = _database.Open();
        var mine = await db.Set<Incident>().SingleAsync(incident => incident.Id == id);
        var theirs = await other.Set<Incident>().SingleAsync(incident => incident.Id == id);
        theirs.Write(Text("first"), "case", ByManager());
        theirs.TakeEvents();
        await other.SaveChangesAsync();

        mine.Write(Text("second"), "case", ByManager());
        mine.TakeEvents();

        Assert.That(async () => await db.SaveChangesAsync(), Throws.TypeOf<Application.Common.ChangedMeanwhileException>());
    }

    [Test]
    public async Task Number_UsedTwiceByOneEmployer_IsRefused()
    {
        var first = ACase();
        await SaveAsync(first);

        Assert.That(async () => await SaveAsync(ACase(first.EmployerId)), Throws.TypeOf<Application.Common.UniqueViolationException>());
    }

    [Test]
    public async Task Number_OfDrafts_MayBeMissingManyTimes()
    {
        var employer = new EmployerId(Guid.CreateVersion7(Start));
        await SaveAsync(ADraft(employer));
        await SaveAsync(ADraft(employer));

        await using var db = _database.Open();
        Assert.That(await db.Set<Incident>().CountAsync(incident => incident.EmployerId == employer && incident.Number == null), Is.EqualTo(2));
    }

    [Test]
    public async Task Incident_Removed_TakesEveryPartWithIt()
    {
        var id = (await SaveAsync(ACase())).Id;
        await using (var db = _database.Open())
        {
            db.Remove(await db.Set<Incident>().SingleAsync(incident => incident.Id == id));
            await db.SaveChangesAsync();
        }

        await using var after = _database.Open();
        Assert.That(await after.Set<ExposedPerson>().CountAsync() + await after.Set<CaseNote>().CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Lists_ReadWithoutParts_FilterByReportAndExposed()
    {
        var id = (await SaveAsync(ACase())).Id;
        await using var db = _database.Open();

        var found = await db.Set<Incident>()
            .Where(incident => incident.Report.SafeNow == "no" && incident.Exposed.Any(exposed => exposed.UserId == Victim))
            .Where(incident => incident.SubmittedAt >= Start && incident.Assessment == null)
            .Select(incident => new { incident.Id, incident.Report.Kinds })
            .ToListAsync();

        Assert.That(found.Single().Id, Is.EqualTo(id));
        Assert.That(found.Single().Kinds, Is.EqualTo(CodeSet.Of(["threat_direct.death", "online_attack.doxxing"])));
    }

    private static IEnumerable<string> Changes => All.Keys;

    private static readonly Dictionary<string, Action<Incident>> All = new(StringComparer.Ordinal)
    {
        ["exposed"] = it => it.NameExposed([new NamedExposed(null, "team", "treatment_staff")], By(Victim, CaseRole.Exposed)),
        ["exposed described"] = it => it.NameExposed([new NamedExposed(Victim, "indirect_witness", null)], By(Victim, CaseRole.Exposed)),
        ["sharing"] = it => it.Share(new Sharing(true, false, true), By(Victim, CaseRole.Exposed)),
        ["correction"] = it => it.Correct(it.Report with { Description = Text(new string('å', ReportContent.DescriptionLength)), Place = null }, By(Victim, CaseRole.Exposed)),
        ["acknowledged"] = it => it.Acknowledge(Text("I call you"), ByManager()),
        ["assessed"] = Assessed,
        ["assessed again"] = it =>
        {
            Assessed(it);
            it.Assess(new Assessment { Danger = "low", AvDuty = "no", AvReason = Text("found out") }, ByManager());
        },
        ["offer"] = it => it.Offer(it.Exposed[0].Id, "relieving_talk", Text("note"), new DateOnly(2027, 1, 2), ByManager()),
        ["offer answered"] = it =>
        {
            var offer = it.Offer(null, "relieving_talk", null, null, ByManager());
            it.RecordOffer(offer, "accepted", Start, Start.AddDays(1), ByManager());
        },
        ["rating"] = it => it.Rate("mostly", Text("comment"), By(Victim, CaseRole.Exposed)),
        ["police"] = it => it.RecordPolice(
            new PoliceReportStep
            {
                Status = PoliceStatus.DecidedNot,
                Source = "employer",
                Reasons = CodeSet.Of(["lack_of_evidence", "burden"]),
                ExposedAgrees = "not_asked",
                ReviewOn = new DateOnly(2026, 12, 20),
                Note = Text("note"),
                At = Start.AddHours(-1),
            },
            ByManager()),
        ["police corrected"] = it =>
        {
            var wrong = it.RecordPolice(new PoliceReportStep { Status = PoliceStatus.DecidedReport, Source = "employer" }, ByManager());
            it.RecordPolice(
                new PoliceReportStep
                {
                    Status = PoliceStatus.Reported,
                    Source = "police_letter",
                    ReportedBy = "both",
                    CaseNumber = Text("K-1"),
                    Corrects = wrong.Id,
                    TrialOn = new DateOnly(2027, 1, 1),
                },
                ByManager());
        },
        ["notice"] = it => it.Notify("av_33a", "sent", Start, Text("reason"), Text("ref"), ByManager()),
        ["action"] = it => it.RecordAction(
            it.Plan(new ActionPlan("alarm", Text("an alarm"), Boss, new DateOnly(2026, 12, 1), true, new DateOnly(2027, 12, 1)), ByManager()),
            ActionState.Done,
            "some",
            Text("reason"),
            ByManager()),
        ["action handed over"] = it => it.RecordAction(
            it.Plan(new ActionPlan("alarm", null, Boss, null, false, null), ByManager()), ActionState.HandedOver, null, null, ByManager()),
        ["follow-up"] = it =>
        {
            Assessed(it);
            it.SettleFollowUp(it.FollowUps.Single(followUp => followUp.Day == 35), Start, Text("talk"), true, false, ByManager());
        },
        ["long follow-ups"] = it =>
        {
            it.ScheduleLongFollowUps([new PlannedFollowUp("R13", 180, Start.AddDays(180))], Start);
            it.DeclineInformation(true, By(Victim, CaseRole.Exposed));
        },
        ["influence"] = it => it.NoteInfluence("influence", CodeSet.Of(["hesitated"]), "lvu", By(Victim, CaseRole.Exposed)),
        ["influence erased"] = it =>
        {
            it.NoteInfluence("influence", CodeSet.Of(["hesitated"]), "lvu", By(Victim, CaseRole.Exposed));
            it.EraseInfluence(By(Victim, CaseRole.Exposed));
        },
        ["note"] = it => it.Write(Text("note"), "handlers", ByManager()),
        ["attachment"] = it => it.Attach(
            Attachment.Receive(
                Guid.CreateVersion7(Start),
                new ReceivedFile(Text("bild.png"), "image/png", 12, new string('a', Attachment.Sha256Length), Text("nyckel"), IsToBeScanned: true),
                new EvidenceFacts("screenshot")
                {
                    CapturedAt = Start,
                    CapturedBy = Text("c"),
                    Url = Text("https://x.example"),
                    AccountHandle = Text("@a"),
                    Platform = Text("p"),
                    OriginalKeptWhere = Text("o"),
                    WitnessOfCapture = Text("w"),
                    Description = Text("d"),
                },
                ByManager()),
            By(Victim, CaseRole.Exposed)),
        ["takedown requested and answered"] = it =>
        {
            var takedown = it.RequestTakedown(new TakedownRequest(Text("p")) { Url = Text("https://x.example"), Reference = Text("r"), At = Start }, ByManager());
            it.RecordTakedown(takedown, "removed", Start, Text("n"), ByManager());
        },
        ["handed over"] = it => it.HandOver(Boss, ByManager()),
        ["closure proposed and objected"] = it =>
        {
            Assessed(it);
            it.ProposeClosure("transferred", Text("summary"), Text("receiver"), ByManager());
            it.AnswerClosure(false, Text("no"), By(Victim, CaseRole.Exposed));
        },
        ["closure settled"] = it =>
        {
            Assessed(it);
            it.ProposeClosure("out_of_scope", Text("summary"), null, ByManager());
            it.AnswerClosure(true, null, By(Victim, CaseRole.Exposed));
        },
        ["withdrawn"] = it => it.Withdraw(Text("reason"), By(Victim, CaseRole.Reporter)),
        ["taken over"] = it => it.TakeOver(By(Victim, CaseRole.Exposed)),
        ["duplicate"] = it => it.MarkDuplicateOf(ACase(it.EmployerId), ByManager()),
    };

    private static void Assessed(Incident incident)
    {
        incident.Acknowledge(Text("I call you"), ByManager());
        incident.Assess(
            new Assessment
            {
                Danger = "serious",
                AvDuty = "unclear",
                Injury = "unknown",
                Staffing = "alone",
                Alarm = "worked",
                RiskAssessedBefore = "yes",
                PoliceAssistance = "no",
                Circumstances = CodeSet.Of(["a", "b"]),
                Text = Text("text"),
            },
            ByManager());
    }

    private static Incident ADraft(EmployerId? employer = null)
    {
        var report = new ReportContent
        {
            Kinds = CodeSet.Of(["threat_direct.death", "online_attack.doxxing"]),
            OccurredAt = Start.AddHours(-2),
            OccurredPrecision = "about",
            SafeNow = "no",
            Description = Text("what happened"),
            Channels = CodeSet.Of(["phone"]),
            Platform = Text("a forum"),
            Place = "client_home",
            Situations = CodeSet.Of(["home_visit_planned"]),
            OnDutyState = "working",
            CounterpartRelation = "client",
            CounterpartCount = "one",
            CounterpartRepeat = "unknown",
            CounterpartAge = "adult",
            CounterpartIdentity = Text("someone"),
            CounterpartIdentityGround = "work_environment",
            CounterpartUserId = Boss,
            Consequences = CodeSet.Of(["fear_at_work"]),
            PerceivedSeverity = 3,
            HateMotives = CodeSet.Of(["profession"]),
            WishedSupport = CodeSet.Of(["relieving_talk"]),
            WishedContactBy = "manager",
            WishesText = Text("wish"),
            BypassManager = true,
            ProtectedIdentity = true,
            CampaignId = Guid.CreateVersion7(Start),
        };
        return Incident.Draft(
            employer ?? new EmployerId(Guid.CreateVersion7(Start)), new UnitId(Guid.CreateVersion7(Start)), report,
            [new NamedExposed(Victim, "direct", "social_secretary_authority")], By(Boss, CaseRole.Reporter));
    }

    private static Incident ACase(EmployerId? employer = null)
    {
        var incident = ADraft(employer);
        PlannedFollowUp[] followUps = [new("R9", 10, Start.AddDays(10)), new("R11", 35, Start.AddDays(35)), new("R12", 90, Start.AddDays(90))];
        incident.Submit(new Submission("2026-000123", Guid.CreateVersion7(Start), new UnitId(Guid.CreateVersion7(Start)), followUps), By(Boss, CaseRole.Reporter));
        incident.TakeEvents();
        return incident;
    }

    private async Task<Incident> SaveAsync(Incident incident)
    {
        await using var db = _database.Open();
        db.Add(incident);
        await db.SaveChangesAsync();
        return incident;
    }

    private async Task<Incident> ReadAsync(IncidentId id)
    {
        await using var db = _database.Open();
        return await db.Set<Incident>().SingleAsync(incident => incident.Id == id);
    }

    // Everything that can be read of a case, whatever is added to it later; parts in the order of their ids.
    private static string Told(Incident incident)
    {
        var told = JsonSerializer.SerializeToNode(incident, Everything)!.AsObject();
        told.Remove(nameof(Incident.Events));
        foreach (var (name, value) in told.ToArray())
        {
            if (value is JsonArray parts && parts.All(part => part is JsonObject about && about.ContainsKey("Id")))
            {
                told[name] = new JsonArray([.. parts.OrderBy(part => part!["Id"]!.ToString(), StringComparer.Ordinal).Select(part => part!.DeepClone())]);
            }
        }

        return told.ToJsonString(Everything);
    }

    private static Actor ByManager() => By(Boss, CaseRole.Manager);

    private static Actor By(UserId user, CaseRole role) => new(user, role, Start);

    private static CaseText Text(string text) => CaseText.From(text)!;
}
