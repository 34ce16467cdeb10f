using System.Net;

namespace IncidentReporting.Web.Tests.Work;

internal sealed class CaseListPageTests
{
    [Test]
    public async Task List_OfNobody_LeadsToTheSignIn() =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync("/incidents?overdue=true")).Redirects, Is.EqualTo((string[])["/sign-in?returnUrl=%2Fincidents%3Foverdue%3Dtrue"]));

    [Test]
    public async Task List_OfWhoKnowsOfNoCase_SaysWhatWillBeHere() =>
        Assert.That((await (await PageWorld.Shared.AsAsync("dpo")).OpenAsync("/incidents")).Text, Does.Contain("Här är tomt."));

    [Test]
    public async Task List_FoundByNumber_HoldsThatCaseOnly()
    {
        var (_, number) = await ReportAsync();
        var manager = await PageWorld.Shared.AsAsync("manager");
        var page = await (await manager.OpenAsync("/incidents")).Form("number").Fill("number", number).SubmitAsync("Sök");
        var brief = await manager.OpenAsync("/incidents?number=" + int.Parse(number[5..]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("tbody th a"), Is.EqualTo((string[])[number]));
            Assert.That(brief.Texts("tbody th a"), Is.EqualTo((string[])[number]));
            Assert.That(page.Link("/incidents/" + number).TextContent, Is.EqualTo(number));
            Assert.That(page.Link("Rensa filter").GetAttribute("href"), Is.EqualTo("/incidents"));
        }
    }

    [Test]
    public async Task List_Filtered_HoldsWhatFitsAndKeepsTheFilter()
    {
        var (id, number) = await ReportAsync();
        var manager = await PageWorld.Shared.AsAsync("manager");
        var page = await (await manager.OpenAsync("/incidents")).Form("number")
            .Fill("state", "submitted").Fill("kind", "threat_direct").Fill("unit", PageWorld.Shared.Cases.Unit.Value.ToString()).Check("mine").SubmitAsync("Visa ärenden");
        var other = await manager.OpenAsync("/incidents?state=closed&number=" + number);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("tbody th a"), Does.Contain(number));
            Assert.That(page.Form("number").Value("state"), Is.EqualTo("submitted"));
            Assert.That(page.Form("number").Value("mine"), Is.EqualTo("true"));
            Assert.That(other.Text, Does.Contain("Inget ärende passar"));
            Assert.That(id, Is.Not.Empty);
        }
    }

    [Test]
    public async Task List_WithAWrongDateAndState_SaysSoAtTheFieldsAndKeepsThem()
    {
        var page = await (await PageWorld.Shared.AsAsync("manager")).OpenAsync("/incidents?from=igår&state=ajar");

        using (Assert.EnterMultipleScope())
        {
            page.Is(HttpStatusCode.OK);
            Assert.That(page.ErrorAt("from"), Does.Contain("år, månad och dag"));
            Assert.That(page.WrongFields, Does.Contain("state"));
        }
    }

    [Test]
    public async Task List_LongerThanOnePart_LeadsOn()
    {
        for (var count = 0; count < 26; count++)
        {
            await PageWorld.Shared.Cases.ReportAsync("colleague");
        }

        var page = await (await PageWorld.Shared.AsAsync("colleague")).OpenAsync("/incidents");
        var more = await page.FollowAsync("Visa fler");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("tbody th a"), Has.Count.EqualTo(25));
            Assert.That(more.Texts("tbody th a"), Has.Count.GreaterThan(25));
        }
    }

    [Test]
    public async Task View_Saved_StandsAboveTheListUntilItIsRemoved()
    {
        var head = await PageWorld.Shared.AsAsync("head");
        var saved = await (await head.OpenAsync("/incidents?overdue=true&state=in_progress")).Form("save-view").Fill("name", "Brådskande").SubmitAsync();
        var opened = await saved.FollowAsync("Brådskande");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.TextOf("[role=status]"), Does.Contain("Vyn är sparad."));
            Assert.That(opened.Form("number").Value("state"), Is.EqualTo("in_progress"));
            Assert.That(opened.Link("Brådskande").GetAttribute("aria-current"), Is.EqualTo("page"));
        }

        var removed = await opened.Form("Ta bort vyn Brådskande").SubmitAsync();
        Assert.That(removed.HasLink("Brådskande"), Is.False);
    }

    [Test]
    public async Task View_WithoutAName_IsRefusedAndTheFilterStays()
    {
        var page = await (await (await PageWorld.Shared.AsAsync("headrep")).OpenAsync("/incidents?overdue=true")).Form("save-view").Fill("name", " ").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["name"]));
            Assert.That(page.Form("number").Value("overdue"), Is.EqualTo("true"));
        }
    }

    private static async Task<(string Id, string Number)> ReportAsync()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync();
        return (id, (string)(await PageWorld.Shared.Cases.ReadAsync("manager", id))["number"]!);
    }
}
