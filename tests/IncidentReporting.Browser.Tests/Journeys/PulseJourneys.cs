using System.Globalization;
using System.Text.Json.Nodes;
using IncidentReporting.Browser.Tests.Accessibility;
using IncidentReporting.TestKit;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Journeys;

/// <summary>From the mailed link to the thanks, on a small phone.</summary>
internal sealed class PulseJourneys
{
    private static readonly Words Survey = Words.Of("Pulse/PulsePageTexts");

    [TestCase(true)]
    [TestCase(false)]
    public async Task Survey_OnASmallPhone_IsAnsweredWithoutAnAccount(bool hasScript)
    {
        var link = await LinkAsync();
        await using var visit = await Visit.StartAsync(person: null, Look.SmallPhone with { HasScript = hasScript, IsDark = !hasScript });
        var hand = new Hand(visit.Page);

        await visit.OpenAsync(link);
        await LooksWellAsync(visit, hasScript);
        await hand.ClickAsync(visit.Page.GetByLabel("Muntliga eller skriftliga direkta hot", new() { Exact = true }));
        await hand.ClickAsync(visit.Page.GetByLabel("Inget av detta", new() { Exact = true }));
        await hand.PressAsync(Survey["send"]);
        await Assertions.Expect(visit.Page.Locator("[data-error-summary]")).ToBeVisibleAsync();
        await LooksWellAsync(visit, hasScript);
        await Assertions.Expect(visit.Page.GetByLabel("Muntliga eller skriftliga direkta hot", new() { Exact = true })).ToBeCheckedAsync();
        await hand.ClickAsync(visit.Page.GetByLabel("Inget av detta", new() { Exact = true }));
        await hand.ClickAsync(visit.Page.GetByLabel("Otillräckligt", new() { Exact = true }));
        await hand.PressAsync(Survey["send"]);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Survey["thanks.title"]);
        await LooksWellAsync(visit, hasScript);
        Assert.That(visit.Path, Is.EqualTo("/pulse/thanks"), "the link stands in no address any more");

        await visit.OpenAsync(link, status: 409);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Survey["used.title"]);
        await LooksWellAsync(visit, hasScript);
    }

    /// <summary>A link nobody has used.</summary>
    internal static async Task<string> LinkAsync()
    {
        await using var coordinator = await Visit.StartAsync("coordinator");
        var top = (await coordinator.ReadAsync("/units"))["items"]!.AsArray().First(unit => unit!["parentId"] is null)!;
        var before = Directory.Exists(RunSetUp.Site.MailFolder) ? await PulseMails.LinksAsync(RunSetUp.Site.MailFolder, expected: 0) : [];
        var today = DateTime.Today;
        await coordinator.PostAsync("/pulse-rounds", new JsonObject
        {
            ["name"] = "Hösten",
            ["opensOn"] = Day(today),
            ["closesOn"] = Day(today.AddDays(13)),
            ["unitIds"] = new JsonArray((string)top["id"]!),
        });
        return (await PulseMails.LinksAsync(RunSetUp.Site.MailFolder, before.Count + 1)).Except(before).First();
    }

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task LooksWellAsync(Visit visit, bool hasScript)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await visit.OverflowAsync(), Is.Zero, $"wider than the window: {await visit.WidestAsync()}");
            Assert.That(await visit.SmallTargetsAsync(), Is.Empty, "hard to hit");
            if (hasScript)
            {
                Assert.That(await Axe.FaultsAsync(visit.Page), Is.Empty);
            }
        }
    }
}
