namespace IncidentReporting.Browser.Tests.Accessibility;

/// <summary>Pages with known faults, so that silence means something.</summary>
internal sealed class AxeTests
{
    [TestCase("<img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\">", "image-alt")]
    [TestCase("<input name=\"x\">", "label")]
    [TestCase("<p style=\"color:#aaa;background:#fff\">Svagt</p>", "color-contrast")]
    [TestCase("<h4>För djupt</h4>", "heading-order")]
    [TestCase("<a href=\"#a\" style=\"display:inline-block;width:10px;height:10px;overflow:hidden\">a</a><a href=\"#b\" style=\"display:inline-block;width:10px;height:10px;overflow:hidden\">b</a>", "target-size")]
    public async Task Page_WithAKnownFault_IsFound(string html, string rule)
    {
        await using var visit = await Visit.StartAsync();

        await visit.Page.SetContentAsync(PageWith(html));

        Assert.That(await Axe.FaultsAsync(visit.Page), Has.Some.StartsWith(rule + " "));
    }

    [Test]
    public async Task Page_WithoutFaults_IsClean()
    {
        await using var visit = await Visit.StartAsync();

        await visit.Page.SetContentAsync(PageWith("<p>Text</p>"));

        Assert.That(await Axe.FaultsAsync(visit.Page), Is.Empty);
    }

    private static string PageWith(string html) =>
        $"<!doctype html><html lang=\"sv\"><head><title>Rapportering</title></head><body><main><h1>Rubrik</h1>{html}</main></body></html>";
}
