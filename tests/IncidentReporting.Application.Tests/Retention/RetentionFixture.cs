using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>A world of its own for each test of the retention.</summary>
public abstract class RetentionFixture(DatabaseProvider provider)
{
    protected DatabaseProvider Provider => provider;

    private protected RetentionWorld World { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync() => World = await RetentionWorld.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await World.DisposeAsync();
}
