using System.Net;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Api.Tests.Statistics;

[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class IndicatorRouteTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Indicators_BeforeAnythingIsFrozen_SayWhen()
    {
        var answer = await _world.GetAsync("employee", "/statistics/indicators");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That((string)answer.Body["errors"]!["period"]![0]!, Does.Contain("frozen"));
        }
    }

    [TestCase("?node=nowhere", "node")]
    [TestCase("?period=2025-13", "period")]
    public async Task Indicators_OutsideTheGrid_AreRefusedByName(string question, string field)
    {
        var answer = await _world.GetAsync("employee", $"/statistics/indicators{question}");

        Assert.That((answer.Status, answer.Body["errors"]![field] is not null), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
    }
}
