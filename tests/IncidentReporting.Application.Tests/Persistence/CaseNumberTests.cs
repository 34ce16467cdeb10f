using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Persistence;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CaseNumberTests(DatabaseProvider provider)
{
    private const int Workers = 16;

    private TestService _service = null!;
    private TestOrganisation _employer = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(provider);
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        await _employer.SaveAsync(_service);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task CaseNumbers_TakenBySixteenAtOnce_AreAllThereOnce()
    {
        const int each = 10;
        var taken = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            var numbers = new List<int>();
            for (var i = 0; i < each; i++)
            {
                numbers.Add(await TakeAsync(2026));
            }

            return numbers;
        })));

        Assert.That(taken.SelectMany(numbers => numbers).Order(), Is.EqualTo(Enumerable.Range(1, Workers * each)));
    }

    [Test]
    public async Task CaseNumbers_FirstOfAYearTakenBySixteenAtOnce_BeginAtOneAndAreUnique()
    {
        foreach (var year in Enumerable.Range(2030, 10))
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => TakeAsync(year))));

            Assert.That(taken.Order(), Is.EqualTo(Enumerable.Range(1, Workers)), $"year {year}");
        }
    }

    [Test]
    public async Task CaseNumbers_OfATransactionThatIsNotCommitted_AreGivenAgain()
    {
        await TakeAsync(2026, commits: false);

        Assert.That(await TakeAsync(2026), Is.EqualTo(1));
    }

    [Test]
    public async Task CaseNumbers_OfEachEmployer_AreCountedApart()
    {
        var other = TestOrganisation.Named("Annan", _service.Now);
        await other.SaveAsync(_service);
        await TakeAsync(2026);

        Assert.That(await TakeAsync(2026, employer: other), Is.EqualTo(1));
    }

    [Test]
    public async Task CaseNumbers_WithoutATransaction_AreNotGiven() =>
        await Assert.ThatAsync(
            () => _service.WithAsync(services => services.GetRequiredService<ICaseNumbers>().NextAsync(_employer.Id, 2026, CancellationToken.None)),
            Throws.InvalidOperationException);

    private Task<int> TakeAsync(int year, bool commits = true, TestOrganisation? employer = null) => _service.WithAsync(async services =>
    {
        await using var scope = await services.GetRequiredService<IIncidentReportingDb>().BeginAsync();
        var number = await services.GetRequiredService<ICaseNumbers>().NextAsync((employer ?? _employer).Id, year, CancellationToken.None);
        if (commits)
        {
            await scope.CommitAsync();
        }

        return number;
    });
}
