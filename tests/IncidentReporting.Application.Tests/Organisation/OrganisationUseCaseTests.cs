using System.Text.Json.Nodes;
using IncidentReporting.Application.Campaigns;
using IncidentReporting.Application.Campaigns.Create;
using IncidentReporting.Application.Campaigns.List;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Application.SupportDirectory.Put;
using IncidentReporting.Application.Units;
using IncidentReporting.Application.Units.Change;
using IncidentReporting.Application.Units.Create;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Users;
using IncidentReporting.Application.Users.Change;
using IncidentReporting.Application.Users.Create;
using IncidentReporting.Application.Users.Get;
using IncidentReporting.Application.Users.List;
using IncidentReporting.Application.Users.SetAbsences;
using IncidentReporting.Application.Users.SetRoles;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Organisation;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrganisationUseCaseTests(DatabaseProvider provider)
{
    private TestService _service = null!;
    private TestOrganisation _employer = null!;
    private TestOrganisation _other = null!;
    private Unit _unit = null!;
    private Person _administrator = null!;
    private Person _employee = null!;
    private Person _stranger = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(provider);
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _unit = _employer.AddUnit("Mottag", _employer.Top);
        _administrator = _employer.AddPerson("Åsa", _employer.Top, Role.Administrator);
        _employee = _employer.AddPerson("Bo", _unit, Role.Employee);
        _other = TestOrganisation.Named("Annan", _service.Now);
        _stranger = _other.AddPerson("Cia", _other.Top, Role.Administrator);
        await _employer.SaveAsync(_service);
        await _other.SaveAsync(_service);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Units_Listed_AreTheEmployersOwnInSwedishOrder()
    {
        foreach (var name in (string[])["Ödlan", "Älgen", "Zebran", "Ån"])
        {
            await _service.SendAsync(_administrator.Id, new CreateUnitCommand(name, _unit.Id));
        }

        var listed = await _service.SendAsync(_employee.Id, new ListUnitsQuery());

        Assert.That(listed.Items.Select(unit => unit.Name), Is.EqualTo(["Exempelkommun", "Mottag", "Zebran", "Ån", "Älgen", "Ödlan"]));
    }

    [Test]
    public async Task Unit_BelowAnothersUnit_IsRefused() =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_administrator.Id, new CreateUnitCommand("Ny", _other.Top.Id)),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey("parentId"));

    [Test]
    public async Task Unit_ChangedByAnEmployee_IsNotAllowed() =>
        await Assert.ThatAsync(() => ChangeUnitAsync(_employee, _unit.Id, new JsonObject { ["name"] = "Annat" }), Throws.TypeOf<NotAllowedException>());

    [Test]
    public async Task Unit_OfAnotherEmployer_IsNotFound() =>
        await Assert.ThatAsync(() => ChangeUnitAsync(_administrator, _other.Top.Id, new JsonObject { ["name"] = "Annat" }), Throws.TypeOf<NotFoundException>());

    [Test]
    public async Task Unit_ChangedByWhatItWasRead_IsRefusedWhenItHasChanged()
    {
        await ChangeUnitAsync(_administrator, _unit.Id, new JsonObject { ["name"] = "Annat" });

        await Assert.ThatAsync(
            () => ChangeUnitAsync(_administrator, _unit.Id, new JsonObject { ["name"] = "Tredje" }, new ExpectedVersion([0])), Throws.TypeOf<ChangedMeanwhileException>());
    }

    [Test]
    public async Task Unit_MovedBelowItself_BreaksTheRule()
    {
        var below = await _service.SendAsync(_administrator.Id, new CreateUnitCommand("Under", _unit.Id));

        await Assert.ThatAsync(
            () => ChangeUnitAsync(_administrator, _unit.Id, new JsonObject { ["parentId"] = below.Id.Value }),
            Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(OrganisationRules.UnitNotBelowItself));
    }

    [Test]
    public async Task User_Created_CanBeFoundByColleaguesAndKeepsRoles()
    {
        var created = await CreateUserAsync("ny@example.org");

        Assert.That(created.Roles.Select(role => (role.Role, role.Unit.Id)), Is.EqualTo([(Role.Manager, _unit.Id)]));
        var seen = await _service.SendAsync(_employee.Id, new ListUsersQuery(_unit.Id, "manager", new Page()));
        Assert.That(seen.Items.Select(item => item.Id), Is.EqualTo([created.Id]));
    }

    [Test]
    public async Task User_WithAUserNameThatIsTaken_IsRefusedAndNotKept()
    {
        await CreateUserAsync("ny@example.org");

        await Assert.ThatAsync(() => CreateUserAsync("NY@example.org"), Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey("userName"));

        Assert.That((await _service.SendAsync(_employee.Id, new ListUsersQuery(Unit: null, Role: null, new Page()))).Items, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Users_ReadPageByPage_AreAllThereOnceInOrder()
    {
        var names = new List<string>();
        Cursor? after = null;
        do
        {
            var page = await _service.SendAsync(_employee.Id, new ListUsersQuery(Unit: null, Role: null, new Page(1, after)));
            names.AddRange(page.Items.Select(item => item.Name));
            after = page.Next is null ? null : Cursor.Parse(page.Next);
        }
        while (after is not null);

        Assert.That(names, Is.EqualTo(["Bo", "Åsa"]));
    }

    [Test]
    public async Task User_WithProtectedIdentity_IsNamedToAdministratorsOnly()
    {
        await _service.SendAsync(_administrator.Id, new ChangeUserCommand(
            _employee.Id, new MergePatch<UserFields>(new JsonObject { ["protectedIdentity"] = true }), ExpectedVersion.Any));
        var colleague = await CreateUserAsync("ny@example.org");

        Assert.That(await NamesAsync(colleague.Id), Does.Not.Contain("Bo"));
        Assert.That(await NamesAsync(_administrator.Id), Does.Contain("Bo"));
    }

    [Test]
    public async Task User_OfAnotherEmployer_IsNotFound()
    {
        await Assert.ThatAsync(() => _service.SendAsync(_administrator.Id, new GetUserQuery(_stranger.Id)), Throws.TypeOf<NotFoundException>());
        await Assert.ThatAsync(() => _service.SendAsync(_administrator.Id, new SetRolesCommand(_stranger.Id, [])), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task Roles_Set_ReplaceTheEarlierOnesAndHoldAtOnce()
    {
        await _service.SendAsync(_employee.Id, new ListUnitsQuery());

        await _service.SendAsync(_administrator.Id, new SetRolesCommand(_employee.Id, [new RoleInput("auditor", _employer.Top.Id)]));

        Assert.That((await _service.SendAsync(_employee.Id, new ListLogEntriesQuery(null, "roles_set", null, null, null, null, null, new Page()))).Items, Has.Count.EqualTo(1));
    }

    [TestCase("chef", true, "roles[0].role")]
    [TestCase("manager", false, "roles[0].unitId")]
    [TestCase("union_reader", true, "roles[0].role")]
    public async Task Roles_ThatTheEmployerCannotHave_AreRefusedByTheirPlace(string role, bool own, string field) =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_administrator.Id, new SetRolesCommand(_employee.Id, [new RoleInput(role, own ? _unit.Id : _other.Top.Id)])),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey(field));

    [Test]
    public async Task Roles_TakenFromTheLastAdministrator_BreakTheRule()
    {
        await Assert.ThatAsync(
            () => _service.SendAsync(_administrator.Id, new SetRolesCommand(_administrator.Id, [])),
            Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(OrganisationRules.AdministratorRemains));
        await Assert.ThatAsync(
            () => _service.SendAsync(_administrator.Id, new ChangeUserCommand(
                _administrator.Id, new MergePatch<UserFields>(new JsonObject { ["disabled"] = true }), ExpectedVersion.Any)),
            Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(OrganisationRules.AdministratorRemains));
    }

    [Test]
    public async Task Absences_OfOneself_CanBeSetAndThoseOfOthersNot()
    {
        var set = await _service.SendAsync(_employee.Id, new SetAbsencesCommand(_employee.Id, [new AbsenceInput(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 5))]));

        Assert.That(set.Items, Has.Count.EqualTo(1));
        await Assert.ThatAsync(() => _service.SendAsync(_employee.Id, new SetAbsencesCommand(_administrator.Id, [])), Throws.TypeOf<NotAllowedException>());
    }

    [Test]
    public async Task Support_OfAUnit_IsItsOwnAndThenThatFromAbove()
    {
        await _service.SendAsync(_administrator.Id, new PutSupportDirectoryCommand(null, [new SupportInput("relieving_talk", "Hela kommunen")]));
        await _service.SendAsync(_administrator.Id, new PutSupportDirectoryCommand(_unit.Id, [new SupportInput("relieving_talk", "Enheten", Url: "https://example.org/")]));

        var offered = await _service.SendAsync(_employee.Id, new GetSupportDirectoryQuery(Unit: null));
        var atTop = await _service.SendAsync(_employee.Id, new GetSupportDirectoryQuery(_employer.Top.Id));

        Assert.That(offered.Items.Select(item => item.Title), Is.EqualTo(["Enheten", "Hela kommunen"]));
        Assert.That(atTop.Items.Select(item => item.Title), Is.EqualTo(["Hela kommunen"]));
    }

    [Test]
    public async Task Support_WithALinkThatIsNoWebPage_IsRefused() =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_administrator.Id, new PutSupportDirectoryCommand(null, [new SupportInput("relieving_talk", "Stöd", Url: "javascript:alert(1)")])),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey("items[0].url"));

    [Test]
    public async Task Campaign_WithACodeThatAnotherHas_TellsHowManyAreHitAndNoMore()
    {
        await CreateCampaignAsync(_administrator, "Våra ord");
        await CreateCampaignAsync(_stranger, "Deras ord");

        var campaigns = await _service.SendAsync(_employee.Id, new ListCampaignsQuery());

        Assert.That(campaigns.Items.Select(campaign => (campaign.Name.Value, campaign.OrganisationsHit)), Is.EqualTo([("Våra ord", 2)]));
    }

    [Test]
    public async Task Log_ReadPageByPage_IsAllThereOnceLatestFirst()
    {
        var auditor = await CreateUserAsync("ny@example.org", "auditor");
        for (var i = 0; i < 5; i++)
        {
            await _service.SendAsync(_administrator.Id, new CreateUnitCommand($"Enhet {i}", null));
        }

        var read = new List<LogItem>();
        Cursor? after = null;
        do
        {
            var page = await _service.SendAsync(auditor.Id, new ListLogEntriesQuery(null, "unit_created", null, null, null, null, null, new Page(2, after)));
            read.AddRange(page.Items);
            after = page.Next is null ? null : Cursor.Parse(page.Next);
        }
        while (after is not null);

        Assert.That(read.Select(item => item.Id).Distinct().Count(), Is.EqualTo(5));
        Assert.That(read.Select(item => item.Actor!.Id), Is.All.EqualTo(_administrator.Id));
    }

    [Test]
    public async Task Log_ReadByAnAdministrator_IsNotAllowed() =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_administrator.Id, new ListLogEntriesQuery(null, null, null, null, null, null, null, new Page())), Throws.TypeOf<NotAllowedException>());

    private Task<UnitResult> ChangeUnitAsync(Person by, UnitId unit, JsonObject changes, ExpectedVersion? expected = null) =>
        _service.SendAsync(by.Id, new ChangeUnitCommand(unit, new MergePatch<UnitFields>(changes), expected ?? ExpectedVersion.Any));

    private Task<UserResult> CreateUserAsync(string userName, string role = "manager") =>
        _service.SendAsync(_administrator.Id, new CreateUserCommand(userName, "Ny", TestOrganisation.Password, _unit.Id, null, [new RoleInput(role, _unit.Id)]));

    private Task<CampaignResult> CreateCampaignAsync(Person by, string name) =>
        _service.SendAsync(by.Id, new CreateCampaignCommand(new CampaignFields(CaseText.From(name), "SE-2026-1", new DateOnly(2026, 11, 1), null, ["facebook"])));

    private async Task<IEnumerable<string>> NamesAsync(UserId by) =>
        (await _service.SendAsync(by, new ListUsersQuery(Unit: null, Role: null, new Page()))).Items.Select(item => item.Name);
}
