using System.Globalization;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Journeys;

/// <summary>From what has happened to the receipt, however somebody comes to the pages.</summary>
internal sealed class ReportJourneys
{
    private const string Sentence = "Han ringde och sa att han vet var jag bor.";

    private static readonly Words SignIn = Words.Of("SignIn/SignInTexts");
    private static readonly Words Start = Words.Of("Start/StartTexts");
    private static readonly Words Report = Words.Of("Reports/ReportTexts");

    [Test]
    public async Task NewUser_GivenTheAddressAndTheEventAlone_ComesToTheReceiptWithoutAWrongTurn()
    {
        await using var visit = await Visit.StartAsync(person: null, Look.Phone);
        var seen = new List<string>();
        visit.Page.FrameNavigated += (_, frame) => seen.Add(Shape(new Uri(frame.Url).AbsolutePath));
        var hand = new Hand(visit.Page);

        // "Someone threatened you on the phone yesterday. Report it."
        await visit.OpenAsync("/");
        await hand.TypeAsync(SignIn["user_name"], Visit.AddressOf("employee"));
        await hand.TypeAsync(SignIn["password"], Visit.Password);
        await hand.PressAsync(SignIn["submit"]);
        await hand.PressAsync(Start["report"]);
        await hand.PressAsync(Report["safe.yes"]);
        await hand.ChooseAsync(Report["kind.threat_direct"]);
        await hand.TypeAsync(Report["when.date"], DateTime.Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await hand.TypeAsync(Report["description"], Sentence);
        await hand.PressAsync(Report["send"]);

        await IsReceiptAsync(visit.Page);
        TestContext.Out.WriteLine($"From the address to the receipt: {hand.Clicks} clicks, {hand.Passed.TotalSeconds:F1} s for the service and the browser.");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hand.Clicks, Is.LessThanOrEqualTo(9));
            Assert.That(seen, Is.EqualTo((string[])["/sign-in", "/", "/report", "/report/{id}", "/report/{id}/receipt"]));
        }
    }

    [Test]
    public async Task Report_WithTheKeyboardAlone_ComesToTheReceipt()
    {
        await using var visit = await Visit.StartAsync();
        var keys = new Keys(visit.Page);

        await visit.OpenAsync("/");
        await keys.GoToAsync(SignIn["user_name"]);
        await keys.TypeAsync(Visit.AddressOf("employee"));
        await keys.GoToAsync(SignIn["password"]);
        await keys.TypeAsync(Visit.Password);
        await keys.PressAsync();
        await keys.GoToAsync(Start["report"]);
        await keys.PressAsync();
        await keys.GoToAsync(Report["safe.yes"]);
        await keys.PressAsync();
        await keys.GoToAsync(Report["kind.threat_direct"]);
        await keys.TickAsync();
        await keys.GoToAsync(Report["description"]);
        await keys.TypeAsync(Sentence);
        await keys.GoToAsync(Report["send"]);
        await keys.PressAsync();

        await IsReceiptAsync(visit.Page);
    }

    [Test]
    public async Task Report_OnASmallPhone_FitsAndCanBeHit()
    {
        await using var visit = await Visit.StartAsync("employee", Look.SmallPhone);
        var hand = new Hand(visit.Page);

        await visit.OpenAsync("/");
        await FitsAsync(visit);
        await hand.PressAsync(Start["report"]);
        await FitsAsync(visit);
        await hand.PressAsync(Report["safe.yes"]);
        await FitsAsync(visit);
        await hand.ChooseAsync(Report["kind.threat_veiled"]);
        await hand.ChooseAsync(Report["kind.online_attack"]);
        await hand.TypeAsync(Report["description"], Sentence);
        await hand.PressAsync(Report["send"]);
        await IsReceiptAsync(visit.Page);
        await FitsAsync(visit);
    }

    [Test]
    public async Task Report_WithoutScript_ComesToTheReceiptAndGoesOn()
    {
        await using var visit = await Visit.StartAsync("employee", Look.Phone with { HasScript = false });
        var hand = new Hand(visit.Page);

        await visit.OpenAsync("/");
        await hand.PressAsync(Start["report"]);
        await hand.PressAsync(Report["safe.unsure"]);
        await hand.PressAsync(Report["safety.continue"]);
        await hand.PressAsync(Report["send"]);
        await Assertions.Expect(visit.Page.Locator("[data-error-summary]")).ToBeVisibleAsync();
        await hand.ChooseAsync(Report["kind.physical_violence"]);
        await hand.TypeAsync(Report["description"], Sentence);
        await hand.PressAsync(Report["send"]);
        await IsReceiptAsync(visit.Page);

        await hand.PressAsync(Report["receipt.more.go"]);
        await hand.PressAsync(Report["more.skip"]);
        await hand.PressAsync(Report["more.stop"]);
        await IsReceiptAsync(visit.Page);
    }

    [Test]
    public async Task Report_WhenTheSessionEndsInTheMiddle_LosesNothing()
    {
        await using var visit = await Visit.StartAsync("colleague", Look.Phone);
        var hand = new Hand(visit.Page);
        await visit.OpenAsync("/report");
        await hand.PressAsync(Report["safe.yes"]);
        await hand.ChooseAsync(Report["kind.threat_direct"]);
        await visit.EndSessionsAsync();

        await hand.TypeAsync(Report["description"], Sentence);
        await hand.PressAsync(Report["send"]);
        await Assertions.Expect(visit.Page.GetByText(SignIn["ended.kept"])).ToBeVisibleAsync();
        await hand.TypeAsync(SignIn["user_name"], Visit.AddressOf("colleague"));
        await hand.TypeAsync(SignIn["password"], Visit.Password);
        await hand.PressAsync(SignIn["submit"]);
        await hand.PressAsync(SignIn["resume.submit"]);

        await IsReceiptAsync(visit.Page);
        Assert.That((string)(await visit.ReadAsync("/incidents/" + visit.Path.Split('/')[2]))["description"]!, Is.EqualTo(Sentence));
    }

    [Test]
    public async Task Draft_OnALostLine_KeepsItsTextAndIsSavedWhenTheLineIsBack()
    {
        await using var visit = await Visit.StartAsync("colleague", Look.Phone);
        var hand = new Hand(visit.Page);
        await visit.OpenAsync("/report");
        await hand.PressAsync(Report["safe.yes"]);
        var state = visit.Page.Locator("#save-state");

        await visit.Context.SetOfflineAsync(true);
        await hand.TypeAsync(Report["description"], Sentence);
        await Assertions.Expect(state).ToHaveTextAsync(Report["saved.offline"]);
        await hand.PressAsync(Report["send"]);
        await Assertions.Expect(visit.Page.GetByLabel(Report["description"])).ToHaveValueAsync(Sentence);
        await visit.Context.SetOfflineAsync(false);
        await Assertions.Expect(state).ToContainTextAsync(Report["saved.automatically"].Split('{')[0]);

        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.GetByLabel(Report["description"])).ToHaveValueAsync(Sentence);
    }

    [Test]
    public async Task Draft_BegunOnOneDevice_GoesOnOnAnother()
    {
        await using var phone = await Visit.StartAsync("colleague", Look.Phone);
        var hand = new Hand(phone.Page);
        await phone.OpenAsync("/report");
        await hand.PressAsync(Report["safe.yes"]);
        await hand.TypeAsync(Report["description"], Sentence);
        await Assertions.Expect(phone.Page.Locator("#save-state")).ToContainTextAsync(Report["saved.automatically"].Split('{')[0]);

        await using var desktop = await Visit.StartAsync("colleague");
        await desktop.OpenAsync("/report");
        await new Hand(desktop.Page).ClickAsync(desktop.Page.Locator($"a[href='{phone.Path}']"));

        await Assertions.Expect(desktop.Page.GetByLabel(Report["description"])).ToHaveValueAsync(Sentence);
    }

    [Test]
    public async Task Report_InEnglish_SpeaksEnglishAllTheWay()
    {
        await using var visit = await Visit.StartAsync(person: null, Look.Desktop with { Language = "en-GB" });
        var hand = new Hand(visit.Page);
        var report = Report.InEnglish;

        await visit.OpenAsync("/");
        await hand.TypeAsync(SignIn.InEnglish["user_name"], Visit.AddressOf("employee"));
        await hand.TypeAsync(SignIn.InEnglish["password"], Visit.Password);
        await hand.PressAsync(SignIn.InEnglish["submit"]);
        await hand.PressAsync(Start.InEnglish["report"]);
        await hand.PressAsync(report["safe.yes"]);
        await hand.ChooseAsync(report["kind.other_violation"]);
        await hand.PressAsync(report["send"]);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(report["receipt.heading"]);
        Assert.That(await visit.Page.EvaluateAsync<string>("() => document.documentElement.lang"), Is.EqualTo("en"));
    }

    [Test]
    public async Task Report_InForcedColours_ShowsWhatIsChosenAndWhatHasTheFocus()
    {
        await using var visit = await Visit.StartAsync("employee", Look.Desktop with { HasForcedColors = true });
        await visit.OpenAsync("/report");
        var hand = new Hand(visit.Page);
        await hand.PressAsync(Report["safe.yes"]);
        var box = visit.Page.GetByLabel(Report["kind.threat_direct"]);
        var unticked = await LookOfAsync(box);
        await box.CheckAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await LookOfAsync(box), Is.Not.EqualTo(unticked), "a ticked box looks like one that is not");
            Assert.That(await visit.Page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches"));
        }

        var keys = new Keys(visit.Page);
        await keys.GoToAsync(Report["send"]);
        await keys.PressAsync();
        await IsReceiptAsync(visit.Page);
    }

    [Test]
    public async Task Leave_FromTheMiddle_LeavesNothingToGoBackTo()
    {
        await using var visit = await Visit.StartAsync("colleague", Look.Phone);
        var away = string.Empty;
        await visit.Context.RouteAsync("https://**", route =>
        {
            away = route.Request.Url;
            return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = "<h1>Vädret</h1>" });
        });
        visit.MayLeave = true;
        var hand = new Hand(visit.Page);
        await visit.OpenAsync("/report");
        await hand.PressAsync(Report["safe.yes"]);
        var draft = visit.Path;
        await hand.TypeAsync(Report["description"], Sentence);
        await Assertions.Expect(visit.Page.Locator("#save-state")).ToContainTextAsync(Report["saved.automatically"].Split('{')[0]);

        await hand.PressAsync(Words.Of("Shared/SharedTexts")["leave"]);
        await Assertions.Expect(visit.Page.GetByText("Vädret")).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        Assert.That(await visit.Page.ContentAsync(), Does.Not.Contain(Sentence), "gone back");

        await visit.SignInAsync("colleague");
        await visit.OpenAsync(draft);
        await Assertions.Expect(visit.Page.GetByLabel(Report["description"])).ToHaveValueAsync(Sentence);
        Assert.That(away, Does.StartWith("https://"));
    }

    private static Task IsReceiptAsync(IPage page) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Report["receipt.heading"]);

    private static async Task FitsAsync(Visit visit)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await visit.OverflowAsync(), Is.Zero, $"{Shape(visit.Path)} is wider than the window: {await visit.WidestAsync()}");
            Assert.That(await visit.SmallTargetsAsync(), Is.Empty, $"hard to hit on {Shape(visit.Path)}");
        }
    }

    // A picture of the box and its row.
    private static async Task<string> LookOfAsync(ILocator box)
    {
        var picture = await box.Locator("xpath=ancestor::label").ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(picture));
    }

    private static string Shape(string path) => string.Join('/', path.Split('/').Select(part => Guid.TryParse(part, out _) ? "{id}" : part));
}
