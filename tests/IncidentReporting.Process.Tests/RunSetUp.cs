using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

[SetUpFixture]
internal sealed class RunSetUp
{
    [OneTimeTearDown]
    public Task CleanUpAsync() => Municipality.ForgetAsync();
}
