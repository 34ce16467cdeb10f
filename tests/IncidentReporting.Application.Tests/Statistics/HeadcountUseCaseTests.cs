using System.Text;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Headcounts.CarryForward;
using IncidentReporting.Application.Statistics.Headcounts.GetState;
using IncidentReporting.Application.Statistics.Headcounts.GetTemplate;
using IncidentReporting.Application.Statistics.Headcounts.Import;
using IncidentReporting.Application.Statistics.Headcounts.List;
using IncidentReporting.Application.Statistics.Headcounts.Put;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Statistics;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[SetUICulture("sv")]
public sealed class HeadcountUseCaseTests(DatabaseProvider provider)
{
    private const string Secretary = "social_secretary_authority";
    private const string Assessor = "needs_assessor";
    private const string ThisMonth = "2026-11";

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    private TestService _service = null!;
    private TestOrganisation _employer = null!;
    private TestOrganisation _other = null!;
    private Unit _unit = null!;
    private Unit _second = null!;
    private Person _administrator = null!;
    private Person _coordinator = null!;
    private Person _employee = null!;
    private Person _stranger = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(provider);
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _unit = _employer.AddUnit("Mottag", _employer.Top);
        _second = _employer.AddUnit("Linden", _employer.Top);
        _administrator = _employer.AddPerson("Åsa", _employer.Top, Role.Administrator);
        _coordinator = _employer.AddPerson("Eva", _employer.Top, Role.Coordinator);
        _employee = _employer.AddPerson("Bo", _unit, Role.Employee);
        _other = TestOrganisation.Named("Annan", _service.Now);
        _stranger = _other.AddPerson("Cia", _other.Top, Role.Administrator);
        await _employer.SaveAsync(_service);
        await _other.SaveAsync(_service);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Put_Again_ReplacesWhatIsTheSameUnitGroupAndMonth()
    {
        var first = await PutAsync(Row(_unit, Secretary, "2026-10", 18, 16.5m), Row(_unit, Assessor, "2026-10", 4));
        var second = await PutAsync(Row(_unit, Secretary, "2026-10", 19, 17.25m), Row(_unit, Assessor, "2026-10", 4), Row(_unit, Assessor, "2026-11", 5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.EqualTo(new HeadcountsKept(2, 2, 0)));
            Assert.That(second, Is.EqualTo(new HeadcountsKept(3, 1, 1)));
            Assert.That((await ListAsync()).Items, Is.EqualTo([
                new HeadcountRow(_unit.Id, "Mottag", Assessor, "2026-11", 5, Fte: null),
                new HeadcountRow(_unit.Id, "Mottag", Assessor, "2026-10", 4, Fte: null),
                new HeadcountRow(_unit.Id, "Mottag", Secretary, "2026-10", 19, 17.25m),
            ]));
            Assert.That(await _service.WithDbAsync(db => db.Set<LogEntry>().CountAsync(entry => entry.Action == "headcounts_put")), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Put_WithOneFault_KeepsNothingAndNamesIt()
    {
        await Assert.ThatAsync(
            () => PutAsync(Row(_unit, Secretary, "2026-10", 18), Row(_other.Top, Secretary, "2026-13", -1), Row(_unit, Secretary, "2026-10", 18)),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").Property("Keys").EquivalentTo((string[])["[1].unitId", "[1].month", "[1].headcount", "[2]"]));

        Assert.That((await ListAsync()).Items, Is.Empty);
    }

    [Test]
    public async Task Put_OfNothing_IsRefused() => await Assert.ThatAsync(() => PutAsync(), Throws.TypeOf<InvalidInputException>());

    [Test]
    public async Task Put_ByWhoMayNot_IsNotAllowed()
    {
        await Assert.ThatAsync(() => _service.SendAsync(_employee.Id, new PutHeadcountsCommand([Row(_unit, Secretary, "2026-10", 1)])), Throws.TypeOf<NotAllowedException>());
        await Assert.ThatAsync(() => _service.SendAsync(_employee.Id, new ImportHeadcountsCommand(new byte[1])), Throws.TypeOf<NotAllowedException>());
        await Assert.ThatAsync(() => _service.SendAsync(_employee.Id, new CarryForwardCommand(Month: null)), Throws.TypeOf<NotAllowedException>());
        await Assert.ThatAsync(() => _service.SendAsync(_coordinator.Id, new PutHeadcountsCommand([Row(_unit, Secretary, "2026-10", 1)])), Throws.Nothing);
    }

    [Test]
    public async Task List_OfAnotherEmployer_IsItsOwn()
    {
        await PutAsync(Row(_unit, Secretary, "2026-10", 18));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _service.SendAsync(_employee.Id, new ListHeadcountsQuery(Unit: null, From: null, To: null, new Page()))).Items, Has.Count.EqualTo(1));
            Assert.That((await _service.SendAsync(_stranger.Id, new ListHeadcountsQuery(_unit.Id, From: null, To: null, new Page()))).Items, Is.Empty);
        }
    }

    [Test]
    public async Task List_InPages_HoldsEveryRowOnceInOrder()
    {
        var rows = (from unit in (Unit[])[_unit, _second] from month in Enumerable.Range(1, 5) from code in (string[])[Secretary, Assessor] select Row(unit, code, $"2026-{month:00}", month)).ToArray();
        await PutAsync(rows);
        var whole = (await ListAsync()).Items;
        var read = new List<HeadcountRow>();
        Cursor? after = null;
        do
        {
            var page = await _service.SendAsync(_employee.Id, new ListHeadcountsQuery(Unit: null, From: null, To: null, new Page(3, after)));
            read.AddRange(page.Items);
            after = page.Next is { } next ? Cursor.Parse(next) : null;
        }
        while (after is not null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(whole).And.Count.EqualTo(20));
            Assert.That(whole.Select(row => row.Month), Is.Ordered.Descending);
            Assert.That(whole.Take(4).Select(row => row.UnitName), Is.EqualTo(["Linden", "Linden", "Mottag", "Mottag"]));
            Assert.That((await ListAsync(_second.Id, "2026-02", "2026-03")).Items, Has.Count.EqualTo(4));
            await Assert.ThatAsync(() => ListAsync(from: "våren"), Throws.TypeOf<InvalidInputException>());
        }
    }

