using System.Net;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Tests.Administration;

/// <summary>What is kept how long, its erasure by two persons, and what is held about oneself.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class RetentionPageTests
{
    private const string Retention = "/administration/retention";

    private PageWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await PageWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase(Retention)]
    [TestCase("/settings/my-data")]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn(string address) => Assert.That((await _world.Stranger().OpenAsync(address)).Path, Is.EqualTo("/sign-in"));

    [TestCase("dpo", true)]
    [TestCase("admin", false)]
    public async Task HoldingACase_IsOfferedToWhoMayHoldOne(string name, bool offered) =>
        Assert.That((await (await _world.AsAsync(name)).OpenAsync("/administration/retention")).Has("form[action*='handler=Hold']"), Is.EqualTo(offered));

    [Test]
    public async Task Page_WhoDoesNotDecide_IsToldNo([Values("manager", "employee", "coordinator", "auditor")] string name) =>
        Assert.That((await (await _world.AsAsync(name)).OpenAsync(Retention)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Run_ThatIsNot_IsNotFound() =>
        Assert.That((await (await _world.AsAsync("dpo")).OpenAsync($"{Retention}/01a20080-0000-7000-8000-000000000000")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Page_InEnglish_TellsEveryRule()
    {
        var page = (await (await _world.AsAsync("dpo", "en")).OpenAsync(Retention)).Is(HttpStatusCode.OK);

        Assert.That(page.Texts("p.row-title"), Does.Contain("Cases: 10 years").And.Contain("Notes about influence: 24 months").And.Contain("Evidence: with its case"));
    }

    [Test]
    public async Task Period_TooShort_SaysSoAtTheFieldAndKeepsIt()
    {
        var page = await (await _world.AsAsync("dpo")).OpenAsync(Retention);

        page = await page.Form("validFrom").Fill("rule", "case").Fill("number", "1").Fill("unit", "Y").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["number"]));
            Assert.That(page.Text, Does.Contain("får inte vara kortare än 15 månader"));
            Assert.That(page.Form("validFrom").Value("number"), Is.EqualTo("1"));
        }
    }

    [Test]
    public async Task Period_Changed_IsToldWithItsDay()
    {
        var page = await (await _world.AsAsync("admin")).OpenAsync(Retention);

        page = await page.Form("validFrom").Fill("rule", "work_stop").Fill("number", "3").Fill("unit", "Y").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Is.EqualTo($"{Retention}?done=changed"));
            Assert.That(page.Texts("p.row-title"), Does.Contain("Skyddsstopp: 3 år"));
        }
    }

    [Test]
    public async Task Hold_UnknownCase_SaysSoAndKeepsTheReason()
    {
        var page = await (await _world.AsAsync("dpo")).OpenAsync(Retention);

        page = await page.Form("case").Fill("case", "1999-000001").Fill("reason", "Domstol").SubmitAsync("Undanta från gallring");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["case"]));
            Assert.That(page.Form("case").Value("reason"), Does.Contain("Domstol"));
        }
    }

    [Test]
    public async Task Erasure_ProposedByOneAndReleasedByAnother()
    {
        var id = await OldCaseAsync();
        var officer = await _world.AsAsync("dpo");
        var page = await officer.OpenAsync(Retention);
        page = await page.Form("Föreslå gallring").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Path, Does.StartWith(Retention + "/"));
            Assert.That(page.Text, Does.Contain("Någon annan ska godkänna").And.Contain("väntar på godkännande"));
            Assert.That(page.Text, Does.Not.Contain("Godkänn gallringen"));
        }

        var run = page.Path;
        var refused = await page.Form("reason").Fill("reason", string.Empty).SubmitAsync();
        Assert.That(refused.WrongFields, Is.EqualTo((string[])["reason"]));

        page = await (await _world.AsAsync("admin")).OpenAsync(run);
        page = await page.Form("Godkänn gallringen").SubmitAsync();
        Assert.That(page.IsAt(run).Text, Does.Contain("Godkänd av"));

        var erased = await WithAsync(db => db.Set<Incident>().Where(incident => incident.Id == new IncidentId(id)).Select(incident => incident.ErasedAt).SingleAsync());
        Assert.That(erased is not null || page.Text.Contains("pågår", StringComparison.Ordinal), Is.True, "it is done by the server in a moment");
    }

    [Test]
    public async Task MyData_TellsWhatIsHeldAndNamesNobodyElse()
    {
        await _world.Cases.ReportAsync("colleague");
        var page = (await (await _world.AsAsync("colleague")).OpenAsync("/settings/my-data")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Headings, Does.Contain("Dina ärenden"));
            Assert.That(page.Text, Does.Contain("du rapporterade"));
            Assert.That(page.HasLink("/api/v1/me/data"), Is.True);
        }
    }

    [Test]
    public async Task MyData_WithoutAnyCase_SaysSo() =>
        Assert.That((await (await _world.AsAsync("analyst")).OpenAsync("/settings/my-data")).Text, Does.Contain("Du står inte i något ärende."));

    // Of the same people as a case of today, with which nobody has had anything to do since it ended.
    private async Task<Guid> OldCaseAsync()
    {
        var today = new IncidentId(Guid.Parse(await _world.Cases.ReportAsync()));
        return await WithAsync(async db =>
        {
            var known = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == today);
            var then = new Actor(known.ReporterId, CaseRole.Reporter, new DateTimeOffset(2012, 3, 4, 8, 0, 0, TimeSpan.Zero));
            var old = Incident.Draft(known.EmployerId, known.UnitId, known.Report, [new NamedExposed(known.ReporterId, "direct", null)], then);
            old.Submit(new Submission("2012-000001", null, null, []), then);
            old.Withdraw(null, then);
            db.Add(old);
            await db.SaveChangesAsync();
            return old.Id.Value;
        });
    }

    private async Task<T> WithAsync<T>(Func<AppDb, Task<T>> action)
    {
        await using var scope = _world.Cases.Host.Services.CreateAsyncScope();
        return await action((AppDb)scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>());
    }
}
