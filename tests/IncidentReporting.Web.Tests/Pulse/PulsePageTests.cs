using System.Globalization;
using System.Net;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Tests.Pulse;

/// <summary>The anonymous survey as it is planned and as it is answered.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class PulsePageTests
{
    private const string Administration = "/administration/pulse";

    private static readonly string Today = Day(0);

    private PageWorld _world = null!;
    private Queue<string> _links = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await PageWorld.StartAsync();
        var coordinator = await _world.AsAsync("coordinator");
        var page = (await coordinator.OpenAsync(Administration)).Is(HttpStatusCode.OK);
        Assert.That(page.Text, Does.Contain("Inga omgångar ännu"));
        var form = page.Form(Administration).Fill("name", "Hösten").Fill("opensOn", Today).Fill("closesOn", Day(13));
        page = await form.Check("unitIds", form.Choices("unitIds")[0]).SubmitAsync("Planera omgången");
        Assert.That(page.Address, Is.EqualTo(Administration + "?done=true"), string.Join(' ', page.Errors));
        _links = new Queue<string>(await PulseMails.LinksAsync(Path.Combine(_world.Cases.Host.Folder, "mail"), expected: 5));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Rounds_ShowTheirStateAndNeverExactlyHowManyAnswered()
    {
        foreach (var who in new[] { "coordinator", "admin", "analyst" })
        {
            var page = (await (await _world.AsAsync(who)).OpenAsync(Administration)).Is(HttpStatusCode.OK);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(page.TextOf(".row-title"), Is.EqualTo("Hösten Pågår"));
                Assert.That(page.TextOf(".row-help"), Does.Match("tillfrågade$"));
                Assert.That(page.Has("input[name=opensOn]"), Is.EqualTo(who != "analyst"), who);
            }
        }
    }

    [TestCase("employee")]
    [TestCase("manager")]
    [TestCase("auditor")]
    public async Task Rounds_AreNotForEverybody(string who) =>
        Assert.That((await (await _world.AsAsync(who)).OpenAsync(Administration)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Rounds_SomeoneNotSignedIn_IsShownTheWayIn() => Assert.That((await _world.Stranger().OpenAsync(Administration)).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Round_WithFaults_SaysThemAndKeepsWhatWasTyped()
    {
        var form = (await (await _world.AsAsync("coordinator")).OpenAsync(Administration)).Form(Administration);

        var unit = form.Choices("unitIds")[1];
        var page = await form.Fill("name", "Våren").Fill("opensOn", "i morgon").Fill("closesOn", Today).Check("unitIds", unit).SubmitAsync();
        Assert.That(page.WrongFields, Is.EqualTo((string[])["opensOn"]));
        Assert.That((page.Form(Administration).Value("name"), page.Form(Administration).Value("opensOn"), page.Form(Administration).Value("unitIds")), Is.EqualTo(("Våren", "i morgon", unit)));

        page = await page.Form(Administration).Fill("name", string.Empty).Fill("opensOn", Day(3)).Uncheck("unitIds", unit).SubmitAsync();
        Assert.That(page.WrongFields, Is.EquivalentTo((string[])["name", "closesOn", "unitIds"]));
    }

    [Test]
    public async Task Mails_OfTheSurvey_StandInTheListWithoutTheirLinks()
    {
        var page = (await (await _world.AsAsync("admin")).OpenAsync("/administration/mail")).Is(HttpStatusCode.OK);

        Assert.That(page.Text, Does.Contain("Inbjudan till den anonyma enkäten").And.Not.Contain("/pulse/"));
    }

    [Test]
    public async Task Overview_LeadsToTheRounds() =>
        Assert.That((await (await _world.AsAsync("coordinator")).OpenAsync("/administration")).HasLink(Administration));

    [Test]
    public async Task Survey_AsksNobodyWhoSheIs_AlsoWhenSheIsSignedIn()
    {
        foreach (var browser in new[] { _world.Stranger(), await _world.AsAsync("employee") })
        {
            var page = (await browser.OpenAsync(_links.Peek())).Is(HttpStatusCode.OK);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(page.Document.QuerySelectorAll("main fieldset"), Has.Length.EqualTo(PulseQuestions.All.Count));
                Assert.That(page.Source, Does.Not.Contain("Person employee"));
                Assert.That(page.Has(".site-nav"), Is.False);
                Assert.That(page.Headers["Referrer-Policy"], Is.EqualTo("no-referrer"));
            }
        }
    }

    [Test]
    public async Task Survey_SpeaksTheBrowsersLanguage()
    {
        var page = await _world.Stranger("en").OpenAsync(_links.Peek());

        Assert.That((page.Language, page.Heading), Is.EqualTo(("en", "How are things at work?")));
    }

    [Test]
    public async Task Answer_IsTakenOnceAndLeadsToWhereHelpIs()
    {
        var (link, stranger) = (_links.Dequeue(), _world.Stranger());
        var page = await stranger.OpenAsync(link);

        page = await page.Form(link).Check("exposure", "threat_veiled", "threat_direct").Fill("support", "none").Fill("occupational_group", "counsellor").SubmitAsync("Skicka svaret");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((page.Address, page.Heading), Is.EqualTo(("/pulse/thanks", "Tack för ditt svar")));
            Assert.That(page.HasLink("/support") && page.HasLink("/legal-protection") && page.HasLink("/report"));
        }

        page = await stranger.OpenAsync(link);
        Assert.That((page.Status, page.Heading), Is.EqualTo((HttpStatusCode.Conflict, "Länken är redan använd")));
        Assert.That(page.Has("main form"), Is.False);
    }

    [Test]
    public async Task Answer_InTwoWindows_IsToldThatTheLinkIsUsed()
    {
        var link = _links.Dequeue();
        var (one, other) = (await _world.Stranger().OpenAsync(link), await _world.Stranger().OpenAsync(link));
        await one.Form(link).Fill("influence", "yes").SubmitAsync();

        var page = await other.Form(link).Fill("influence", "no").SubmitAsync();

        Assert.That((page.Status, page.Heading), Is.EqualTo((HttpStatusCode.Conflict, "Länken är redan använd")));
    }

    [Test]
    public async Task Answer_ThatDoesNotHold_SaysSoAndKeepsWhatWasChosen()
    {
        var link = _links.Peek();
        var page = await _world.Stranger().OpenAsync(link);

        page = await page.Form(link).Check("exposure", "physical_violence", "none").Fill("prevention", "enough").SubmitAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["exposure"]));
            Assert.That(page.ErrorAt("exposure"), Does.StartWith("”Inget av detta”"));
            Assert.That(page.Form(link).Values("exposure"), Is.EqualTo((string[])["physical_violence", "none"]));
            Assert.That(page.Form(link).Value("prevention"), Is.EqualTo("enough"));
        }
    }

    [Test]
    public async Task Answer_OfNothing_IsNotTaken()
    {
        var link = _links.Peek();

        var page = await (await _world.Stranger().OpenAsync(link)).Form(link).SubmitAsync();

        Assert.That(page.ErrorAt("exposure"), Does.StartWith("Svara på minst en fråga"));
    }

    [Test]
    public async Task Answer_WithAForgedOption_IsRefusedAtItsQuestion()
    {
        var link = _links.Peek();

        var page = await (await _world.Stranger().OpenAsync(link)).Form(link).Fill("legal_protection", "very_weak").Forge("legal_protection", "splendid").SubmitAsync();

        Assert.That(page.WrongFields, Is.EqualTo((string[])["legal_protection"]));
    }

    [Test]
    public async Task Link_ThatNeverWas_IsNotFound()
    {
        var page = await _world.Stranger().OpenAsync(_links.Peek()[..^4] + "AAAA");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Link_OfARoundThatIsOver_SaysSo()
    {
        await EndAsync(DateTimeOffset.UtcNow.AddMinutes(-1));
        var page = await _world.Stranger().OpenAsync(_links.Peek());
        await EndAsync(DateTimeOffset.UtcNow.AddDays(13));

        Assert.That((page.Status, page.Heading), Is.EqualTo((HttpStatusCode.Conflict, "Omgången är slut")));
    }

    private async Task EndAsync(DateTimeOffset at)
    {
        await using var scope = _world.Cases.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>().Set<PulseRound>().ExecuteUpdateAsync(change => change.SetProperty(round => round.ClosesAt, at));
    }

    private static string Day(int later) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).DateTime)
        .AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
