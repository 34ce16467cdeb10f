using System.Net;
using IncidentReporting.Api.Tests;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Web.Tests.Pages;

/// <summary>The way in, and out again.</summary>
internal sealed class SignInTests
{
    private static readonly string Employee = CaseWorld.AddressOf("employee");

    [Test]
    public async Task Page_WithoutASession_LeadsToTheSignInAndBack()
    {
        var page = await PageWorld.Shared.Stranger().OpenAsync("/settings?saved=true");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), "open to all");

        page = await PageWorld.Shared.Stranger().OpenAsync("/");
        Assert.That(page.Redirects, Is.EqualTo((string[])["/sign-in"]));

        page = await SendAsync(page, Employee, TestHost.Password);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Path, Is.EqualTo("/"));
            Assert.That(page.Heading, Does.Contain("Person"));
        }
    }

    [Test]
    public async Task SignIn_WithAnAddressToReturnTo_GoesThere()
    {
        var page = await PageWorld.Shared.Stranger().OpenAsync("/sign-in?returnUrl=%2Fsettings%3Fsaved%3Dtrue");

        Assert.That((await SendAsync(page, Employee, TestHost.Password)).Address, Is.EqualTo("/settings?saved=true"));
    }

    [TestCase("https://elsewhere.example/")]
    [TestCase("//elsewhere.example/")]
    [TestCase("/\\elsewhere.example/")]
    public async Task SignIn_WithAnAddressElsewhere_StaysHere(string address)
    {
        var page = await PageWorld.Shared.Stranger().OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(address));

        Assert.That((await SendAsync(page, Employee, TestHost.Password)).Address, Is.EqualTo("/"));
    }

    [Test]
    public async Task SignIn_WithNothing_SaysWhatToFillInAtEachField()
    {
        var page = await SendAsync(await PageWorld.Shared.Stranger().OpenAsync("/sign-in"), string.Empty, string.Empty);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["userName", "password"]));
            Assert.That(page.ErrorAt("userName"), Is.EqualTo("Skriv din e-postadress."));
            Assert.That(page.ErrorAt("password"), Is.EqualTo("Skriv ditt lösenord."));
        }
    }

    [Test]
    public async Task SignIn_ThatIsWrong_SaysTheSameWhetherOrNotThePersonExistsAndKeepsTheAddress()
    {
        var known = await SendAsync(await PageWorld.Shared.Stranger().OpenAsync("/sign-in"), CaseWorld.AddressOf("colleague"), "fel-lösenord-här");
        var unknown = await SendAsync(await PageWorld.Shared.Stranger().OpenAsync("/sign-in"), "ingen@example.org", "fel-lösenord-här");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(known.Errors, Has.Count.EqualTo(1));
            Assert.That(unknown.Errors, Is.EqualTo(known.Errors));
            Assert.That(unknown.Status, Is.EqualTo(known.Status));
            Assert.That(known.Form("password").Value("userName"), Is.EqualTo(CaseWorld.AddressOf("colleague")));
            Assert.That(known.Form("password").Value("password"), Is.Empty, "a password is never sent back");
        }
    }

    [Test]
    public async Task SignIn_AgainAndAgainWrong_StaysShutForThatAddress()
    {
        await using var world = await PageWorld.StartAsync();
        var browser = world.Stranger();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SendAsync(await browser.OpenAsync("/sign-in"), Employee, "fel-lösenord-här");
        }

        var page = await SendAsync(await browser.OpenAsync("/sign-in"), Employee, TestHost.Password);

        Assert.That(page.Errors, Has.One.Contains("vänta"));
    }

    [TestCase("/sign-in")]
    [TestCase("/sign-out")]
    [TestCase("/leave")]
    [TestCase("/settings?handler=Language")]
    [TestCase("/accessibility")]
    public async Task OpenForm_SentFromAnotherSite_IsRefused(string path)
    {
        var page = await PageWorld.Shared.Stranger().PostFromElsewhereAsync(path, ("userName", Employee), ("password", TestHost.Password), ("text", "Hej"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(page.Has("[name=userName]"), Is.False, "nothing of it is offered to be sent again");
        }
    }

    [Test]
    public async Task Leave_AfterTheSessionHasEnded_StillLeadsOut()
    {
        var page = await SendAsync(await PageWorld.Shared.Stranger().OpenAsync("/sign-in"), Employee, TestHost.Password);
        page.Browser.ForgetCookies();

        var left = await page.Form("/leave").SubmitAsync();

        Assert.That((left.Status, left.Headers["Refresh"]), Is.EqualTo((HttpStatusCode.OK, "0; url=https://www.smhi.se/")));
    }

    [Test]
    public async Task Form_WhoseTokenIsNoLongerGood_HandsBackWhatWasTyped()
    {
        var page = await (await PageWorld.Shared.AsAsync("admin")).OpenAsync("/administration/units");
        var form = page.Form("name").Forge(Form.AntiforgeryField, "old").Fill("name", "Enheten som inte fick gå förlorad");

        var problem = await form.SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem.Form("name").Value("name"), Is.EqualTo("Enheten som inte fick gå förlorad"));
        }
    }

    [Test]
    public async Task Password_WhoseTokenIsNoLongerGood_IsNeverHandedBack()
    {
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync("/settings/password");

        var problem = await page.Form("next").Forge(Form.AntiforgeryField, "old").Fill("next", "Ett-nytt-losen-2026").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem.Source, Does.Not.Contain("Ett-nytt-losen-2026"));
        }
    }

    [Test]
    public async Task SignOut_FromAnyPage_EndsTheSession()
    {
        var page = await SendAsync(await PageWorld.Shared.Stranger().OpenAsync("/sign-in"), Employee, TestHost.Password);

        var after = await page.Form("/sign-out").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Path, Is.EqualTo("/sign-in"));
            Assert.That((await page.Browser.OpenAsync("/")).Path, Is.EqualTo("/sign-in"));
            Assert.That((await page.Browser.OpenAsync("/sign-out")).Path, Is.EqualTo("/sign-in"), "an address alone signs nobody out");
        }
    }

    [Test]
    public async Task Leave_FromAnyPage_EndsTheSessionAndLeadsOut()
    {
        var page = await SendAsync(await PageWorld.Shared.Stranger().OpenAsync("/sign-in"), Employee, TestHost.Password);

        var left = await page.Form("/leave").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.Headers["Refresh"], Does.StartWith("0; url=https://"));
            Assert.That(left.Headers["Clear-Site-Data"], Is.EqualTo("\"cache\""));
            Assert.That((await page.Browser.OpenAsync("/")).Path, Is.EqualTo("/sign-in"));
        }
    }

    private static Task<Page> SendAsync(Page page, string userName, string password) =>
        page.Form("password").Fill("userName", userName).Fill("password", password).SubmitAsync();
}
