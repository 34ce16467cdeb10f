using System.Net;

namespace IncidentReporting.Web.Tests.Work;

internal sealed class StartPageTests
{
    [Test]
    public async Task Start_OfNobody_LeadsToTheSignIn() =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync("/")).Redirects, Is.EqualTo((string[])["/sign-in"]));

    [Test]
    public async Task Start_OfAnEmployee_HoldsTheReportAndHerCasesWithTheNextStep()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync();
        var number = await NumberAsync(id);
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync("/");

        using (Assert.EnterMultipleScope())
        {
            page.Is(HttpStatusCode.OK);
            Assert.That(page.Link("/report").TextContent, Does.Contain("Rapportera"));
            Assert.That(page.Link("/incidents/" + number).TextContent, Does.Contain("Skickat").And.Contain("Person manager"));
            Assert.That(page.HasLink("/support"), Is.True);
            Assert.That(page.HasLink("/legal-protection"), Is.True);
            Assert.That(page.Texts("h2"), Does.Not.Contain("Det här behöver dig nu"));
        }
    }

    [Test]
    public async Task Start_WhenSomethingIsAsked_SaysWhoseTurnItIs()
    {
        var id = await PageWorld.Shared.Cases.AssessedAsync();
        await PageWorld.Shared.Cases.DoAsync("manager", id, "support-offers", new { measure = "relieving_talk" });
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync("/");

        Assert.That(page.Link("/incidents/" + await NumberAsync(id)).TextContent, Does.Contain("Din tur").And.Contain("erbjudits stöd"));
    }

    [Test]
    public async Task Start_WithADraft_LeadsBackToIt()
    {
        var draft = (string)(await PageWorld.Shared.Cases.PostAsync("outsider", "/incidents", """{"draft": true}""")).Body["id"]!;
        var page = await (await PageWorld.Shared.AsAsync("outsider")).OpenAsync("/");

        Assert.That(page.Link("/report/" + draft).TextContent, Does.Contain("Utkast").And.Contain("Sparat").And.Contain("Fortsätt där du var"));
    }

    [Test]
    public async Task Start_OfAManager_HoldsTheMostUrgentFirstInWords()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync(more: report => report["occurredAt"] = DateTimeOffset.UtcNow.AddDays(-2).ToString("O"));
        var page = await (await PageWorld.Shared.AsAsync("manager")).OpenAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("h2"), Does.Contain("Det här behöver dig nu"));
            Assert.That(page.Texts(".duty-list .when")[0], Does.StartWith("Senast").Or.StartWith("Skulle ha gjorts"));
            Assert.That(page.Texts(".duty-list .meta")[0], Does.Match("^[0-9]{4}-[0-9]{6} · du som chef$"));
            Assert.That(page.Link("/tasks").TextContent, Is.Not.Empty);
        }

        Assert.That(id, Is.Not.Empty);
    }

    [Test]
    public async Task Start_OfAnAdministrator_TellsHowTheServiceIs()
    {
        var page = await (await PageWorld.Shared.AsAsync("admin")).OpenAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("h2"), Does.Contain("Så mår tjänsten"));
            Assert.That(page.HasLink("/administration/mail"), Is.True);
            Assert.That(page.Texts("h3"), Does.Contain("Enheter utan chef"));
        }
    }

    [TestCase("auditor", "Loggen")]
    [TestCase("dpo", "Loggen")]
    public async Task Start_OfThoseWhoReadOnly_ShowsWhatThereIs(string name, string heading) =>
        Assert.That((await (await PageWorld.Shared.AsAsync(name)).OpenAsync("/")).Texts("h2"), Does.Contain(heading));

    [Test]
    public async Task Start_OfARepresentative_CountsWhatWaits()
    {
        var id = await PageWorld.Shared.Cases.AssessedAsync();
        await PageWorld.Shared.Cases.DoAsync("manager", id, "actions", new { type = "pair_home_visit" });
        var page = await (await PageWorld.Shared.AsAsync("rep")).OpenAsync("/");

        Assert.That(page.Texts(".row-title"), Has.Some.Contains("Åtgärder att ta del i"));
    }

    [Test]
    public async Task Start_InEnglish_IsEnglish()
    {
        var page = await (await PageWorld.Shared.AsAsync("manager", "en")).OpenAsync("/");

        Assert.That(page.Texts("h2"), Does.Contain("This needs you now"));
    }

    private static async Task<string> NumberAsync(string id) => (string)(await PageWorld.Shared.Cases.ReadAsync("manager", id))["number"]!;
}
