using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests;

[SetUpFixture]
internal sealed class RunSetUp
{
    private static Site? s_site;

    public static Site Site => s_site ?? throw new InvalidOperationException("The site has not been started.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        s_site = await Site.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (s_site is not null)
        {
            await s_site.DisposeAsync();
        }
    }
}
