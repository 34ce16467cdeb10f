using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>An answer that is kept to be given again opens no case to who no longer reads it, and is a reading to who does.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class OldAnswersOpenNoCaseTests
{
    private const string Note = """{"text": "En anteckning", "audience": "case"}""";

    private AccessWorld _world = null!;
    private WalkedCase _case = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await AccessWorld.StartAsync();
        _case = await _world.CaseAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task KeptAnswer_ToWhoHasLostTheRole_IsNotFoundLikeTheCase()
    {
        var representative = await _world.AddPersonAsync("Ettans tillfälliga ombud", _world.Own, [(Role.SafetyRepresentative, _world.Own, _world.Today.AddDays(-1), (DateOnly?)null)]);
        var key = Key();
        await _world.SentAsync(representative, $"/incidents/{_case.Id}/notes", Note, HttpMethod.Post, key);
        await _world.SentAsync(
            _world.The(Role.Administrator, Place.Own), $"/users/{representative.Id.Value}/roles",
            $$"""{"roles": [{"role": "employee", "unitId": "{{_world.Own.Id.Value}}"}]}""", HttpMethod.Put, ("If-Match", "*"));

        using var again = await representative.Client.PostJsonAsync($"/api/v1/incidents/{_case.Id}/notes", Note, key);

        Assert.That((int)again.StatusCode, Is.EqualTo(404), await again.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task KeptAnswer_GivenAgain_IsAReading()
    {
        var manager = _world.The(Role.Manager, Place.Own);
        var key = Key();
        var first = await _world.SentAsync(manager, $"/incidents/{_case.Id}/notes", Note, HttpMethod.Post, key);
        var before = await ReadingsAsync(manager);

        var second = await _world.SentAsync(manager, $"/incidents/{_case.Id}/notes", Note, HttpMethod.Post, key);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That((await ReadingsAsync(manager)).Except(before), Has.One.Matches<(Guid, string Fields)>(entry => entry.Fields.StartsWith("core,", StringComparison.Ordinal)));
        }
    }

    [TestCase("protected-identity/reveal", "identity_revealed")]
    [TestCase("identity-disclosures", "identity_disclosed")]
    public async Task Name_AskedForAgainWithTheSameKey_IsAnotherReadingAndNeverKept(string path, string action)
    {
        var representative = _world.The(Role.SafetyRepresentative, Place.Own);
        var (key, kept) = (Key(), await KeptAsync());
        for (var asked = 1; asked <= 2; asked++)
        {
            await _world.SentAsync(representative, $"/incidents/{_case.Id}/{path}", """{"reason": "Skäl"}""", HttpMethod.Post, key);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await WithAsync(db => db.Set<LogEntry>().CountAsync(entry => entry.Action == action && entry.Group == "read")), Is.EqualTo(2));
            Assert.That(await KeptAsync(), Is.EqualTo(kept));
        }
    }

    private static (string, string) Key() => ("Idempotency-Key", Guid.NewGuid().ToString());

    private Task<int> KeptAsync() => WithAsync(db => db.Set<IdempotencyRecord>().CountAsync());

    private async Task<List<(Guid Id, string Fields)>> ReadingsAsync(Actor reader)
    {
        var (id, incident) = (reader.Id, new IncidentId(_case.Id));
        var entries = await WithAsync(db => db.Set<LogEntry>().AsNoTracking().Where(entry => entry.ActorId == id && entry.IncidentId == incident && entry.Group == "read").ToListAsync());
        return [.. entries.Select(entry => (entry.Id, entry.Fields))];
    }

    private async Task<T> WithAsync<T>(Func<IIncidentReportingDb, Task<T>> action)
    {
        await using var scope = _world.Host.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>());
    }
}
