using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.CreateAccessToken;
using IncidentReporting.Application.Accounts.ListAccessTokens;
using IncidentReporting.Application.Accounts.RevokeAccessToken;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Accounts;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AccessTokenTests(DatabaseProvider provider)
{
    private TestService _service = null!;
    private Person _person = null!;
    private Person _other = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(provider);
        var employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _person = employer.AddPerson("Anna", employer.Top, Role.Employee);
        _other = employer.AddPerson("Bertil", employer.Top, Role.Employee);
        await employer.SaveAsync(_service);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Token_Created_StandsForItsPersonWithItsScopes()
    {
        var token = await CreateAsync(["incidents:read"]);

        var caller = await ByTokenAsync(token.Token);

        Assert.That(caller?.Id, Is.EqualTo(_person.Id));
        Assert.That(caller!.Scopes, Is.EqualTo(["incidents:read"]));
    }

    [Test]
    public async Task Token_InTheDatabase_IsOnlyItsHash()
    {
        var token = await CreateAsync(scopes: null);

        var stored = await _service.WithDbAsync(db => db.Set<AccessToken>().AsNoTracking().SingleAsync());

        Assert.That(stored.Hash, Has.Length.EqualTo(64).And.Not.Contains(token.Token).And.EqualTo(AccessToken.HashOf(token.Token)));
    }

    [Test]
    public async Task Token_PastItsTime_IsNobodys()
    {
        var token = await CreateAsync(scopes: null);
        _service.Time.MoveTo(token.ExpiresAt);

        Assert.That(await ByTokenAsync(token.Token), Is.Null);
    }

    [Test]
    public async Task Token_Revoked_IsNobodysAndIsListedNoMore()
    {
        var token = await CreateAsync(scopes: null);
        Assert.That((await _service.SendAsync(_person.Id, new ListAccessTokensQuery())).Select(row => row.Id), Is.EqualTo([token.Id]));

        await _service.SendAsync(_person.Id, new RevokeAccessTokenCommand(token.Id));

        Assert.That(await ByTokenAsync(token.Token), Is.Null);
        Assert.That(await _service.SendAsync(_person.Id, new ListAccessTokensQuery()), Is.Empty);
    }

    [Test]
    public async Task Token_OfAnother_IsNotFound()
    {
        var token = await CreateAsync(scopes: null);

        await Assert.ThatAsync(() => _service.SendAsync(_other.Id, new RevokeAccessTokenCommand(token.Id)), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task Token_NeverMade_IsNobodys() =>
        Assert.That(await ByTokenAsync("irt_gissat"), Is.Null);

    [TestCase("", 1, "read", "name")]
    [TestCase("namn", 0, "read", "expiresAt")]
    [TestCase("namn", 400, "read", "expiresAt")]
    [TestCase("namn", 1, "Allt!", "scopes")]
    public async Task Token_ThatDoesNotHold_IsRefusedByField(string name, int days, string scope, string field) =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_person.Id, new CreateAccessTokenCommand(name, _service.Now.AddDays(days), [scope])),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey(field));

    [TestCase("read", "incidents", false, true)]
    [TestCase("read", "incidents", true, false)]
    [TestCase("write", "units", true, true)]
    [TestCase("incidents", "incidents", true, true)]
    [TestCase("incidents:read", "incidents", false, true)]
    [TestCase("incidents:read", "incidents", true, false)]
    [TestCase("incidents:write", "incidents", false, true)]
    [TestCase("incidents:write", "units", false, false)]
    [TestCase("support_directory:read", "support-directory", false, true)]
    public void Scope_ForAPart_AllowsWhatItNames(string scope, string part, bool writes, bool allowed) =>
        Assert.That(AccessScopes.Allow([scope], part, writes), Is.EqualTo(allowed));

    private Task<CreateAccessTokenResult> CreateAsync(IReadOnlyList<string>? scopes) =>
        _service.SendAsync(_person.Id, new CreateAccessTokenCommand("Körschema", ExpiresAt: null, scopes));

    private Task<Caller?> ByTokenAsync(string token) =>
        _service.WithAsync(services => services.GetRequiredService<ICallers>().ByTokenAsync(token, CancellationToken.None));
}
