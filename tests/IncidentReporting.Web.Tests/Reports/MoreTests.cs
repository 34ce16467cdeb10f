using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Web.Tests.Reports;

internal sealed class MoreTests
{
    private Browser _employee = null!;

    [SetUp]
    public async Task SignInAsync() => _employee = await PageWorld.Shared.AsAsync("employee");

    [Test]
    public async Task Steps_SkippedOneByOne_LeadToTheReceipt()
    {
        var receipt = await Reporting.SendAsync(_employee);
        var page = await receipt.FollowAsync("Fortsätt berätta");

        var seen = new List<string>();
        while (!page.Path.EndsWith("/receipt", StringComparison.Ordinal))
        {
            seen.Add(page.Path.Split('/')[^1]);
            Assert.That(page.Has(".who-reads"), page.Path);
            page = await page.FollowAsync("hoppa över");
        }

        Assert.That(seen, Is.EqualTo(["kind", "channel", "place", "counterpart", "consequences", "wishes", "evidence", "contact", "identity"]));
    }

    [TestCase("channel", "channels", "phone", "platform", "Gruppen")]
    [TestCase("place", "situations", "home_visit_planned", "place", "client_home")]
    [TestCase("counterpart", "hateMotives", "profession", "counterpart.identity", "Namn Namnsson")]
    [TestCase("consequences", "consequences", "fear_at_work", "perceivedSeverity", "3")]
    [TestCase("wishes", "wishes.support", "relieving_talk", "wishes.text", "Ring på kvällen.")]
    public async Task Step_Answered_StandsInTheCaseAndOnThePage(string step, string several, string code, string one, string value)
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));

        var page = await (await _employee.OpenAsync($"/report/{id}/more/{step}")).Form().Check(several, code).Fill(one, value).SubmitAsync();

        Assert.That(page.Path, Is.Not.EqualTo($"/report/{id}/more/{step}"));
        var form = (await _employee.OpenAsync($"/report/{id}/more/{step}")).Form();
        var report = await PageWorld.Shared.Cases.ReadAsync("employee", id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(form.Values(several), Is.EqualTo([code]));
            Assert.That(form.Value(one), Is.EqualTo(value));
            Assert.That(At(report, several)!.Strings(), Is.EqualTo([code]));
            Assert.That(At(report, one)!.ToString(), Is.EqualTo(value));
        }
    }

    [Test]
    public async Task Subkinds_Chosen_TellTheirKindsMoreExactly()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));

        await (await _employee.OpenAsync($"/report/{id}/more/kind")).Form().Check("kinds", "threat_direct.death").SubmitAsync();

        Assert.That((await PageWorld.Shared.Cases.ReadAsync("employee", id))["kinds"].Strings(), Is.EqualTo(["threat_direct.death"]));
    }

    [Test]
    public async Task Subkinds_None_LeaveTheKindAsItIs()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));

        await (await _employee.OpenAsync($"/report/{id}/more/kind")).Form().SubmitAsync();

        Assert.That((await PageWorld.Shared.Cases.ReadAsync("employee", id))["kinds"].Strings(), Is.EqualTo(["threat_direct"]));
    }

    [Test]
    public async Task Step_AnsweredTooLong_SaysSoAndKeepsIt()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));
        var text = new string('x', 501);

        var page = await (await _employee.OpenAsync($"/report/{id}/more/counterpart")).Form().Fill("counterpart.identity", text).Fill("counterpart.age", "adult").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo(["counterpart.identity"]));
            Assert.That(page.Form().Value("counterpart.identity"), Is.EqualTo(text));
            Assert.That(page.Form().Value("counterpart.age"), Is.EqualTo("adult"));
        }
    }

    [Test]
    public async Task Step_ChangedMeanwhile_ShowsBothAndThenTakesTheLatter()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));
        var mine = await _employee.OpenAsync($"/report/{id}/more/place");
        await PageWorld.Shared.Cases.PatchAsync("employee", $"/incidents/{id}", new { place = "court" });

        var page = await mine.Form().Fill("place", "school").SubmitAsync();

        Assert.That(page.TextOf(".notice"), Does.Contain("Nu står: Domstol").And.Contain("Du svarade: Skola"));
        await page.Form().SubmitAsync();
        Assert.That((string?)(await PageWorld.Shared.Cases.ReadAsync("employee", id))["place"], Is.EqualTo("school"));
    }

    [Test]
    public async Task Step_WhenAnotherPartChangedMeanwhile_GoesThrough()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));
        var mine = await _employee.OpenAsync($"/report/{id}/more/place");
        await PageWorld.Shared.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer." });

        var page = await mine.Form().Fill("place", "school").SubmitAsync();

        Assert.That(page.Path, Does.EndWith("/counterpart"));
    }

    [Test]
    public async Task Step_OfACaseTakenBackMeanwhile_StillShowsWhatWasTyped()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));
        var mine = await _employee.OpenAsync($"/report/{id}/more/wishes");
        await PageWorld.Shared.Cases.DoAsync("employee", id, "withdrawal", new { reason = "Fel." });

        var late = (await mine.Form().Fill("wishes.text", "Ring på kvällen.").SubmitAsync()).Is(HttpStatusCode.OK);

        Assert.That(late.Text, Does.Contain("går inte längre att ändra"));
        Assert.That(late.Form().Value("wishes.text"), Is.EqualTo("Ring på kvällen."));
    }

    [Test]
    public async Task Step_OfSomebodyElse_IsKept()
    {
        var id = Reporting.IdOf(await Reporting.SendAsync(_employee));

        (await (await PageWorld.Shared.AsAsync("outsider")).OpenAsync($"/report/{id}/more/place")).Is(HttpStatusCode.NotFound);
        (await (await PageWorld.Shared.AsAsync("rep")).OpenAsync($"/report/{id}/more/place")).Is(HttpStatusCode.Forbidden);
        (await _employee.OpenAsync($"/report/{id}/more/nothing")).Is(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Step_OfHealth_IsNotTheReportersForAColleague()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync("colleague", report => report["exposed"] = new JsonArray(new JsonObject { ["userId"] = PageWorld.Shared.Cases.IdOf("employee") }));

        (await (await PageWorld.Shared.AsAsync("colleague")).OpenAsync($"/report/{id}/more/consequences")).Is(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Step_OfAColleagueWhoseAnswerWasCorrected_DoesNotAskForItAndLeavesIt()
    {
        var cases = PageWorld.Shared.Cases;
        var id = await cases.ReportAsync("colleague", report =>
        {
            report["exposed"] = new JsonArray(new JsonObject { ["userId"] = cases.IdOf("employee") });
            report["counterpart"] = new JsonObject { ["identity"] = "Namn Namnsson" };
            report["hateMotives"] = new JsonArray("profession");
        });
        await cases.PatchAsync("employee", $"/incidents/{id}", new { counterpart = new { identity = "Någon Annan" }, hateMotives = new[] { "sex" } });

        var page = await (await PageWorld.Shared.AsAsync("colleague")).OpenAsync($"/report/{id}/more/counterpart");
        Assert.That(page.Form().Fields, Does.Contain("counterpart.age").And.Not.Contain("counterpart.identity").And.Not.Contain("hateMotives"));
        await page.Form().Fill("counterpart.age", "adult").SubmitAsync();

        var report = await cases.ReadAsync("employee", id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)At(report, "counterpart.age"), Is.EqualTo("adult"));
            Assert.That((string?)At(report, "counterpart.identity"), Is.EqualTo("Någon Annan"));
            Assert.That(report["hateMotives"].Strings(), Is.EqualTo(["sex"]));
        }
    }

    private static JsonNode? At(JsonObject view, string path) => path.Split('.').Aggregate((JsonNode?)view, (node, member) => node?[member]);
}
