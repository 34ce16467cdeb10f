using System.Globalization;
using System.Text.RegularExpressions;
using IncidentReporting.Mail.Tests;
using IncidentReporting.TestKit.Running;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Journeys;

/// <summary>What people do with a case after it was reported, from where they hear of it to its end.</summary>
internal sealed partial class CaseJourneys
{
    private const int MostSteps = 16;

    private static readonly Words SignIn = Words.Of("SignIn/SignInTexts");

    [Test]
    public async Task Manager_FromTheMailToTheEnd_IsLedByTheCase()
    {
        await using var exposed = await Visit.StartAsync("employee");
        var number = (string)(await exposed.ReportAsync())["number"]!;
        var link = await LinkInMailAsync("manager", number);

        await using var manager = await Visit.StartAsync(person: null);
        var hand = new Hand(manager.Page);
        await manager.OpenAsync(link);
        Assert.That(manager.Path, Is.EqualTo("/sign-in"));
        await hand.TypeAsync(SignIn["user_name"], Visit.AddressOf("manager"));
        await hand.TypeAsync(SignIn["password"], Visit.Password);
        await hand.PressAsync(SignIn["submit"]);
        Assert.That(manager.Path, Is.EqualTo($"/incidents/{number}"), "the mail's link survives the sign-in");

        // First what the case asks for, then what closing it still lacks.
        var done = new List<string>();
        while (done.Count < MostSteps && await NextAsync(manager, number) is { } next && !done.Contains(next))
        {
            await hand.ClickAsync(manager.Page.Locator(".next-duty .actions a.ds-button").First);
            await manager.Page.WaitForURLAsync(address => PathOf(address) != $"/incidents/{number}");
            await AnswerAsync(manager, hand, number);
            done.Add(next);
        }

        Assert.That(done, Does.Contain("acknowledge").And.Contain("support/new"), "what the case asked for: " + string.Join(", ", done));
        while (done.Count < MostSteps && !done.Contains("close"))
        {
            await manager.OpenAsync($"/incidents/{number}/close");
            if (await manager.Page.Locator("main textarea[name=summary]").CountAsync() == 0)
            {
                var lacking = manager.Page.Locator("main section ul.rows").First.Locator("a");
                Assert.That(await lacking.CountAsync(), Is.Positive, $"closing leads nowhere after {string.Join(", ", done)}: {await manager.Page.Locator("main").InnerTextAsync()}");
                await hand.ClickAsync(lacking.First);
                await manager.Page.WaitForURLAsync(address => !address.EndsWith("/close", StringComparison.Ordinal));
            }

            done.Add(FormOf(manager.Page.Url));
            await AnswerAsync(manager, hand, number);
        }

        TestContext.Out.WriteLine($"A manager from the mail to the proposal: {string.Join(", ", done.Select(step => step.Split('/')[0]))}; {hand.Clicks} clicks, {hand.Passed.TotalSeconds:F1} s.");
        Assert.That(done, Does.Contain("close"));

        var yes = new Hand(exposed.Page);
        await exposed.OpenAsync($"/incidents/{number}");
        await yes.ClickAsync(exposed.Page.Locator(".next-duty .actions a.ds-button").First);
        await exposed.Page.WaitForURLAsync(address => address.EndsWith("/closure-answer", StringComparison.Ordinal));
        await exposed.Page.Locator("main input[name=agrees]").First.CheckAsync();
        await SendAsync(exposed, yes, number);
        Assert.That(await StateAsync(exposed, number), Is.EqualTo("closed"));
    }

