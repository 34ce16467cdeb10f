using System.Net;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Tests.Statistics;

/// <summary>The early warning: for case readers of the unit, with what it means, what to do and what was found.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class SignalPageTests
{
    private const string List = "/statistics/signals";

    private PageWorld _world = null!;

    private string Unit => $"{List}/{_world.Cases.Unit.Value}";

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await PageWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test, Order(1)]
    public async Task List_BeforeAMonthIsOver_SaysWhatWillBeHere() =>
        Assert.That((await (await _world.AsAsync("manager")).OpenAsync(List)).Is(HttpStatusCode.OK).Text, Does.Contain("Här visas dina enheter när"));

    [Test, Order(2)]
    public async Task List_AfterADoubling_LeadsToTheUnit()
    {
        await RiseAsync();

        var manager = await _world.AsAsync("manager");
        var list = await manager.OpenAsync(List);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Text, Does.Contain("Att gå igenom").And.Contain("Larm").And.Contain("exakt – får inte spridas"));
            Assert.That(list.Document.QuerySelector($"main a[href='{Unit}']"), Is.Not.Null);
            Assert.That((await manager.OpenAsync("/")).Document.QuerySelector($"main a[href='{Unit}']"), Is.Not.Null);
            Assert.That((await manager.OpenAsync("/tasks")).Document.QuerySelector($"main a[href='{Unit}']"), Is.Not.Null);
            Assert.That((await (await _world.AsAsync("rep")).OpenAsync("/representative")).Document.QuerySelector($"main a[href='{Unit}']"), Is.Not.Null);
        }
    }

    [Test, Order(3)]
    public async Task Unit_WithAnAlert_SaysWhatItMeansWhatToDoAndHowSureItIs()
    {
        var page = (await (await _world.AsAsync("rep")).OpenAsync(Unit)).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("exakt – får inte spridas").And.Contain("det knappast är slump").And.Contain("14 händelser på 4 månader"));
            Assert.That(page.Text, Does.Contain("Prata med gruppen").And.Contain("17–21 av 100").And.Contain("9–18 av 100"));
            Assert.That(page.Document.QuerySelectorAll("figure svg[role=img]"), Is.Not.Empty);
            Assert.That(page.Document.QuerySelectorAll("figure tbody tr"), Has.Length.EqualTo(24));
            Assert.That(page.Document.Title, Is.EqualTo("Rapportering"));
        }
    }

    [TestCase("employee")]
    [TestCase("analyst")]
    [TestCase("admin")]
    [TestCase("auditor")]
    [TestCase("reader")]
    public async Task Pages_ForWhoReadsNoCases_AreForbidden(string name)
    {
        var browser = await _world.AsAsync(name);

        Assert.That(((await browser.OpenAsync(List)).Status, (await browser.OpenAsync(Unit)).Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
    }

    [TestCase("private-manager")]
    [TestCase("manager")]
    public async Task Unit_OfSomeoneElse_IsNotFound(string name) =>
        (await (await _world.AsAsync(name)).OpenAsync(name == "manager" ? $"{List}/{_world.Cases.OtherUnit.Value}" : Unit)).Is(HttpStatusCode.NotFound);

    [Test]
    public async Task List_OfNobody_LeadsToTheSignIn() => Assert.That((await _world.Stranger().OpenAsync(List)).Path, Is.EqualTo("/sign-in"));

    [Test, Order(4)]
    public async Task Form_WithoutAFinding_KeepsWhatWasTyped()
    {
        var page = await (await (await _world.AsAsync("manager")).OpenAsync(Unit)).Form("note").Fill("note", "Vi pratade i måndags.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["finding"]));
            Assert.That(page.Document.QuerySelector("[name=note]")!.TextContent, Does.Contain("Vi pratade i måndags."));
        }
    }

    [Test, Order(5)]
    public async Task Form_Sent_EndsTheTaskAndShowsWhatWasFound()
    {
        var late = await (await _world.AsAsync("rep")).OpenAsync(Unit);
        var manager = await _world.AsAsync("manager");

        var done = await (await manager.OpenAsync(Unit)).Form("note").Fill("finding", "measures_planned").Fill("note", "Vi ändrar bemanningen.").SubmitAsync();
        var tooLate = await late.Form("note").Fill("finding", "no_cause_found").Fill("note", "Jag skrev också.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.TextOf("[role=status]"), Does.Contain("Det är noterat"));
            Assert.That(done.Text, Does.Contain("Lugnt").And.Contain("Vi ändrar bemanningen.").And.Contain("Vi ser en ökning och har planerat åtgärder"));
            Assert.That(tooLate.Text, Does.Contain("Någon annan har redan gått igenom").And.Contain("Jag skrev också."));
            Assert.That((await manager.OpenAsync("/tasks")).Document.QuerySelector($"main a[href='{Unit}']"), Is.Null);
        }
    }

    // A year and eight months with about one event a month, then a year of which the last four months have far more.
    private async Task RiseAsync()
    {
        await using var scope = _world.Cases.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        var facts = scope.ServiceProvider.GetRequiredService<AppDb>();
        var employer = await db.Set<Unit>().Where(unit => unit.Id == _world.Cases.Unit).Select(unit => unit.EmployerId).SingleAsync();
        var last = Headcount.FirstOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Europe/Stockholm"))).AddMonths(-1);
        foreach (var month in (int[])[31, 8])
        {
            db.Set<Headcount>().Add(Headcount.Create(employer, _world.Cases.Unit, "social_secretary_authority", last.AddMonths(-month), 30, fte: null));
        }

        int[] counts = [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 3, 4, 4, 3];
        foreach (var (month, count) in counts.Index())
        {
            for (var i = 0; i < count; i++)
            {
                var (code, unit, source) = (StatPeriod.MonthOf(last.AddMonths(month - 32)).Code, _world.Cases.Unit.Value.ToByteArray(bigEndian: true), Guid.NewGuid().ToByteArray(bigEndian: true));
                await facts.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "StatFact" ("Fact", "Month", "UnitId", "SourceId", "Combo", "Flags", "StatKey") VALUES (1, {code}, {unit}, {source}, 0, 0, 0)""");
            }
        }

        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ISignalEvaluation>().EvaluateAsync(employer, CancellationToken.None);
    }
}