    [Test]
    public async Task Import_OfAFile_KeepsItsRows()
    {
        var kept = await ImportAsync($"enhet;yrkesgrupp;månad;antal anställda;årsarbetare\nMottag;Biståndshandläggare;2026-10;18,5;16\n{_second.Id.Value};{Secretary};2026-10;7;");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Is.EqualTo(new HeadcountsKept(2, 2, 0)));
            Assert.That((await ListAsync()).Items, Is.EqualTo([
                new HeadcountRow(_second.Id, "Linden", Secretary, "2026-10", 7, Fte: null), new HeadcountRow(_unit.Id, "Mottag", Assessor, "2026-10", 18.5m, 16),
            ]));
        }
    }

    [Test]
    public async Task Import_WithOneFault_KeepsNothing()
    {
        await Assert.ThatAsync(
            () => ImportAsync($"enhet;yrkesgrupp;månad;antal\nMottag;{Assessor};2026-10;18\nMottag;{Assessor};2026-11;många"),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey("rows[3].headcount"));

        Assert.That((await ListAsync()).Items, Is.Empty);
    }

    [Test]
    public async Task Template_SentBackAsItIs_HoldsForThisMonth()
    {
        await PutAsync(Row(_unit, Secretary, "2026-08", 18, 16.5m));

        var template = await _service.SendAsync(_administrator.Id, new GetHeadcountTemplateQuery());
        await _service.SendAsync(_administrator.Id, new ImportHeadcountsCommand(template.Content));

        Assert.That((await ListAsync(from: ThisMonth)).Items, Is.EqualTo([
            new HeadcountRow(_second.Id, "Linden", Secretary, ThisMonth, 0, Fte: null), new HeadcountRow(_unit.Id, "Mottag", Secretary, ThisMonth, 18, 16.5m),
        ]));
    }

    [Test]
    public async Task CarryForward_IntoThisMonth_FillsOnlyWhatIsMissing()
    {
        await PutAsync(Row(_unit, Secretary, "2026-08", 1), Row(_unit, Secretary, "2026-09", 18, 16.5m), Row(_second, Secretary, "2026-09", 7), Row(_second, Secretary, ThisMonth, 9));
        var before = await _service.SendAsync(_employee.Id, new GetHeadcountStateQuery());

        var kept = await _service.SendAsync(_administrator.Id, new CarryForwardCommand(Month: null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before.CarryFrom, before.Carried, before.MayChange), Is.EqualTo(("2026-09", 1, false)));
            Assert.That(before.Items.Select(row => (row.UnitName, row.Month, row.MonthsOld)), Is.EqualTo([("Linden", ThisMonth, 0), ("Mottag", "2026-09", 2)]));
            Assert.That(kept, Is.EqualTo(new HeadcountsKept(1, 1, 0)));
            Assert.That((await ListAsync(from: ThisMonth)).Items.Select(row => (row.UnitName, row.Headcount, row.Fte)), Is.EqualTo([("Linden", 9m, (decimal?)null), ("Mottag", 18m, 16.5m)]));
            Assert.That((await ListAsync(from: "2026-10", to: "2026-10")).Items, Is.Empty);
            Assert.That((await _service.SendAsync(_administrator.Id, new GetHeadcountStateQuery())).CarryFrom, Is.Null);
            await Assert.ThatAsync(() => _service.SendAsync(_administrator.Id, new CarryForwardCommand(Month: null)), Throws.TypeOf<InvalidInputException>());
        }
    }

    [Test]
    public async Task Mean_OverMonths_AddsUnitsAndGroupsAndLeavesOutMonthsWithoutFigures()
    {
        await PutAsync(
            Row(_unit, Secretary, "2026-01", 10, 8), Row(_unit, Assessor, "2026-01", 5, 4), Row(_second, Secretary, "2026-01", 3, 3),
            Row(_unit, Secretary, "2026-03", 12, 10), Row(_second, Secretary, "2026-03", 4));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await MeanAsync(_unit, _second), Is.EqualTo(new MeanStaff(17, 15, 2)));
            Assert.That(await MeanAsync(_unit), Is.EqualTo(new MeanStaff(13.5m, 11, 2)));
            Assert.That(await MeanAsync(_employer.Top), Is.Null);
            Assert.That(await MeanAsync(), Is.Null);
            Assert.That(await AskAsync(staff => staff.MeanAsync([_unit.Id], First, Last, [Assessor], default)), Is.EqualTo(new MeanStaff(5, 4, 1)));
            Assert.That(await AskAsync(staff => staff.MeanAsync([_unit.Id], new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 2), groups: null, default)), Is.EqualTo(new MeanStaff(12, 10, 1)));
            Assert.That(await AskAsync(staff => staff.MeanOfEmployersAsync([_employer.Id], First, Last, groups: null, default)), Is.EqualTo(new MeanStaff(17, 15, 2)));
            Assert.That(await AskAsync(staff => staff.MeanOfEmployersAsync(employers: null, First, Last, groups: null, default)), Is.EqualTo(new MeanStaff(17, 15, 2)));
            Assert.That(await AskAsync(staff => staff.MeanOfEmployersAsync([_other.Id], First, Last, groups: null, default)), Is.Null);
            Assert.That((await AskAsync(staff => staff.MeanByUnitAsync(_employer.Id, First, Last, default)))[_second.Id], Is.EqualTo(new MeanStaff(3.5m, 3, 2)));
            Assert.That((await AskAsync(staff => staff.ByMonthAsync([_unit.Id, _second.Id], First, Last, default)))[new DateOnly(2026, 3, 1)], Is.EqualTo(new StaffOfMonth(16, Fte: null)));
        }
    }

    private static HeadcountInput Row(Unit unit, string group, string month, decimal headcount, decimal? fte = null) => new(unit.Id, group, month, headcount, fte);

    private Task<HeadcountsKept> PutAsync(params HeadcountInput[] rows) => _service.SendAsync(_administrator.Id, new PutHeadcountsCommand(rows));

    private Task<HeadcountsKept> ImportAsync(string text) => _service.SendAsync(_administrator.Id, new ImportHeadcountsCommand(Encoding.UTF8.GetBytes(text)));

    private Task<Listing<HeadcountRow>> ListAsync(UnitId? unit = null, string? from = null, string? to = null) =>
        _service.SendAsync(_employee.Id, new ListHeadcountsQuery(unit, from, to, new Page(200)));

    private Task<MeanStaff?> MeanAsync(params Unit[] units) => AskAsync(staff => staff.MeanAsync([.. units.Select(unit => unit.Id)], First, Last, groups: null, default));

    private Task<T> AskAsync<T>(Func<IHeadcounts, Task<T>> ask) => _service.WithAsync(services => ask(services.GetRequiredService<IHeadcounts>()));
}
