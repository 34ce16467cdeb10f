using System.Text.Json.Nodes;

namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class ActionTests
{
    private string _case = null!;

    [SetUp]
    public async Task AssessAsync() => _case = await PageWorld.Shared.Cases.AssessedAsync();

    [Test]
    public async Task Plan_Filled_IsKeptWithItsOwnerAndDay()
    {
        var page = await OpenAsync("actions/new");
        var after = await page.Form("type").Fill("type", "pair_home_visit").Fill("description", "Alla hembesök av två.").Fill("ownerId", PageWorld.Shared.Cases.IdOf("deputy"))
            .Fill("dueOn", "2030-01-31").Fill("repTookPart", "true").SubmitAsync();
        var action = (await PageWorld.Shared.Cases.ReadAsync("manager", _case))["actions"]![0]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelectorAll("optgroup").Select(group => group.GetAttribute("label")), Has.Member("Ta bort risken"));
            Assert.That(after.Address, Does.EndWith("?done=action_planned"));
            Assert.That((string)action["owner"]!["name"]!, Is.EqualTo("Person deputy"));
            Assert.That((string)action["dueOn"]!, Is.EqualTo("2030-01-31"));
            Assert.That((bool)action["repTookPart"]!, Is.True);
        }
    }

    [Test]
    public async Task Plan_Empty_AsksForActionAndDayAndKeepsTheWords()
    {
        var page = await (await OpenAsync("actions/new")).Form("type").Fill("description", "Mina ord.").Fill("dueOn", string.Empty).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["type", "dueOn"]));
            Assert.That(page.Form("type").Value("description"), Is.EqualTo("Mina ord."));
        }
    }

    [Test]
    public async Task Plan_ByTheRepresentative_HasHerPartChosen() =>
        Assert.That((await OpenAsync("actions/new", "rep")).Form("type").Value("repTookPart"), Is.EqualTo("true"));

    [Test]
    public async Task Action_Done_ThenAsksForItsEffect()
    {
        var action = await PlanAsync();
        var done = await (await OpenAsync($"actions/{action}")).Form("state").Fill("state", "done").SubmitAsync();
        var form = (await OpenAsync($"actions/{action}")).Form("effect");
        var checkedPage = await form.Fill("effect", "good").SubmitAsync();
        var seen = (await PageWorld.Shared.Cases.ReadAsync("manager", _case))["actions"]![0]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Address, Does.EndWith("?done=action_changed"));
            Assert.That(checkedPage.Address, Does.EndWith("?done=effect_checked"));
            Assert.That((string)seen["effect"]!, Is.EqualTo("good"));
        }
    }

    [Test]
    public async Task Action_NotToBeWithoutAReason_AsksForItAndKeepsTheChoice()
    {
        var action = await PlanAsync();
        var page = await (await OpenAsync($"actions/{action}")).Form("state").Fill("state", "cancelled").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["reason"]));
            Assert.That(page.Form("state").Value("state"), Is.EqualTo("cancelled"));
        }
    }

    [Test]
    public async Task Action_Empty_AsksWhatHasHappened()
    {
        var action = await PlanAsync();

        Assert.That((await (await OpenAsync($"actions/{action}")).Form("state").SubmitAsync()).WrongFields, Is.EqualTo((string[])["state"]));
    }

    [Test]
    public async Task Action_DoneWithoutAnEffect_AsksForTheEffect()
    {
        var action = await PlanAsync();
        await (await OpenAsync($"actions/{action}")).Form("state").Fill("state", "done").SubmitAsync();

        Assert.That((await (await OpenAsync($"actions/{action}")).Form("effect").SubmitAsync()).WrongFields, Is.EqualTo((string[])["effect"]));
    }

    [Test]
    public async Task Action_HandedToTheUnitsPlan_IsSettledHere()
    {
        var action = await PlanAsync();
        await (await OpenAsync($"actions/{action}")).Form("state").Fill("state", "handed_over").SubmitAsync();
        var page = await OpenAsync($"actions/{action}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("Överlämnad till enhetens plan"));
            Assert.That(page.Has("main form"), Is.False);
        }
    }

    private async Task<string> PlanAsync() =>
        (string)(await PageWorld.Shared.Cases.DoAsync("manager", _case, "actions", new JsonObject { ["type"] = "pair_home_visit" }.ToJsonString()))["actions"]![0]!["id"]!;

    private async Task<Page> OpenAsync(string part, string person = "manager") => await (await PageWorld.Shared.AsAsync(person)).OpenAsync($"/incidents/{_case}/{part}");
}
