using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.ChangePassword;
using IncidentReporting.Application.Accounts.SignIn;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Accounts;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SignInTests(DatabaseProvider provider)
{
    private const string Wrong = "inte-rätt-lösenord";

    private TestService _service = null!;
    private Person _person = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(provider);
        var employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _person = employer.AddPerson("Anna Öberg", employer.Top, Role.Employee);
        await employer.SaveAsync(_service, withAccounts: true);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task SignIn_WithTheRightPassword_OpensASessionOfThePerson()
    {
        var result = await SignInAsync(TestOrganisation.Password);

        var caller = await BySessionAsync(result.SessionId);

        Assert.That(caller?.Id, Is.EqualTo(_person.Id));
        Assert.That(caller!.Roles.Select(role => role.Role), Is.EqualTo([Role.Employee]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task SignIn_WithAWrongPassword_IsRefusedWhetherOrNotTheUserExists(bool exists) =>
        await Assert.ThatAsync(() => SignInAsync(Wrong, userName: exists ? null : "nobody@example.org"), Throws.TypeOf<NotSignedInException>());

    [TestCase(true)]
    [TestCase(false)]
    public async Task SignIn_AfterFiveWrongInARow_IsLockedWhetherOrNotTheUserExists(bool exists)
    {
        await FailAsync(5, exists ? null : "nobody@example.org");

        await Assert.ThatAsync(
            () => SignInAsync(TestOrganisation.Password, userName: exists ? null : "nobody@example.org"),
            Throws.TypeOf<AccountLockedException>().With.Property("RetryAfter").EqualTo(TimeSpan.FromMinutes(15)));
    }

    [Test]
    public async Task SignIn_FromAnotherAddress_IsNotLocked()
    {
        await FailAsync(5);

        Assert.That((await SignInAsync(TestOrganisation.Password, address: "192.0.2.2")).UserId, Is.EqualTo(_person.Id));
    }

    [Test]
    public async Task SignIn_AfterAQuarterOfAnHour_IsOpenAgainForFiveMore()
    {
        await FailAsync(5);
        _service.Time.Advance(TimeSpan.FromMinutes(15));
        await FailAsync(4);

        Assert.That((await SignInAsync(TestOrganisation.Password)).UserId, Is.EqualTo(_person.Id));
    }

    [Test]
    public async Task SignIn_RightInBetween_BeginsTheCountAnew()
    {
        await FailAsync(4);
        await SignInAsync(TestOrganisation.Password);
        await FailAsync(4);

        Assert.That((await SignInAsync(TestOrganisation.Password)).UserId, Is.EqualTo(_person.Id));
    }

    [Test]
    public async Task SignIn_ManyRightOnesAtOnce_AreAllLetIn()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SignInAsync(TestOrganisation.Password))));

        Assert.That(all.Select(result => result.SessionId).Distinct().Count(), Is.EqualTo(8));
    }

    [Test]
    public async Task SignIn_ManyWrongOnesAtOnce_AreAllCounted()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await SignInAsync(Wrong);
            }
            catch (Exception refusal) when (refusal is NotSignedInException or AccountLockedException)
            {
                // Either, depending on who came first.
            }
        })));

        await Assert.ThatAsync(() => SignInAsync(TestOrganisation.Password), Throws.TypeOf<AccountLockedException>());
    }

    [Test]
    public async Task SignIn_OfADisabledPerson_IsRefused()
    {
        await _service.WithDbAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync(person => person.Id == _person.Id)).Disable(true);
            return await db.SaveChangesAsync();
        });

        await Assert.ThatAsync(() => SignInAsync(TestOrganisation.Password), Throws.TypeOf<NotSignedInException>());
    }

    [TestCase(7, 0, true)]
    [TestCase(8, 0, false)]
    [TestCase(7, 3, true)]
    [TestCase(7, 4, false)]
    public async Task Session_ByTime_EndsWhenIdleOrOld(int hoursBetween, int touches, bool open)
    {
        var session = (await SignInAsync(TestOrganisation.Password)).SessionId;
        for (var i = 0; i < touches && i < 3; i++)
        {
            _service.Time.Advance(TimeSpan.FromHours(hoursBetween));
            await BySessionAsync(session);
        }

        _service.Time.Advance(touches == 0 ? TimeSpan.FromHours(hoursBetween) : TimeSpan.FromHours(touches == 3 ? 2 : 3));

        Assert.That(await BySessionAsync(session) is not null, Is.EqualTo(open));
    }

    [Test]
    public async Task ChangePassword_WithThePresentOne_ChangesItAndEndsOtherSessions()
    {
        var other = (await SignInAsync(TestOrganisation.Password)).SessionId;

        await _service.SendAsync(_person.Id, new ChangePasswordCommand(TestOrganisation.Password, "ett-helt-nytt-lösenord"));

        Assert.That(await BySessionAsync(other), Is.Null);
        Assert.That((await SignInAsync("ett-helt-nytt-lösenord")).UserId, Is.EqualTo(_person.Id));
        await Assert.ThatAsync(() => SignInAsync(TestOrganisation.Password), Throws.TypeOf<NotSignedInException>());
    }

    [TestCase(Wrong, "ett-helt-nytt-lösenord", "current")]
    [TestCase(TestOrganisation.Password, "kort", "next")]
    public async Task ChangePassword_ThatDoesNotHold_IsRefusedByField(string current, string next, string field) =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_person.Id, new ChangePasswordCommand(current, next)),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey(field));

    private async Task FailAsync(int times, string? userName = null)
    {
        for (var i = 0; i < times; i++)
        {
            await Assert.ThatAsync(() => SignInAsync(Wrong, userName: userName), Throws.TypeOf<NotSignedInException>());
        }
    }

    private Task<SignInResult> SignInAsync(string password, string address = "192.0.2.1", string? userName = null) =>
        _service.SendAsync(new SignInCommand(userName ?? _person.Email, password, Code: null, address, UserAgent: null));

    private Task<Caller?> BySessionAsync(Guid session) =>
        _service.WithAsync(services => services.GetRequiredService<ICallers>().BySessionAsync(session, CancellationToken.None));
}
