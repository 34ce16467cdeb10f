using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.HandOver;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Application.Incidents.RecordTakedown;
using IncidentReporting.Application.Incidents.RequestTakedown;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.SubjectAccess;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>A person gets what is held about her, and nothing of anybody else.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SubjectAccessTests() : RetentionFixture(DatabaseProvider.Sqlite)
{
    private IncidentId _case;

    [SetUp]
    public async Task EndAsync() => _case = await World.EndedCaseAsync();

    [Test]
    public async Task ExposedPerson_GetsHerCaseAndWhoReadIt()
    {
        var data = await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new GetMyDataQuery());

        var told = data.Cases.Single();
        Assert.Multiple(() =>
        {
            Assert.That(data.Account.Name, Is.EqualTo("Utsattnamn"));
            Assert.That(data.Roles.Select(role => role.Role), Is.EqualTo(new[] { Role.Employee }));
            Assert.That((told.Id, string.Join(' ', told.Parts)), Is.EqualTo((_case, "exposed")));
            Assert.That(told.Case!.Description.Value!.Value, Is.EqualTo("Markörtext beskrivning"));
            Assert.That(told.Case.Influence.Value!.Purpose, Is.EqualTo("influence"));
            Assert.That(told.Case.Support.Ratings.Value, Has.Count.EqualTo(1));
            Assert.That(data.Mails, Is.Not.Empty);
            Assert.That(data.Correct.Path, Is.EqualTo("/api/v1/incidents/{id}"));
        });
    }

    [Test]
    public async Task NoName_OfAnybodyElse_IsInTheAnswer()
    {
        foreach (var person in (Person[])[World.Cases.Exposed, World.Cases.Colleague, World.Cases.Manager])
        {
            var json = JsonSerializer.Serialize(await World.Cases.Service.SendAsync(person.Id, new GetMyDataQuery()), Json.Options);
            foreach (var other in World.Cases.Employer.People.Where(other => other.Id != person.Id))
            {
                Assert.That(json, Does.Not.Contain(other.Name).And.Not.Contain(other.Id.Value.ToString()), $"{other.Name} in what {person.Name} gets");
            }

            Assert.That(json, Does.Not.Contain("motpart"), "who the counterpart is");
        }
    }

    [Test]
    public async Task Evidence_SentByAnotherPerson_IsGivenWithoutWhoCapturedOrPublishedIt()
    {
        var cases = World.Cases;
        var incident = CaseService.Of(await cases.ReportAsync(cases.Colleague, cases.Report(cases.Exposed)));
        AttachCommand Told(AttachCommand command) => command with
        {
            CapturedBy = CaseService.Text("Utomstående filmade"),
            WitnessOfCapture = CaseService.Text("Ombudsnamn såg på"),
            AccountHandle = CaseService.Text("@Samordnarnamn"),
        };
        await cases.AttachAsync(cases.Manager.Id, incident, [1], told: Told);
        await cases.AttachAsync(cases.Exposed.Id, incident, [2], told: command => command with { CapturedBy = CaseService.Text("Jag själv") });
        var asked = await cases.Service.SendAsync(
            cases.Manager.Id, new RequestTakedownCommand(incident, AttachmentId: null, CaseService.Text("Forumet"), Url: null, At: null, Reference: null));
        await cases.Service.SendAsync(
            cases.Manager.Id, new RecordTakedownCommand(incident, asked.Takedowns.Value![0].Id, "refused", At: null, CaseService.Text("Administratörsnamn svarade")));

        var data = await cases.Service.SendAsync(cases.Exposed.Id, new GetMyDataQuery());

        var told = data.Cases.Single(one => one.Id == incident.Id).Case!;
        var json = JsonSerializer.Serialize(data, Json.Options);
        Assert.Multiple(() =>
        {
            Assert.That(cases.Employer.People.Where(other => other.Id != cases.Exposed.Id && json.Contains(other.Name, StringComparison.Ordinal)), Is.Empty);
            Assert.That(told.Attachments.Value!.Select(file => file.CapturedBy?.Value), Is.EqualTo(new[] { null, "Jag själv" }));
            Assert.That(told.Withheld, Is.SupersetOf((string[])["attachments.accountHandle", "attachments.capturedBy", "attachments.witnessOfCapture", "takedowns.note"]));
        });
    }

    [Test]
    public async Task CaseThatIsOnlyHandled_IsGivenByNumberAndWhatSheWrote_AndNobodyHasReadIt()
    {
        var cases = World.Cases;
        var made = await cases.ReportAsync(cases.Colleague, cases.Report(cases.Exposed));
        var incident = CaseService.Of(made);
        await cases.Service.SendAsync(cases.Manager.Id, new HandOverCommand(incident, cases.Coordinator.Id));
        await cases.Service.SendAsync(cases.Coordinator.Id, new AddNoteCommand(incident, CaseService.Text("Jag ringer på fredag."), "handlers"));
        await cases.Service.SendAsync(cases.Manager.Id, new AddNoteCommand(incident, CaseService.Text("En annans ord."), "handlers"));
        var before = await ReadingsAsync();

        var data = await cases.Service.SendAsync(cases.Coordinator.Id, new GetMyDataQuery());

        var told = data.Cases.Single();
        var after = await ReadingsAsync();
        Assert.Multiple(() =>
        {
            Assert.That((told.Id, told.Number, string.Join(' ', told.Parts)), Is.EqualTo((made.Id, made.Number, "handler")));
            Assert.That(told.Case, Is.Null);
            Assert.That(told.Written.Select(written => $"{written.What} {written.Text.Value}"), Is.EqualTo(new[] { "note Jag ringer på fredag." }));
            Assert.That(after, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Answer_ByTheOfficer_LeavesOutWhatIsShownToHerAloneAndSaysHowSheGetsIt()
    {
        var given = await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new GetUserDataQuery(World.Cases.Exposed.Id, "request_by_person"));
        var own = await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new GetMyDataQuery());

        var told = given.Cases.Single().Case!;
        Assert.Multiple(() =>
        {
            Assert.That((told.Influence.IsShown, told.Support.Ratings.IsShown), Is.EqualTo((false, false)));
            Assert.That(told.Withheld, Is.SupersetOf((string[])["influence", "support.ratings"]));
            Assert.That(JsonSerializer.Serialize(given, Json.Options), Does.Not.Contain("Markörtext betyg").And.Not.Contain("lvu"));
            Assert.That((given.HersAlone?.Path, own.HersAlone), Is.EqualTo(("/api/v1/me/data", (OwnPath?)null)));
        });
    }

    [Test]
    public async Task Reporter_WhoWasNotExposed_GetsWhatSheWroteAndNoMore()
    {
        var told = (await World.Cases.Service.SendAsync(World.Cases.Colleague.Id, new GetMyDataQuery())).Cases.Single();

        Assert.Multiple(() =>
        {
            Assert.That(told.Parts, Is.EqualTo(new[] { "reporter" }));
            Assert.That(told.Case!.Influence.IsShown || told.Case.Assessment.IsShown || told.Case.Police.IsShown, Is.False);
            Assert.That(told.Readings, Is.Empty);
            Assert.That(told.Written.Select(written => written.What), Is.EqualTo(new[] { "evidence" }));
        });
    }

    [Test]
    public async Task Answer_ByTheOfficer_NeedsAReasonAndIsSeenByThePerson()
    {
        var officer = World.Cases.Officer.Id;
        Assert.That(async () => await World.Cases.Service.SendAsync(officer, new GetUserDataQuery(World.Cases.Exposed.Id, Reason: null)), Throws.TypeOf<InvalidInputException>());
        Assert.That(async () => await World.Cases.Service.SendAsync(officer, new GetUserDataQuery(World.Cases.Exposed.Id, "nyfiken")), Throws.TypeOf<InvalidInputException>());
        Assert.That(
            async () => await World.Cases.Service.SendAsync(World.Cases.Manager.Id, new GetUserDataQuery(World.Cases.Exposed.Id, "request_by_person")), Throws.TypeOf<NotAllowedException>());

        var data = await World.Cases.Service.SendAsync(officer, new GetUserDataQuery(World.Cases.Exposed.Id, "request_by_person"));

        var reads = await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new ListReadsQuery(new CaseReference(_case, Number: null)));
        var logged = await World.WithAsync(db => db.Set<LogEntry>().AsNoTracking().SingleAsync(entry => entry.Action == "subject_access" && entry.IncidentId == null));
        Assert.Multiple(() =>
        {
            Assert.That(data.Cases.Single().Id, Is.EqualTo(_case));
            Assert.That(reads.Items.Where(item => item.What == "subject_access").Select(item => item.By.Id), Is.EqualTo(new[] { officer }));
            Assert.That((logged.About, logged.Fields), Is.EqualTo(((Guid?)null, "reason=request_by_person")), "beside the reading of a case that hides who was hit");
        });
    }

    [Test]
    public async Task Answer_WithoutAnyCaseThatHides_IsLoggedWithWhomItWasAbout()
    {
        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new GetUserDataQuery(World.Cases.Manager.Id, "request_by_person"));

        var logged = await World.WithAsync(db => db.Set<LogEntry>().AsNoTracking().SingleAsync(entry => entry.Action == "subject_access"));
        Assert.That(logged.About, Is.EqualTo(World.Cases.Manager.Id.Value));
    }

    [Test]
    public async Task Officer_WhoIsKeptOut_LeavesTheCaseToAnotherAndSaysSo()
    {
        var officer = World.Cases.Officer.Id;
        await World.WithAsync(db => db.Set<Incident>().Where(row => row.Id == _case).ExecuteUpdateAsync(change => change.SetProperty(row => row.Report.CounterpartUserId, officer)));

        var given = await World.Cases.Service.SendAsync(officer, new GetUserDataQuery(World.Cases.Exposed.Id, "request_by_person"));
        var own = await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new GetMyDataQuery());

        Assert.Multiple(() =>
        {
            Assert.That((given.Cases.Count, given.LeftOut?.Count), Is.EqualTo((0, 1)));
            Assert.That(given.LeftOut?.Note, Does.Contain("1"));
            Assert.That((own.Cases.Count, own.LeftOut), Is.EqualTo((1, (LeftOutData?)null)));
        });
    }

    [Test]
    public async Task Case_WhoseKeyIsGone_IsLeftAwayAndTheRestGiven()
    {
        var other = await World.EndedCaseAsync();
        await World.WithAsync(async db =>
        {
            // As in a copy of the database from before an erasure.
            var stored = await db.Set<Incident>().Where(row => row.Id == _case).Select(row => EF.Property<byte[]>(row, SealColumns.Key)).SingleAsync();
            var shares = World.Cases.Service.Services.GetRequiredService<CaseShares>();
            var key = CaseKey.Parse(stored);
            shares.Destroy([(key.ShareFile, key.SharePlace)]);
            return 0;
        });

        var data = await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new GetMyDataQuery());

        Assert.That(data.Cases.Select(told => told.Id), Is.EqualTo(new[] { other }));
        Assert.That(() => JsonSerializer.Serialize(data, Json.Options), Throws.Nothing);
    }

    [Test]
    public async Task Draft_IsGivenToItsWriterOnly()
    {
        await World.Cases.ReportAsync(World.Cases.Exposed, World.Cases.Report(World.Cases.Exposed), draft: true);

        var own = await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new GetMyDataQuery());
        var given = await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new GetUserDataQuery(World.Cases.Exposed.Id, "request_by_person"));

        Assert.That((own.Cases.Count, given.Cases.Count), Is.EqualTo((2, 1)));
    }

    private Task<int> ReadingsAsync() => World.WithAsync(db => db.Set<LogEntry>().CountAsync(entry => entry.Group == "read"));
}
