using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
            Assert.That(page.TextOf("#save-state"), Is.EqualTo("Allt är inte sparat än."));
            Assert.That((await _employee.OpenAsync(page.Path)).Form("tell").Value("description"), Is.EqualTo("Text."));
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
        var draft = await Reporting.BeginAsync(employee);
        await EndLatestSessionAsync();

        var page = await draft.Form("tell").Check("kinds", "threat_direct").Fill("description", "Kvar efteråt.").SubmitAsync("Skicka nu");
        page = await page.Is(HttpStatusCode.Unauthorized).Form("password").Fill("userName", CaseWorld.AddressOf("employee")).Fill("password", Api.Tests.TestHost.Password).SubmitAsync();
        page = await page.Form($"{draft.Path}").SubmitAsync();

        page.IsAt($"{draft.Path}/receipt");
        Assert.That((string?)(await PageWorld.Shared.Cases.ReadAsync("employee", Reporting.IdOf(draft)))["description"], Is.EqualTo("Kvar efteråt."));
    }

    [Test]
    public async Task Draft_SavedByScript_IsAnsweredWithTheTimeTheVersionAndTheReaders()
    {
        var draft = await Reporting.BeginAsync(_employee);

        var (saved, answer) = await SaveByScriptAsync(draft, ("description", "Sparat under tiden."), ("bypassManager", "true"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((string?)answer["text"], Does.Match(@"^Sparat automatiskt \d\d\.\d\d$"));
            Assert.That((long)answer["version"]!, Is.GreaterThan(long.Parse(draft.Form("tell").Value("version")!, CultureInfo.InvariantCulture)));
            Assert.That((string?)answer["readers"], Does.StartWith("Läses av chefen närmast ovanför, Person head"));
        }
    }

    [TestCase("occurredAt", "2099-01-01", "Tiden ligger i framtiden.")]
    [TestCase("occurredAt", "i förrgå", "Ange datumet som år, månad och dag")]
    [TestCase("exposed", "colleague", "Välj vilken kollega det gällde.")]
    public async Task Draft_SavedByScriptWithSomethingWrong_IsSavedButForThatAndSaysWhy(string field, string value, string why)
    {
        var draft = await Reporting.BeginAsync(_employee);

        var (_, answer) = await SaveByScriptAsync(draft, (field, value), ("description", "Det här ska finnas kvar."));
        var (_, next) = await SaveByScriptAsync(draft, (field, value), ("description", "Det här med."), ("version", answer["version"]!.ToString()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)answer["text"], Does.StartWith("Allt är inte sparat än.").And.Contain(why).And.EndsWith("Resten är sparat."));
            Assert.That((bool)answer["partly"]!);
            Assert.That(next.ContainsKey("version"));
            Assert.That((await _employee.OpenAsync(draft.Path)).Form("tell").Value("description"), Is.EqualTo("Det här med."));
        }
    }

    [Test]
    public async Task Draft_SavedByScriptAgainAfterALostAnswer_IsSavedAndNotSomebodyElses()
    {
        var draft = await Reporting.BeginAsync(_employee);
        (string, string)[] told = [("kinds", "threat_direct"), ("description", "En rad.\r\nEn till.\r\n"), ("exposed", "team")];
        var (_, lost) = await SaveByScriptAsync(draft, told);

        var (_, answer) = await SaveByScriptAsync(draft, told);

        Assert.That((string?)answer["text"], Does.StartWith("Sparat automatiskt"));
        Assert.That((long)answer["version"]!, Is.EqualTo((long)lost["version"]!));
    }

    [Test]
    public async Task Draft_SavedByScriptOverAnotherDevice_IsNotSaved()
    {
        var draft = await Reporting.BeginAsync(_employee);
        await SaveByScriptAsync(draft, ("description", "Skrivet på datorn."));

        var (_, answer) = await SaveByScriptAsync(draft, ("description", "Skrivet i telefonen."));

        Assert.That((string?)answer["text"], Does.StartWith("Inte sparat än. Utkastet har ändrats på en annan enhet."));
        Assert.That(answer.ContainsKey("version"), Is.False);
    }

    [Test]
    public async Task Draft_SavedByScriptOnceSent_SaysThatItIsSent()
    {
        var draft = await Reporting.BeginAsync(_employee);
        await draft.Form("tell").Check("kinds", "threat_direct").SubmitAsync("Skicka nu");

        var (_, answer) = await SaveByScriptAsync(draft, ("description", "För sent."));

        Assert.That((string?)answer["text"], Is.EqualTo("Rapporten är redan skickad. Ladda om sidan för att se kvittot."));
    }

    private static Task EndLatestSessionAsync() => PageWorld.Shared.Cases.WithAsync(async services =>
    {
        var sessions = services.GetRequiredService<IIncidentReportingDb>().Set<UserSession>();
        var latest = await sessions.OrderByDescending(session => session.CreatedAt).Select(session => session.Id).FirstAsync();
        await sessions.Where(session => session.Id == latest).ExecuteUpdateAsync(change => change.SetProperty(session => session.RevokedAt, DateTimeOffset.UtcNow));
    });

    private async Task<(HttpStatusCode Status, JsonObject Answer)> SaveByScriptAsync(Page draft, params (string Name, string Value)[] changes)
    {
        var form = draft.Form("tell");
        var fields = form.Fields.Where(name => changes.All(change => change.Name != name))
            .SelectMany(name => form.Values(name).Select(value => KeyValuePair.Create(name, value)))
            .Concat(changes.Select(change => KeyValuePair.Create(change.Name, change.Value)));
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_employee.Home, $"{draft.Path}?handler=Save")) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Cookie", string.Join("; ", _employee.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }
}
