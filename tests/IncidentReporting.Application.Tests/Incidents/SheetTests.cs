using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Assess;
using IncidentReporting.Application.Incidents.Acknowledge;
using IncidentReporting.Application.Incidents.Notify;
using IncidentReporting.Application.Incidents.PlanAction;
using IncidentReporting.Application.Incidents.RecordPoliceEvent;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.ShowSheet;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Incidents;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SheetTests
{
    private static readonly string[] All = ["police", "av_33a", "fk_injury", "us_ca_log"];

    private CaseService _cases = null!;

    [SetUp]
    public async Task StartAsync() => _cases = await CaseService.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [TestCaseSource(nameof(All))]
    public async Task Sheet_ForTheManager_HoldsWhatWasTold(string name)
    {
        var incident = await FullCaseAsync();

        var sheet = await ShowAsync(_cases.Manager, incident, name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheet.Sections, Is.Not.Empty);
            Assert.That(sheet.Title, Is.Not.Empty);
            Assert.That(sheet.Source, Is.Not.Empty);
            Assert.That(sheet.LeftOut, Is.Empty);
            Assert.That(Words(sheet), Does.Contain(CodeLists.IncidentKinds.Label("threat_direct.death", "sv")));
        }
    }

    [Test]
    public async Task PoliceSheet_ForTheManager_HoldsTheEvidenceTheHintsAndTheCounterpart()
    {
        var incident = await FullCaseAsync();

        var sheet = await ShowAsync(_cases.Manager, incident, "police");

        var words = Words(sheet);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(words, Does.Contain("märke-berättelse").And.Contain("märke-motpart").And.Contain("Utsattnamn"));
            Assert.That(words, Does.Contain("SHA-256 " + incident.Attachments.Value![0].Sha256));
            Assert.That(words, Does.Contain(OffenceHints.Reservation.Sv).And.Contain("4:5"));
            Assert.That(words, Does.Contain("märke-polisnummer"));
            Assert.That(sheet.Sections.Single(section => section.IsChecklist).Rows, Has.Count.EqualTo(6));
            Assert.That(sheet.Number, Is.EqualTo(incident.Number));
        }
    }

    [Test]
    public async Task PoliceSheet_ForTheCoordinator_IsWithoutWhatSheMayNotSeeAndNamesIt()
    {
        var incident = await FullCaseAsync();

        var sheet = await ShowAsync(_cases.Coordinator, incident, "police");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Words(sheet), Does.Not.Contain("märke-berättelse").And.Not.Contain("märke-motpart").And.Not.Contain("märke-fil"));
            Assert.That(Words(sheet), Does.Contain("märke-polisnummer"));
            Assert.That(sheet.LeftOut, Is.SupersetOf(new[] { "beskrivningen", "vem motparten är", "bevisen" }));
        }
    }

    [TestCaseSource(nameof(All))]
    public async Task Sheet_ForWhoMayReadButNotFile_IsRefused(string name)
    {
        var incident = await FullCaseAsync();

        using (Assert.EnterMultipleScope())
        {
            await Assert.ThatAsync(() => ShowAsync(_cases.Representative, incident, name), Throws.TypeOf<NotAllowedException>());
            await Assert.ThatAsync(() => ShowAsync(_cases.Colleague, incident, name), Throws.TypeOf<NotAllowedException>());
            await Assert.ThatAsync(() => ShowAsync(_cases.Outsider, incident, name), Throws.TypeOf<NotFoundException>());
        }
    }

    [Test]
    public async Task Sheet_OfAnUnknownKind_IsInvalid()
    {
        var incident = await FullCaseAsync();

        await Assert.ThatAsync(
            () => ShowAsync(_cases.Manager, incident, "danish"),
            Throws.TypeOf<InvalidInputException>().With.Property(nameof(InvalidInputException.Errors)).ContainKey("for"));
    }

    [Test]
    public async Task CaliforniaLog_OfACaseFullOfMarks_HoldsNoneOfThem()
    {
        var incident = await FullCaseAsync();

        var words = Words(await ShowAsync(_cases.Manager, incident, "us_ca_log"));

        string[] identifying =
        [
            "märke-", "Utsattnamn", "Kolleganamn", "Chefsnamn", "Ombudsnamn", "Samordnarnamn", "Enhetsnamn", "Arbetsgivarnamn", "@",
            incident.Number!, incident.Id.Value.ToString(), _cases.Exposed.Id.Value.ToString(), incident.Attachments.Value![0].Sha256,
        ];
        using (Assert.EnterMultipleScope())
        {
            foreach (var mark in identifying)
            {
                Assert.That(words, Does.Not.Contain(mark));
            }

            Assert.That(words, Does.Contain("Hot om våld"));
        }
    }

    [TestCaseSource(nameof(All))]
    public async Task Sheet_WithProtectedIdentity_HasAnAliasForEveryone(string name)
    {
        await _cases.Service.WithDbAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync(person => person.Id == _cases.Exposed.Id)).ProtectIdentity(true);
            return await db.SaveChangesAsync();
        });
        var incident = await FullCaseAsync();

        foreach (var reader in (Person[])[_cases.Exposed, _cases.Manager, _cases.Coordinator])
        {
            Assert.That(Words(await ShowAsync(reader, incident, name)), Does.Not.Contain("Utsattnamn").And.Not.Contain(_cases.Exposed.Email));
        }
    }

    [Test]
    public async Task Sheet_ThatIsShown_IsLoggedAsRead()
    {
        var incident = await FullCaseAsync();

        await ShowAsync(_cases.Manager, incident, "police");

        var entry = await _cases.Service.WithDbAsync(db => db.Set<LogEntry>().SingleAsync(entry => entry.Action == "sheet_shown"));
        Assert.That((entry.ActorId, entry.IncidentId), Is.EqualTo(((UserId?)_cases.Manager.Id, (Domain.Incidents.IncidentId?)incident.Id)));
    }

    [Test]
    public async Task Sheet_OfADraft_IsRefused()
    {
        var draft = await _cases.ReportAsync(_cases.Exposed, _cases.Report(_cases.Exposed), draft: true);

        await Assert.ThatAsync(() => ShowAsync(_cases.Exposed, draft, "police"), Throws.TypeOf<RuleBrokenException>());
    }

    [TestCaseSource(nameof(All))]
    public async Task Sheet_InBothLanguages_HasTheSameRows(string name)
    {
        var incident = await FullCaseAsync();

        var swedish = await ShowAsync(_cases.Manager, incident, name);
        await _cases.Service.WithDbAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync(person => person.Id == _cases.Manager.Id)).Speak("en");
            return await db.SaveChangesAsync();
        });
        var english = await ShowAsync(_cases.Manager, incident, name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(english.Sections.Select(section => section.Rows.Count), Is.EqualTo(swedish.Sections.Select(section => section.Rows.Count)));
            Assert.That(english.Title, Is.Not.EqualTo(swedish.Title));
            Assert.That(english.Note, Is.Not.EqualTo(swedish.Note));
        }
    }

    private Task<Sheet> ShowAsync(Person reader, IncidentView incident, string name) =>
        _cases.Service.SendAsync(reader.Id, new ShowSheetQuery(CaseService.Of(incident), name));

    private static string Words(Sheet sheet) => JsonSerializer.Serialize(sheet, Json.Options);

    /// <summary>A case that a colleague reported, with a mark in everything that people wrote.</summary>
    private async Task<IncidentView> FullCaseAsync()
    {
        var report = _cases.Report(_cases.Exposed) with
        {
            Description = CaseService.Text("märke-berättelse"),
            Platform = CaseService.Text("märke-plattform"),
            Channels = CodeSet.Of(["phone"]),
            Place = "client_home",
            Counterpart = new CounterpartInput { Relation = "client", Count = "one", Age = "adult", Identity = CaseService.Text("märke-motpart") },
            Consequences = CodeSet.Of(["fear_at_work"]),
            Wishes = new WishesInput { Text = CaseService.Text("märke-önskan") },
        };
        var incident = await _cases.ReportAsync(_cases.Colleague, report);
        var reference = CaseService.Of(incident);
        var manager = _cases.Manager.Id;
        await _cases.Service.SendAsync(manager, new AcknowledgeCommand(reference, CaseService.Text("märke-meddelande")));
        await _cases.Service.SendAsync(
            manager,
            new AssessCommand(reference)
            {
                Danger = "raised",
                AvDuty = "yes",
                AvReason = CaseService.Text("märke-skäl"),
                Injury = "minor",
                Text = CaseService.Text("märke-bedömning"),
            });
        await _cases.Service.SendAsync(
            manager,
            new RecordPoliceEventCommand(reference)
            {
                Status = "reported",
                ReportedBy = "employer",
                CaseNumber = CaseService.Text("märke-polisnummer"),
                Note = CaseService.Text("märke-polisnotering"),
            });
        await _cases.Service.SendAsync(
            manager, new NotifyCommand(reference, "av_33a", "sent", At: null, CaseService.Text("märke-anledning"), CaseService.Text("märke-referens")));
        await _cases.Service.SendAsync(
            manager, new PlanActionCommand(reference, "pair_home_visit", CaseService.Text("märke-åtgärd"), manager, new DateOnly(2026, 12, 1), RepTookPart: true, ExpiresOn: null));
        return await _cases.AttachAsync(manager, reference, [1, 2, 3], "märke-fil.png", command => command with
        {
            Type = "screenshot",
            Url = CaseService.Text("https://märke-adress.example"),
            Description = CaseService.Text("märke-bevis"),
        });
    }
}
