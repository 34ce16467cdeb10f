using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Web.Tests.Incidents;

/// <summary>The case as each of its people meets it.</summary>
internal sealed class CasePageTests
{
    private const string Told = "Han sa att han vet var jag bor.";

    private static PageWorld World => PageWorld.Shared;

    [Test]
    public async Task Case_ForSomebodyElse_IsAsIfItDidNotExist()
    {
        var id = await ReportAsync();

        (await (await World.AsAsync("outsider")).OpenAsync($"/incidents/{id}")).Is(HttpStatusCode.NotFound);
        (await (await World.AsAsync("manager")).OpenAsync("/incidents/2020-999999")).Is(HttpStatusCode.NotFound);
        (await World.Stranger().OpenAsync($"/incidents/{id}")).IsAt("/sign-in");
    }

    [Test]
    public async Task Case_JustReported_TellsTheManagerToMakeContactAndShowsWhatWasTold()
    {
        var id = await ReportAsync();

        var page = (await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Does.EndWith("Direkt hot"));
            Assert.That(page.TextOf(".next-duty"), Does.Contain("Senast").And.Contain("Ta kontakt"));
            Assert.That(page.Link("Bekräfta och ta kontakt").GetAttribute("href"), Does.EndWith("/acknowledge"));
            Assert.That(page.Text, Does.Contain(Told).And.Contain("Läses av Person employee"));
            Assert.That(page.HasLink("Rätta eller lägg till"), Is.False);
            Assert.That(page.Has(".track [aria-current=step]"), Is.True);
        }
    }

    [Test]
    public async Task Case_ForTheExposed_SaysWhoseTheNextStepIsAndLeadsToHerOwnPages()
    {
        var id = await ReportAsync();

        var page = (await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".next-duty"), Does.Contain("tar kontakt med dig").And.Not.Contain("personen"));
            Assert.That(page.HasLink("Allt samlat på en sida"), Is.True);
            Assert.That(page.HasLink("Vem som har öppnat ditt ärende"), Is.True);
            Assert.That(page.HasLink("Rätta eller lägg till"), Is.True);
            Assert.That(page.HasLink("Bekräfta och ta kontakt"), Is.False);
        }
    }

    [TestCase("no", "Är du i säkerhet nu?”: Nej")]
    [TestCase("unsure", "Är du i säkerhet nu?”: Osäker")]
    [TestCase("yes", null)]
    public async Task Case_OfSomebodyWhoIsNotSafe_SaysSoFirstUntilContactIsMade(string safeNow, string? said)
    {
        var id = await World.Cases.ReportAsync(more: report => report["safeNow"] = safeNow);
        var manager = await World.AsAsync("manager");

        var before = await manager.OpenAsync($"/incidents/{id}");
        await World.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer dig klockan tre." });
        var after = await manager.OpenAsync($"/incidents/{id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Has(".notice.danger"), Is.EqualTo(said is not null));
            Assert.That(before.Text, said is null ? Does.Not.Contain("Ta kontakt före allt annat") : Does.Contain(said));
            Assert.That(after.Text, Does.Not.Contain("Ta kontakt före allt annat"));
        }
    }

    [Test]
    public async Task Message_OfTheManager_IsTheFirstThatTheExposedReads()
    {
        var id = await World.Cases.ReportAsync();
        await World.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer dig klockan tre." });

        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}");

        Assert.That(page.Text.IndexOf("Jag ringer dig klockan tre.", StringComparison.Ordinal), Is.InRange(0, page.Text.IndexOf("Vem som har öppnat", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Case_ForTheRepresentative_SaysInWordsWhatIsKept()
    {
        var id = await ReportAsync();

        var page = (await (await World.AsAsync("rep")).OpenAsync($"/incidents/{id}")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain(Told));
            Assert.That(page.Text, Does.Not.Contain("Rädsla"));
            Assert.That(page.Text, Does.Contain("följder och hälsa").And.Contain("vem motparten är"));
            Assert.That(page.HasLink("Begär åtgärder"), Is.True);
            Assert.That(page.HasLink("Underlag till polisen"), Is.False);
        }
    }

    [TestCase("colleague")]
    [TestCase("coordinator")]
    [TestCase("deputy")]
    [TestCase("head")]
    [TestCase("headrep")]
    public async Task Case_ForEveryOtherReader_BreaksOnNothingThatIsWithheld(string name)
    {
        var id = await World.Cases.ReportAsync(
            "colleague", report => (report["description"], report["exposed"]) = (Told, new JsonArray(new JsonObject { ["userId"] = World.Cases.IdOf("employee") })));
        await World.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer dig." });
        await World.Cases.DoAsync("manager", id, "assessment", new { danger = "raised", avDuty = "yes", injury = "minor" });
        await World.Cases.DoAsync("manager", id, "support-offers", new { measure = "relieving_talk" });
        await World.Cases.DoAsync("manager", id, "police-events", new { status = "reported", reportedBy = "employer" });
        await World.Cases.DoAsync("manager", id, "actions", new { type = "no_lone_work", description = "Aldrig ensam." });
        await World.Cases.DoAsync("manager", id, "notes", new { text = "Bara bland oss.", audience = "handlers" });

        var page = (await (await World.AsAsync(name)).OpenAsync($"/incidents/{id}")).Is(HttpStatusCode.OK);

        Assert.That(page.Headings, Does.Contain("Händelser").And.Contain("Förebygga"));
        Assert.That(page.Text.Contains(Told, StringComparison.Ordinal), Is.EqualTo(name != "coordinator"));
    }

    [Test]
    public async Task Case_InEnglish_SaysTheSame()
    {
        var id = await ReportAsync();

        var page = await (await World.AsAsync("manager", "en")).OpenAsync($"/incidents/{id}");

        Assert.That(page.Headings, Does.Contain("Support").And.Contain("Events").And.Contain("Prevention"));
        Assert.That(page.Text, Does.Contain("Read by Person employee"));
    }

    [Test]
    public async Task Case_AsADraft_LeadsBackToTheReport()
    {
        var reply = await World.Cases.PostAsync("employee", "/incidents", CaseWorld.Report(report => report["draft"] = true).ToJsonString());
        var id = (string)reply.Body["id"]!;

        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}");

        Assert.That(page.Redirects, Does.Contain($"/report/{id}"));
    }

    [Test]
    public async Task Case_WithClosingProposed_AsksTheExposedForHerAnswer()
    {
        var id = await World.Cases.ReadyToCloseAsync();
        await World.Cases.DoAsync("manager", id, "closure", new { reason = "completed", summary = "Vi har gjort det vi kan." });

        var asked = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}");
        var waiting = await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}");

        Assert.That(asked.TextOf(".next-duty"), Does.Contain("Vill du att ärendet avslutas?"));
        Assert.That(waiting.TextOf(".next-duty"), Does.Contain("Avslutet väntar på svar"));
    }

    [Test]
    public async Task Case_Closed_OffersEachOnlyWhatIsTheirs()
    {
        var id = await World.Cases.ReadyToCloseAsync();
        await World.Cases.DoAsync("manager", id, "closure", new { reason = "completed" });
        await World.Cases.DoAsync("employee", id, "closure-answer", new { agrees = true });

        var mine = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}");
        var managers = await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}");

        Assert.That(mine.HasLink("Allt samlat på en sida"), Is.True);
        Assert.That(managers.HasLink("Allt samlat på en sida"), Is.False);
        Assert.That(managers.HasLink("Öppna ärendet igen"), Is.True);
    }

    [Test]
    public async Task Case_InFollowUp_TellsTheManagerInWordsWhatRemains()
    {
        var id = await World.Cases.AssessedAsync();
        await World.Cases.DoAsync("manager", id, "police-events", new { status = "reported", reportedBy = "employer" });

        var page = await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}");

        Assert.That(page.Texts(".disclosure li"), Does.Contain("Minst två uppföljningar ska vara gjorda eller avböjda."));
    }

    [Test]
    public async Task Case_NotReportedToThePolice_SaysWhyAndWhenItIsTakenUpAgain()
    {
        var id = await World.Cases.AssessedAsync();
        await World.Cases.DoAsync("manager", id, "police-events", new { status = "decided_not", reasons = (string[])["exposed_declines"], exposedAgrees = "yes", reviewAt = "2199-01-10" });

        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}");

        Assert.That(page.Text, Does.Contain("Skäl att inte anmäla: den utsatta vill inte. Den utsatta håller med. Beslutet tas upp igen 10 januari 2199."));
    }

    private static Task<string> ReportAsync() => World.Cases.ReportAsync("employee", report =>
    {
        report["description"] = Told;
        report["consequences"] = new JsonArray("fear_at_work");
        report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = "Namn Namnsson" };
    });
}
