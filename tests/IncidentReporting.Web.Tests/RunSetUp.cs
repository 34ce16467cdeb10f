namespace IncidentReporting.Web.Tests;

[SetUpFixture]
internal sealed class RunSetUp
{
    [OneTimeSetUp]
    public Task StartAsync() => PageWorld.StartSharedAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await PageWorld.Shared.DisposeAsync();
}
