using System.Net;
using IncidentReporting.Api.Tests;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Web.Tests.Settings;

/// <summary>Password, sessions, absence, tokens and the language of mails: each person's own.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class AccountPageTests
{
    private const string NewPassword = "några ord i en lång rad";

    private PageWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await PageWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase("/settings/password")]
    [TestCase("/settings/sessions")]
    [TestCase("/settings/absence")]
    [TestCase("/settings/tokens")]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn(string address) =>
        Assert.That((await _world.Stranger().OpenAsync(address)).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Settings_SomeoneNotSignedIn_HasDisplayAndNoAccount()
    {
        var page = (await _world.Stranger().OpenAsync("/settings")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Visning och språk"));
            Assert.That(page.HasLink("/settings/password"), Is.False);
        }
    }

    [Test]
    public async Task Password_Wrong_SaysSoAtTheFieldAndKeepsIt()
    {
        var page = await (await _world.AsAsync("colleague")).OpenAsync("/settings/password");

        page = await page.Form("/settings/password").Fill("current", "fel").Fill("next", NewPassword).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["current"]));
            Assert.That(page.Source, Does.Not.Contain(NewPassword), "a password never comes back");
        }
    }

    [Test]
    public async Task Password_TooShort_SaysSoAtTheField()
    {
        var page = await (await _world.AsAsync("colleague")).OpenAsync("/settings/password");

        page = await page.Form("/settings/password").Fill("current", TestHost.Password).Fill("next", "kort").SubmitAsync();

        Assert.That(page.WrongFields, Is.EqualTo((string[])["next"]));
    }

    [Test]
    public async Task Password_Changed_SignsOutEverywhereElse()
    {
        var elsewhere = _world.Stranger();
        await elsewhere.SignInAsync(CaseWorld.AddressOf("outsider"), TestHost.Password);
        var page = await (await _world.AsAsync("outsider")).OpenAsync("/settings/password");

        page = await page.Form("/settings/password").Fill("current", TestHost.Password).Fill("next", NewPassword).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Is.EqualTo("/settings?done=password"));
            Assert.That(page.TextOf("[role=status]"), Does.StartWith("Lösenordet är bytt."));
            Assert.That((await elsewhere.OpenAsync("/settings/password")).Path, Is.EqualTo("/sign-in"));
        }
    }

    [Test]
    public async Task Settings_UnknownDone_SaysNothing() =>
        Assert.That((await (await _world.AsAsync("employee")).OpenAsync("/settings?done=anything")).Has("[role=status]"), Is.False);

    [Test]
    public async Task Sessions_OneEnded_IsSignedOutThere()
    {
        var elsewhere = _world.Stranger();
        await elsewhere.SignInAsync(CaseWorld.AddressOf("rep"), TestHost.Password);
        var page = await (await _world.AsAsync("rep")).OpenAsync("/settings/sessions");

        page = await page.Form("session").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf("[role=status]"), Is.EqualTo("Du är utloggad där."));
            Assert.That(page.Texts(".rows > li"), Has.Count.EqualTo(1).And.One.Contains("Den här enheten"));
            Assert.That((await elsewhere.OpenAsync("/settings/sessions")).Path, Is.EqualTo("/sign-in"));
        }
    }

    [Test]
    public async Task Sessions_SomebodyElses_IsNotFound()
    {
        var other = _world.Stranger();
        await other.SignInAsync(CaseWorld.AddressOf("dpo"), TestHost.Password);
        await _world.Stranger().SignInAsync(CaseWorld.AddressOf("head"), TestHost.Password);
        var page = await (await _world.AsAsync("head")).OpenAsync("/settings/sessions");

        page = await page.Form("session").Forge("session", Guid.NewGuid().ToString()).SubmitAsync();

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Absence_NoneYet_NamesWhoActsForTheManager()
    {
        var page = await (await _world.AsAsync("manager")).OpenAsync("/settings/absence");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".notice"), Does.Contain("ersätter dig"));
            Assert.That(page.Form("/settings/absence").Fields, Does.Contain("absences[0].from").And.Not.Contain("absences[1].from"));
        }
    }

    [Test]
    public async Task Absence_ThatEndsBeforeItBegins_SaysSoAndKeepsTheDays()
    {
        var page = await (await _world.AsAsync("coordinator")).OpenAsync("/settings/absence");

        page = await page.Form("/settings/absence").Fill("absences[0].from", "2031-07-10").Fill("absences[0].to", "2031-07-01").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["absences[0].to"]));
            Assert.That(page.Form("/settings/absence").Value("absences[0].from"), Is.EqualTo("2031-07-10"));
        }
    }

    [Test]
    public async Task Absence_ThatIsNoDay_SaysSoAndKeepsWhatWasTyped()
    {
        var page = await (await _world.AsAsync("coordinator")).OpenAsync("/settings/absence");

        page = await page.Form("/settings/absence").Fill("absences[0].from", "i juli").Fill("absences[0].to", "2031-07-01").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.ErrorAt("absences[0].from"), Does.Contain("2026-11-20"));
            Assert.That(page.Form("/settings/absence").Value("absences[0].from"), Is.EqualTo("i juli"));
        }
    }

    [Test]
    public async Task Absence_AddedAndEmptied_IsKeptAndTakenAway()
    {
        var page = await (await _world.AsAsync("deputy")).OpenAsync("/settings/absence");

        page = await page.Form("/settings/absence").Fill("absences[0].from", "2031-07-01").Fill("absences[0].to", "2031-07-31").SubmitAsync();
        Assert.That(page.Form("/settings/absence").Value("absences[0].to"), Is.EqualTo("2031-07-31"), page.Text);
        page = await page.Form("/settings/absence").Fill("absences[0].from", string.Empty).Fill("absences[0].to", string.Empty).SubmitAsync();

        Assert.That(page.Form("/settings/absence").Value("absences[0].to"), Is.Empty);
    }

    [Test]
    public async Task Tokens_None_SaysWhyItIsEmpty() =>
        Assert.That((await (await _world.AsAsync("employee")).OpenAsync("/settings/tokens")).Text, Does.Contain("Inget program har tillgång"));

    [Test]
    public async Task Tokens_OneRevoked_IsGone()
    {
        await _world.Cases.PostAsync("auditor", "/access-tokens", new { name = "Lönesystemet" });
        var page = await (await _world.AsAsync("auditor")).OpenAsync("/settings/tokens");
        Assert.That(page.Text, Does.Contain("Lönesystemet"));

        page = await page.Form("token").SubmitAsync();

        Assert.That(page.Text, Does.Not.Contain("Lönesystemet").And.Contain("Nyckeln gäller inte längre."));
    }

    [Test]
    public async Task MailLanguage_Changed_IsThePersonsFromThenOn()
    {
        var page = await (await _world.AsAsync("headrep")).OpenAsync("/settings");

        page = await page.Form("locale").Fill("locale", "en").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Is.EqualTo("/settings?done=mail_language"));
            Assert.That((string)(await _world.Cases.GetAsync("headrep", "/me")).Body["locale"]!, Is.EqualTo("en"));
        }
    }

    [Test]
    public async Task MailLanguage_Unknown_SaysSo()
    {
        var page = await (await _world.AsAsync("employee")).OpenAsync("/settings");

        page = await page.Form("locale").Forge("locale", "de").Fill("locale", "de").SubmitAsync();

        Assert.That(page.WrongFields, Is.EqualTo((string[])["locale"]));
    }
}
