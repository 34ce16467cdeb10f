using System.Net;

namespace IncidentReporting.Web.Tests.Pages;

/// <summary>What protects and helps people, the log, the accessibility statement, and the page of all components.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class InformationPageTests
{
    private static PageWorld World => PageWorld.Shared;

    [TestCase("/support")]
    [TestCase("/legal-protection")]
    [TestCase("/log")]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn(string address) => Assert.That((await World.Stranger().OpenAsync(address)).Path, Is.EqualTo("/sign-in"));

    [TestCase("employee")]
    [TestCase("analyst")]
    [TestCase("dpo")]
    public async Task Support_AnyStaff_CanRead(string name) => Assert.That((await (await World.AsAsync(name)).OpenAsync("/support")).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Support_NothingEntered_SaysWhomToAsk() =>
        Assert.That((await (await World.AsAsync("private-employee")).OpenAsync("/support")).Text, Does.Contain("Fråga din chef eller ditt skyddsombud"));

    [TestCase("01a20080-0000-7000-8000-000000000000")]
    [TestCase("ingenting")]
    public async Task Support_UnitThatIsNot_IsNotFound(string unit) =>
        Assert.That((await (await World.AsAsync("employee")).OpenAsync($"/support?unit={unit}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Support_AnotherUnit_IsNamed() =>
        Assert.That((await (await World.AsAsync("employee")).OpenAsync($"/support?unit={World.Cases.OtherUnit.Value}")).Has("main h2"), Is.True);

    [Test]
    public async Task LegalProtection_Representative_MeetsHerOwnCards()
    {
        var page = (await (await World.AsAsync("rep")).OpenAsync("/legal-protection")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Has("#rep_tasks"), Is.True);
            Assert.That(page.Has("#report_confirmation"), Is.False, "a card of the exposed person");
            Assert.That(page.Texts(".law-card .small"), Has.All.StartsWith("Källa: "));
        }
    }

    [Test]
    public async Task LegalProtection_OnAnEarlierDay_SaysTheLawOfThatDay()
    {
        var page = await (await World.AsAsync("employee")).OpenAsync("/legal-protection?role=employee&date=2025-03-01&kind=threat_direct");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Has("#protection_official_before_2025"), Is.True);
            Assert.That(page.Has("#protection_official"), Is.False);
            Assert.That(page.Texts("#crime tbody th"), Does.Contain("Olaga hot"));
        }
    }

    [TestCase("date=igår", "date")]
    [TestCase("role=kung", "role")]
    [TestCase("kind=okänt", "kind")]
    public async Task LegalProtection_WhatIsNone_SaysSo(string query, string field) =>
        Assert.That((await (await World.AsAsync("employee")).OpenAsync($"/legal-protection?{query}")).Is(HttpStatusCode.OK).WrongFields, Is.EqualTo((string[])[field]));

    [Test]
    public async Task LegalProtection_RoleWithoutCards_SaysSo() =>
        Assert.That((await (await World.AsAsync("employee")).OpenAsync("/legal-protection?role=analyst")).Text, Does.Contain("Det finns inga kort för den rollen"));

    [TestCase("auditor")]
    [TestCase("dpo")]
    public async Task Log_ThoseWhoWatch_Read(string name)
    {
        await World.Cases.ReportAsync();

        var page = (await (await World.AsAsync(name)).OpenAsync("/log?group=case")).Is(HttpStatusCode.OK);

        Assert.That(page.Texts("tbody td:nth-child(3)"), Does.Contain("Rapporterade"));
    }

    [TestCase("employee")]
    [TestCase("manager")]
    [TestCase("admin")]
    public async Task Log_Others_AreToldNo(string name) => Assert.That((await (await World.AsAsync(name)).OpenAsync("/log")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Log_NothingFits_SaysWhatToTry() =>
        Assert.That((await (await World.AsAsync("auditor")).OpenAsync("/log?until=1999-01-01")).Text, Does.Contain("Prova ett större område"));

    [Test]
    public async Task Log_DayThatIsNone_SaysSoAndKeepsIt()
    {
        var page = await (await World.AsAsync("auditor")).OpenAsync("/log?since=igår");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["since"]));
            Assert.That(page.Form("/log").Value("since"), Is.EqualTo("igår"));
        }
    }

    [Test]
    public async Task Log_OfOneEvent_ShowsOnlyThat()
    {
        await World.Stranger().SignInAsync(Api.Tests.Cases.CaseWorld.AddressOf("headrep"), Api.Tests.TestHost.Password);

        var page = await (await World.AsAsync("auditor")).OpenAsync("/log?action=signed_in");

        Assert.That(page.Texts("tbody td:nth-child(3)"), Is.Not.Empty.And.All.EqualTo("Loggade in"));
    }

    [Test]
    public async Task Accessibility_SomeoneNotSignedIn_ReadsTheStatement()
    {
        var page = (await World.Stranger().OpenAsync("/accessibility")).Is(HttpStatusCode.OK);

        Assert.That(page.Text, Does.Contain("2018:1937").And.Contain("delvis förenlig").And.Contain("Digg"));
    }

    [Test]
    public async Task Accessibility_EmptyFeedback_SaysSoAndKeepsTheContact()
    {
        var page = await World.Stranger().OpenAsync("/accessibility");

        page = await page.Form("/accessibility").Fill("contact", "anna@example.org").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["text"]));
            Assert.That(page.Form("/accessibility").Value("contact"), Is.EqualTo("anna@example.org"));
        }
    }

    [Test]
    public async Task Design_OutsideDevelopment_IsNotThere()
    {
        await using var earnest = await PageWorld.StartAsync(more: null, "--environment=Staging");

        Assert.That((await earnest.Stranger().OpenAsync("/design")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Design_InDevelopment_ShowsEveryComponent()
    {
        var page = (await World.Stranger().OpenAsync("/design")).Is(HttpStatusCode.OK);

        Assert.That(page.Has(".next-duty.overdue") && page.Has(".timeline") && page.Has(".data-table") && page.Has(".chart > svg") && page.Has(".error-summary"), Is.True);
    }
}
