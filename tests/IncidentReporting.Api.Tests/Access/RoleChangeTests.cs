using System.Net;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Rights follow the roles of the day and the state of the account, from the next call on.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class RoleChangeTests
{
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

    [TestCase(-30, -1, false)]
    [TestCase(1, 30, false)]
    [TestCase(-30, 0, true)]
    [TestCase(0, null, true)]
    public async Task Role_OnTheDaysItIsHeld_AndOnNoOther_Counts(int from, int? to, bool counts)
    {
        var (first, last) = (_world.Today.AddDays(from), to is { } days ? _world.Today.AddDays(days) : (DateOnly?)null);
        var person = await _world.AddPersonAsync("Ettans tillfälliga", _world.Own, [.. Enum.GetValues<Role>().Select(role => (role, _world.Own, first, last))]);

        var statuses = new List<HttpStatusCode>();
        foreach (var path in new[] { $"/incidents/{_case.Id}", $"/incidents/{_case.Id}/reads", "/measure-requests", "/log-entries", $"/users/{person.Id.Value}" })
        {
            using var answer = await person.Client.GetAsync("/api/v1" + path);
            statuses.Add(answer.StatusCode);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statuses, counts
                ? Is.All.EqualTo(HttpStatusCode.OK)
                : Is.EqualTo([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden]));
            Assert.That(await CountAsync(person.Client, "/me", "roles"), Is.EqualTo(counts ? Enum.GetValues<Role>().Length : 0));
            Assert.That(await CountAsync(person.Client, "/incidents", "items"), counts ? Is.GreaterThan(0) : Is.Zero);
        }
    }

    [Test]
    public async Task Account_Disabled_IsShutForSessionTokenAndSignInAtOnce()
    {
        var person = await _world.AddPersonAsync("Ettans sista dag", _world.Own, (Role.Manager, _world.Own, _world.Today, null));
        var session = await _world.SessionAsync(person);
        var before = (await StatusAsync(session, "/me"), await StatusAsync(person.Client, "/me"));

        await _world.SentAsync(_world.The(Role.Administrator, Place.Above), $"/users/{person.Id.Value}", """{"disabled": true}""", HttpMethod.Patch, ("If-Match", "*"));

        var after = (await StatusAsync(session, "/me"), await StatusAsync(person.Client, "/me"), await StatusAsync(person.Client, $"/incidents/{_case.Id}"));
        using var again = await _world.Host.Client().PostJsonAsync("/api/v1/session", $$"""{"userName": "{{AccessWorld.AddressOf(person.Id)}}", "password": "{{TestHost.Password}}"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
            Assert.That(after, Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    [Test]
    public async Task Role_GivenAndTakenByTheAdministrator_CountsFromTheNextCall()
    {
        var person = await _world.AddPersonAsync("Ettans nya chef", _world.Own, (Role.Employee, _world.Own, _world.Today, null));
        var path = $"/incidents/{_case.Id}";

        var before = await StatusAsync(person.Client, path);
        await SetRoleAsync(person, "manager", _world.Own);
        var manager = (await StatusAsync(person.Client, path), await StatusAsync(person.Client, "/measure-requests"));
        await SetRoleAsync(person, "manager", _world.Sibling);
        var moved = (await StatusAsync(person.Client, path), await StatusAsync(person.Client, "/measure-requests"));
        await SetRoleAsync(person, "employee", _world.Own);
        var after = (await StatusAsync(person.Client, path), await StatusAsync(person.Client, "/measure-requests"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(manager, Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
            Assert.That(moved, Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.OK)));
            Assert.That(after, Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.Forbidden)));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync("/api/v1" + path);
        return answer.StatusCode;
    }

    private static async Task<int> CountAsync(HttpClient client, string path, string list)
    {
        using var answer = await client.GetAsync("/api/v1" + path);
        return (await answer.JsonAsync())[list]!.AsArray().Count;
    }

    private Task SetRoleAsync(Actor person, string role, Unit unit) =>
        _world.SentAsync(
            _world.The(Role.Administrator, Place.Above), $"/users/{person.Id.Value}/roles",
            $$"""{"roles": [{"role": "{{role}}", "unitId": "{{unit.Id.Value}}"}]}""", HttpMethod.Put, ("If-Match", "*"));
}
