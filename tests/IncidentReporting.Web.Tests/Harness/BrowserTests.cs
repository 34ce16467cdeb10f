using System.Net;

namespace IncidentReporting.Web.Tests.Harness;

/// <summary>The browser of these tests, on what the service shows without a sign-in.</summary>
internal sealed class BrowserTests
{
    [Test]
    public async Task Reference_Opened_IsAPageInTheAskedLanguage()
    {
        var swedish = await PageWorld.Shared.Stranger().OpenAsync("/docs");
        var english = await PageWorld.Shared.Stranger("en").OpenAsync("/docs");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(swedish.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(swedish.Language, Is.EqualTo("sv"));
            Assert.That(english.Language, Is.EqualTo("en"));
            Assert.That(english.Heading, Is.Not.Empty.And.Not.EqualTo(swedish.Heading));
            Assert.That(english.Headers["Content-Security-Policy"], Does.Contain("default-src 'none'"));
        }
    }

    [Test]
    public async Task Address_OfNothing_IsNotFound() =>
        (await PageWorld.Shared.Stranger().OpenAsync("/no/such/page")).Is(HttpStatusCode.NotFound);

    [Test]
    public async Task Person_SignedIn_IsKnownUntilTheCookiesAreGone()
    {
        using var employee = new Browser(PageWorld.Shared.Cases.Host.Address, "sv");
        await employee.SignInAsync("employee@example.org", Api.Tests.TestHost.Password);
        var known = await employee.OpenAsync("/api/v1/me");
        employee.ForgetCookies();
        var unknown = await employee.OpenAsync("/api/v1/me");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(known.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }
}
