using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Web.Tests.Reports;

internal sealed class TellTests
{
    private Browser _employee = null!;

    [SetUp]
    public async Task SignInAsync() => _employee = await PageWorld.Shared.AsAsync("employee");

    [Test]
    public async Task Draft_OfSomebodyElse_IsNotFound()
    {
        var draft = await Reporting.BeginAsync(_employee);

        (await (await PageWorld.Shared.AsAsync("manager")).OpenAsync(draft.Path)).Is(HttpStatusCode.NotFound);
        (await _employee.OpenAsync("/report/nothing")).Is(HttpStatusCode.NotFound);
        (await PageWorld.Shared.Stranger().OpenAsync(draft.Path)).IsAt("/sign-in");
    }

    [Test]
    public async Task Report_WithAKindAndASentence_IsSent()
    {
        var page = await Reporting.BeginAsync(_employee);

        var receipt = await page.Form("tell").Check("kinds", "threat_direct", "online_attack").Fill("description", "Han ringde och hotade.").SubmitAsync("Skicka nu");

        var id = Reporting.IdOf(page);
        receipt.IsAt($"/report/{id}/receipt");
        var report = await PageWorld.Shared.Cases.ReadAsync("employee", id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)report["state"], Is.EqualTo("submitted"));
            Assert.That(report["kinds"].Strings(), Is.EqualTo(["threat_direct", "online_attack"]));
            Assert.That((string?)report["description"], Is.EqualTo("Han ringde och hotade."));
        }
    }

    [Test]
    public async Task Report_SentTwice_IsOneReport()
    {
        var form = (await Reporting.BeginAsync(_employee)).Form("tell").Check("kinds", "physical_violence");

        var first = await form.SubmitAsync("Skicka nu");
        var second = await form.SubmitAsync("Skicka nu");

        Assert.That(second.Path, Is.EqualTo(first.Path));
        Assert.That(second.TextOf(".receipt-number strong"), Is.EqualTo(first.TextOf(".receipt-number strong")));
    }

    [Test]
    public async Task Report_WithoutKind_SaysSoAndKeepsWhatWasTyped()
    {
        var page = await Reporting.BeginAsync(_employee);

        page = await page.Form("tell").Fill("description", "Det här hände.").SubmitAsync("Skicka nu");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo(["kinds"]));
            Assert.That(page.Form("tell").Value("description"), Is.EqualTo("Det här hände."));
        }
    }

    [TestCase("2099-01-01", "occurredAt")]
    [TestCase("i förrgår", "occurredAt")]
    public async Task Report_WithAnImpossibleDay_SaysSoAndKeepsIt(string day, string wrong)
    {
        var page = await Reporting.BeginAsync(_employee);

        page = await page.Form("tell").Check("kinds", "threat_veiled").Fill("occurredAt", day).Fill("description", "Text.").SubmitAsync("Skicka nu");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo([wrong]));
            Assert.That(page.Form("tell").Value("occurredAt"), Is.EqualTo(day));
            Assert.That(page.Form("tell").Values("kinds"), Is.EqualTo(["threat_veiled"]));
            Assert.That(page.Form("tell").Value("description"), Is.EqualTo("Text."));
        }
    }

    [Test]
    public async Task Time_LeftOut_IsSomeTimeThatDay()
    {
        var page = await Reporting.BeginAsync(_employee);

        await page.Form("tell").Check("kinds", "threat_veiled").Fill("occurredTime", string.Empty).SubmitAsync("Skicka nu");

        var report = await PageWorld.Shared.Cases.ReadAsync("employee", Reporting.IdOf(page));
        Assert.That((string?)report["occurredPrecision"], Is.EqualTo("day"));
    }

    [Test]
    public async Task Draft_SavedForLater_IsThereWithAllThatWasTyped()
    {
        var page = await Reporting.BeginAsync(_employee);

        var start = await page.Form("tell").Check("kinds", "online_attack").Fill("description", "Halva.").Check("bypassManager").SubmitAsync("Spara och fortsätt senare");
        start.IsAt("/report");
        Assert.That(start.Has(".notice.ok"));

        var form = (await _employee.OpenAsync(page.Path)).Form("tell");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(form.Values("kinds"), Is.EqualTo(["online_attack"]));
            Assert.That(form.Value("description"), Is.EqualTo("Halva."));
            Assert.That(form.Value("bypassManager"), Is.EqualTo("true"));
        }
    }

    [Test]
    public async Task Readers_PastTheManager_AreWithoutHer()
    {
        var page = await Reporting.BeginAsync(_employee);
        Assert.That(page.TextOf("#who-reads"), Is.EqualTo(
            "Läses av din chef Person manager, ersättaren Person deputy, chefen närmast ovanför, Person head, skyddsombudet Person rep och huvudskyddsombudet Person headrep."));

        await page.Form("tell").Check("bypassManager").SubmitAsync("Spara och fortsätt senare");
        page = await _employee.OpenAsync(page.Path);

        Assert.That(page.TextOf("#who-reads"), Is.EqualTo("Läses av chefen närmast ovanför, Person head, skyddsombudet Person rep och huvudskyddsombudet Person headrep."));
    }

    [Test]
    public async Task Draft_ChangedElsewhere_ShowsBothTextsAndLosesNone()
    {
        var here = await Reporting.BeginAsync(_employee);
        var there = await _employee.OpenAsync(here.Path);
        await there.Form("tell").Fill("description", "Skrivet på datorn.").SubmitAsync("Spara och fortsätt senare");

        var page = await here.Form("tell").Check("kinds", "threat_direct").Fill("description", "Skrivet i telefonen.").SubmitAsync("Skicka nu");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".told"), Is.EqualTo("Skrivet på datorn."));
            Assert.That(page.Form("tell").Value("description"), Is.EqualTo("Skrivet i telefonen."));
        }

        (await page.Form("tell").SubmitAsync("Skicka nu")).IsAt($"{here.Path}/receipt");
    }

    [Test]
    public async Task Report_ForAColleague_NamesHer()
    {
        var page = await Reporting.BeginAsync(_employee);

        page = await page.Form("tell").Check("kinds", "threat_direct").Uncheck("exposed", "me").Check("exposed", "colleague").SubmitAsync("Skicka nu");
        Assert.That(page.WrongFields, Is.EqualTo(["colleague"]));
        await page.Form("tell").Fill("colleague", "Person colleague").SubmitAsync("Skicka nu");

        var report = await PageWorld.Shared.Cases.ReadAsync("colleague", Reporting.IdOf(page));
        Assert.That(report["exposed"]!.AsArray().Select(exposed => (string?)exposed!["userId"]), Is.EqualTo([PageWorld.Shared.Cases.IdOf("colleague")]));
    }

    [Test]
    public async Task Subkinds_ToldAlready_AreKept()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync(more: report => (report["draft"], report["kinds"]) = (true, new JsonArray("threat_direct.death", "online_attack")));

        await (await _employee.OpenAsync($"/report/{id}")).Form("tell").Uncheck("kinds", "online_attack").Check("kinds", "physical_violence").SubmitAsync("Skicka nu");

        var report = await PageWorld.Shared.Cases.ReadAsync("employee", id);
        Assert.That(report["kinds"].Strings(), Is.EqualTo(["threat_direct.death", "physical_violence"]));
    }

    [Test]
    public async Task Draft_Discarded_IsGone()
    {
        var page = await Reporting.BeginAsync(_employee);

        var start = await page.Form("Ta bort det nu").SubmitAsync();

        start.IsAt("/report");
        (await _employee.OpenAsync(page.Path)).Is(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Text_SentAfterTheSessionEnded_IsGivenBackAndSent()
    {
        using var employee = new Browser(PageWorld.Shared.Cases.Host.Address, "sv");
        await employee.SignInAsync(CaseWorld.AddressOf("employee"), Api.Tests.TestHost.Password);
        var page = await Reporting.BeginAsync(employee);
        await (await employee.OpenAsync("/")).Form("/sign-out").SubmitAsync();

        page = await page.Form("tell").Check("kinds", "threat_direct").Fill("description", "Kvar efteråt.").SubmitAsync("Skicka nu");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
