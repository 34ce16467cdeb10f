using System.Net;

namespace IncidentReporting.Web.Tests.Pages;

/// <summary>Language, theme and size of text on a device.</summary>
internal sealed class SettingsTests
{
    [Test]
    public async Task Settings_Chosen_HoldOnEveryPageOfTheDevice()
    {
        var browser = PageWorld.Shared.Stranger();

        var page = await (await browser.OpenAsync("/settings")).Form("language").Fill("language", "en").Fill("theme", "dark").Fill("text", "larger").SubmitAsync();
        var other = await browser.OpenAsync("/sign-in");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Has("[role=status]"));
            Assert.That(page.Form("theme").Value("theme"), Is.EqualTo("dark"));
            Assert.That(other.Language, Is.EqualTo("en"));
            Assert.That(other.Document.DocumentElement.GetAttribute("data-theme"), Is.EqualTo("dark"));
            Assert.That(other.Document.DocumentElement.GetAttribute("data-text"), Is.EqualTo("larger"));
        }
    }

    [Test]
    public async Task Language_SwitchedAtTheFoot_ComesBackToThePage()
    {
        var page = await PageWorld.Shared.Stranger().OpenAsync("/sign-in?returnUrl=%2Fsettings");

        var english = await page.Form("/settings?handler=Language").SubmitAsync();
        var swedish = await english.Form("/settings?handler=Language").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(english.Address, Is.EqualTo("/sign-in?returnUrl=%2Fsettings"));
            Assert.That(english.Language, Is.EqualTo("en"));
            Assert.That(swedish.Language, Is.EqualTo("sv"));
        }
    }

    [Test]
    public async Task Settings_WithWhatNobodyOffers_AreTheUsualOnes()
    {
        var browser = PageWorld.Shared.Stranger();

        await (await browser.OpenAsync("/settings")).Form("language").Forge("language", "xx").Forge("theme", "\"><b>").SubmitAsync();
        var page = await browser.OpenAsync("/settings");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Language, Is.EqualTo("sv"));
            Assert.That(page.Document.DocumentElement.GetAttribute("data-theme"), Is.Null.Or.Empty);
        }
    }
}