    [Test]
    public async Task Representative_AsksByLaw_AndTheManagerAnswersInTime()
    {
        var words = Words.Of("MeasureRequests/MeasureRequestTexts");
        await using var representative = await Visit.StartAsync("rep");
        var hand = new Hand(representative.Page);
        await representative.OpenAsync("/representative");
        await hand.ClickAsync(representative.Page.Locator("main a[href='/measure-requests/new']").First);
        await representative.Page.Locator("main textarea[name=text]").FillAsync("Larm saknas i besöksrummen. Skaffa larm innan nästa vecka.");
        await representative.Page.Locator("main input[name=answerBy]").FillAsync(DateTime.Today.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await hand.PressAsync(words["new.submit"]);
        var request = representative.Path;

        await Assertions.Expect(representative.Page.Locator("[role=status]").First).ToBeVisibleAsync();
        await Assertions.Expect(representative.Page.Locator(".next-duty .when")).ToBeVisibleAsync();
        await Assertions.Expect(representative.Page.GetByText(words["receipt"], new() { Exact = true })).ToBeVisibleAsync();

        await using var manager = await Visit.StartAsync("manager");
        await manager.OpenAsync(request);
        await manager.Page.Locator("main textarea[name=answer]").FillAsync("Larmen monteras på torsdag.");
        await new Hand(manager.Page).PressAsync(words["answer.submit"]);
        await Assertions.Expect(manager.Page.Locator("[role=status]").First).ToBeVisibleAsync();

        await representative.OpenAsync(request);
        await Assertions.Expect(representative.Page.GetByText("Larmen monteras på torsdag.")).ToBeVisibleAsync();
        await representative.Page.Locator("main input[name=satisfied]").First.CheckAsync();
        await hand.PressAsync(words["close.submit"]);
        await Assertions.Expect(representative.Page.Locator("main textarea[name=answer]")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Administrator_AddsAUnitAndAPerson_WhoCanSignInAndReport()
    {
        var words = Words.Of("Administration/AdministrationTexts");
        await using var administrator = await Visit.StartAsync("admin");
        var hand = new Hand(administrator.Page);
        await administrator.OpenAsync("/administration");
        await hand.ClickAsync(administrator.Page.Locator("main a[href='/administration/units']").First);
        await hand.ClickAsync(administrator.Page.Locator("summary", new() { HasText = words["units.add"] }));
        await administrator.Page.Locator("main input[name=name]").FillAsync("Familjerätten");
        await hand.PressAsync(words["units.add.submit"]);
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Familjerätten", Exact = true })).ToBeVisibleAsync();

        await administrator.OpenAsync("/administration/people");
        await hand.PressAsync(words["people.add"]);
        await administrator.Page.Locator("main input[name=name]").FillAsync("Nova Nyanställd");
        await administrator.Page.Locator("main input[name=userName]").FillAsync("nova@exempelkommun.example");
        await administrator.Page.Locator("main input[name=password]").FillAsync(Visit.Password);
        await administrator.Page.Locator("main select[name=unitId]").SelectOptionAsync(new SelectOptionValue { Label = await LabelAsync(administrator.Page, "unitId", "Familjerätten") });
        await administrator.Page.Locator("main select[name='roles[0].role']").SelectOptionAsync("employee");
        await administrator.Page.Locator("main select[name='roles[0].unitId']")
            .SelectOptionAsync(new SelectOptionValue { Label = await LabelAsync(administrator.Page, "roles[0].unitId", "Familjerätten") });
        await hand.PressAsync(words["people.add.submit"]);
        await Assertions.Expect(administrator.Page.Locator("[data-error-summary]")).ToHaveCountAsync(0);

        await using var person = await Visit.StartAsync("nova");
        await person.OpenAsync("/");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Nova");
        var number = (string)(await person.ReportAsync())["number"]!;
        Assert.That((string)(await person.ReadAsync("/incidents/" + number))["unit"]!["name"]!, Is.EqualTo("Familjerätten"));
    }

    // Fills in the form that the page has and sends it; the case is shown again afterwards.
    private static async Task AnswerAsync(Visit visit, Hand hand, string number)
    {
        var page = visit.Page;
        switch (FormOf(page.Url).Split('/')[0])
        {
            case "acknowledge":
                await page.Locator("main textarea[name=message]").FillAsync("Tack för att du berättade. Jag ringer dig i eftermiddag.");
                break;
            case "assess":
                await page.Locator("main input[name=danger][value=low]").CheckAsync();
                await page.Locator("main input[name=injury][value=none]").CheckAsync();
                await page.Locator("main input[name=avDuty][value=no]").CheckAsync();
                await page.Locator("main textarea[name=avReason]").FillAsync("Ingen var i fara på plats.");
                break;
            case "support":
                // Offering it first, and then noting what was answered.
                await page.Locator("main input[name=measures], main input[name=answer]").First.CheckAsync();
                break;
            case "police":
                await hand.ClickAsync(page.Locator("main a[href*='status=decided_report'], main a[href*='step=decided_report'], main a.ds-button[data-size=lg]").First);
                await Assertions.Expect(page.Locator("main form input[name=status]")).ToBeAttachedAsync();
                if (await page.Locator("main input[name=reportedBy]").CountAsync() > 0)
                {
                    await page.Locator("main input[name=reportedBy][value=employer]").CheckAsync();
                }

                break;
            case "follow-ups":
                await page.Locator("main input[name=declined][value=false]").CheckAsync();
                await page.Locator("main input[name=newRisks][value=false]").CheckAsync();
                await page.Locator("main textarea[name=summary]").FillAsync("Vi har talats vid. Det känns bättre.");
                break;
            case "actions":
                await page.Locator("main textarea[name=description]").FillAsync("Vi byter lås på entrén.");
                break;
            case "close":
                await page.Locator("main textarea[name=summary]").FillAsync("Polisanmält, stöd givet, larm på plats.");
                break;
            case var other:
                throw new AssertionException($"the journey knows no way through {other}");
        }

        await SendAsync(visit, hand, number);
    }

    private static async Task SendAsync(Visit visit, Hand hand, string number)
    {
        var from = visit.Path;
        await hand.ClickAsync(visit.Page.Locator("main form[method=post] button.ds-button[type=submit]:not([formaction])").First);
        var said = visit.Page.Locator("main [role=status], [data-error-summary]").First;
        await Assertions.Expect(said).ToBeVisibleAsync();
        Assert.That(visit.Path, Is.EqualTo($"/incidents/{number}"), $"sent from {from}, and the page says: {await said.InnerTextAsync()}");
    }

    // The form that the case's next step leads to; null when it only waits.
    private static async Task<string?> NextAsync(Visit visit, string number)
    {
        await visit.OpenAsync($"/incidents/{number}");
        var action = visit.Page.Locator(".next-duty .actions a.ds-button");
        return await action.CountAsync() > 0 ? FormOf(await action.First.GetAttributeAsync("href") ?? string.Empty) : null;
    }

    private static async Task<string> StateAsync(Visit visit, string number) => (string)(await visit.ReadAsync("/incidents/" + number))["state"]!;

    // Options of a tree of units are indented.
    private static async Task<string> LabelAsync(IPage page, string select, string text) =>
        (await page.Locator($"main select[name='{select}'] option").AllTextContentsAsync()).First(option => option.Contains(text, StringComparison.Ordinal));

    private static async Task<string> LinkInMailAsync(string person, string number)
    {
        var link = await Calls.UntilAsync(
            () => Task.FromResult(LinkIn(person, number)), found => found is not null, TimeSpan.FromSeconds(30));
        return link ?? throw new AssertionException($"no mail to {person} about {number}");
    }

    private static string? LinkIn(string person, string number) => !Directory.Exists(RunSetUp.Site.MailFolder) ? null : Directory.EnumerateFiles(RunSetUp.Site.MailFolder, "*.eml")
        .Select(file => ReceivedMail.Parse(File.ReadAllText(file)))
        .Where(mail => mail.To().Address == Visit.AddressOf(person))
        .SelectMany(mail => Link().Matches(mail.Text).Select(match => match.Value))
        .FirstOrDefault(found => found.Contains(number, StringComparison.Ordinal));

    // What stands after the case's number.
    private static string FormOf(string address) => string.Join('/', PathOf(address).Split('/').Skip(3));

    private static string PathOf(string address) => (address.StartsWith('/') ? address : new Uri(address).AbsolutePath).Split('?')[0];

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+/incidents/[0-9A-Za-z/-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
