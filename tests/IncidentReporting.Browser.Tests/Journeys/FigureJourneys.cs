using IncidentReporting.Browser.Tests.Accessibility;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Journeys;

/// <summary>From a question about the figures to its answer, and what stands there when there is none.</summary>
internal sealed class FigureJourneys
{
    private static readonly Words Shared = Words.Of("Shared/SharedTexts");
    private static readonly Words Overview = Words.Of("Statistics/Overview/OverviewTexts");
    private static readonly Words Reports = Words.Of("Statistics/Reports/ReportsTexts");
    private static readonly Words Explore = Words.Of("Statistics/Explore/ExploreTexts");

    [Test]
    public async Task Overview_FromTheMenu_AnswersInOneLookAndLeadsToTheFigureBehind()
    {
        await using var visit = await Visit.StartAsync("analyst");
        await visit.OpenAsync("/");
        await new Hand(visit.Page).PressAsync(Shared["nav.statistics"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(visit.Path, Is.EqualTo("/statistics"));
            Assert.That(await visit.Page.Locator(".key-figures dt").CountAsync(), Is.EqualTo(4));
            Assert.That(await visit.Page.Locator("figure.chart > svg:visible").CountAsync(), Is.EqualTo(3), "each chart once, in the form for the width");
            Assert.That(await visit.Page.GetByRole(AriaRole.Heading, new() { Name = Overview["benchmarks"] }).IsVisibleAsync(), Is.True);
            Assert.That(await Axe.FaultsAsync(visit.Page), Is.Empty);
        }

        await visit.Page.Locator(".key-figures dt a").First.ClickAsync();
        Assert.That(visit.Path, Is.EqualTo("/statistics/explore"));
    }

    [Test]
    public async Task Explore_WithoutScript_ComesFromAClosedTableToOneThatIsOpen()
    {
        await using var visit = await Visit.StartAsync("analyst", Look.Phone with { HasScript = false });
        await visit.OpenAsync("/statistics/explore?measure=exposures&by=kind&by2=policeStatus&by3=occupationalGroup");

        Assert.That(await visit.Page.GetByText(Explore["closed"]).IsVisibleAsync(), Is.True);
        await visit.Page.Locator(".instead a").First.ClickAsync();
        await visit.Page.WaitForLoadStateAsync();
        Assert.That(await visit.Page.Locator(".statistics-answer table").Last.IsVisibleAsync(), Is.True);

        await visit.Page.GetByLabel(Explore["by2"], new() { Exact = true }).SelectOptionAsync(string.Empty);
        await visit.Page.GetByLabel(Explore["by3"], new() { Exact = true }).SelectOptionAsync(string.Empty);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Explore["show"], Exact = true }).ClickAsync();
        await visit.Page.WaitForLoadStateAsync();

        Assert.That(visit.Page.Url, Does.Contain("by=kind"), "the address can be kept");
    }

    [Test]
    public async Task BoardReport_FromTheChoiceToPaper_IsTwoSheetsWithoutFaults()
    {
        await using var visit = await Visit.StartAsync("analyst");
        await visit.OpenAsync("/statistics/reports");
        await new Hand(visit.Page).PressAsync(Reports["show"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(visit.Path, Is.EqualTo("/statistics/reports/yearly"));
            Assert.That(await visit.Page.Locator(".key-figures dt").CountAsync(), Is.EqualTo(4));
            Assert.That(await Axe.FaultsAsync(visit.Page), Is.Empty);
        }

        var paper = System.Text.Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.That(System.Text.RegularExpressions.Regex.Count(paper, @"/Type\s*/Page\b"), Is.EqualTo(2));
    }

    [Test]
    public async Task Figures_OnEveryWidthAndInTheDark_HaveNoFaultsAndNeverScrollSideways()
    {
        foreach (var look in (Look[])[Look.Desktop, Look.Phone with { IsDark = true }, Look.Enlarged])
        {
            await using var visit = await Visit.StartAsync("coordinator", look);
            foreach (var path in (string[])["/statistics", "/statistics/explore?by=kind&by2=police2", "/statistics/explore?by=support", "/statistics/series?by=police2", "/statistics/funnel", "/statistics/packet", "/statistics/indicators", "/statistics/reports"])
            {
                await visit.OpenAsync(path);
                using (Assert.EnterMultipleScope())
                {
                    Assert.That(await Axe.FaultsAsync(visit.Page), Is.Empty, $"{path} {look.Width}");
                    Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth"), Is.LessThanOrEqualTo(0), $"{path} {look.Width}");
                }
            }
        }
    }
}
