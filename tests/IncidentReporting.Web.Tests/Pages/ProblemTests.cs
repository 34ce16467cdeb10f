using System.Net;

namespace IncidentReporting.Web.Tests.Pages;

/// <summary>What is shown in place of a page that cannot be.</summary>
internal sealed class ProblemTests
{
    [TestCase("sv", "Sidan finns inte här")]
    [TestCase("en", null)]
    public async Task Address_OfNothing_IsAPageThatLeadsOn(string language, string? heading)
    {
        var page = await PageWorld.Shared.Stranger(language).OpenAsync("/no/such/page");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(page.Heading, heading is null ? Is.Not.Empty.And.Not.EqualTo("Sidan finns inte här") : Is.EqualTo(heading));
            Assert.That(page.Language, Is.EqualTo(language));
            Assert.That(page.HasLink("/"));
            Assert.That(page.Text, Does.Contain("112"));
        }
    }

    [Test]
    public async Task Problem_AskedForByItsAddress_IsAsIfThereWereNothing() =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync("/problem")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Form_SentToAPageThatHasNone_IsAsIfThereWereNothing()
    {
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync("/settings");

        var answer = await page.Browser.PostAsync("/support", (Form.AntiforgeryField, page.Form("theme").Value(Form.AntiforgeryField)!));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Pages_OfThePerson_AreNotKeptByTheBrowser()
    {
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Headers["Cache-Control"], Does.Contain("no-store"));
            Assert.That(page.Headers["Referrer-Policy"], Is.EqualTo("same-origin"));
            Assert.That(page.Headers["X-Content-Type-Options"], Is.EqualTo("nosniff"));
            Assert.That(page.Headers["Content-Security-Policy"], Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        }
    }

    [Test]
    public async Task Assets_OfThePages_AreKeptForGood()
    {
        var browser = PageWorld.Shared.Stranger();
        var page = await browser.OpenAsync("/sign-in");
        foreach (var address in page.Document.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            var asset = await browser.OpenAsync(address);
            Assert.That(asset.Status, Is.EqualTo(HttpStatusCode.OK), address);
            Assert.That(asset.Headers["Cache-Control"], Does.Contain("immutable"), address);
        }

        Assert.That((await browser.OpenAsync("/assets/app.000000000000.css")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
