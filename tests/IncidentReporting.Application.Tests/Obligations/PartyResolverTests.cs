using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Obligations;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PartyResolverTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly TestOrganisation _employer = TestOrganisation.Named("Exempelkommun", Now);
    private readonly Unit _unit;
    private readonly Person _employee;
    private readonly Person _manager;
    private readonly Person _deputy;
    private readonly Person _head;
    private readonly Person _rep;
    private readonly Person _headRep;
    private readonly Person _coordinator;

    public PartyResolverTests()
    {
        var department = _employer.AddUnit("Individ- och familjeomsorg", _employer.Top);
        _unit = _employer.AddUnit("Barn och unga, mottag", department);
        _employee = _employer.AddPerson("Medarbetare", _unit, Role.Employee);
        _manager = _employer.AddPerson("Chef", _unit, Role.Manager);
        _deputy = _employer.AddPerson("Ersättare", _unit, Role.Deputy);
        _head = _employer.AddPerson("Avdelningschef", department, Role.Manager);
        _rep = _employer.AddPerson("Skyddsombud", _unit, Role.SafetyRepresentative);
        _headRep = _employer.AddPerson("Huvudskyddsombud", _employer.Top, Role.HeadSafetyRepresentative);
        _coordinator = _employer.AddPerson("Samordnare", _employer.Top, Role.Coordinator);
    }

    private CaseParties Case => new() { UnitId = _unit.Id, Exposed = [_employee.Id] };

    [Test]
    public void Parties_OfAnOrdinaryCase_AreTheHoldersOfTheRoles() =>
        Assert.Multiple(() =>
        {
            Assert.That(Resolve(Case, Party.Manager), Is.EqualTo(new[] { _manager.Id }));
            Assert.That(Resolve(Case, Party.Deputy), Is.EqualTo(new[] { _deputy.Id }));
            Assert.That(Resolve(Case, Party.NextManager), Is.EqualTo(new[] { _head.Id }));
            Assert.That(Resolve(Case, Party.SafetyRepresentative), Is.EqualTo(new[] { _rep.Id }));
            Assert.That(Resolve(Case, Party.HeadSafetyRepresentative), Is.EqualTo(new[] { _headRep.Id }));
            Assert.That(Resolve(Case, Party.Coordinator), Is.EqualTo(new[] { _coordinator.Id }));
            Assert.That(Resolve(Case, Party.Exposed), Is.EqualTo(new[] { _employee.Id }));
        });

    [Test]
    public void Case_ThatHasAManager_DoesNotFallOnACoordinator() =>
        Assert.Multiple(() =>
        {
            Assert.That(ActsForManager(Case), Is.False);
            Assert.That(ActsForManager(Case with { HandlerId = _deputy.Id, KeptOut = [_manager.Id, _head.Id] }), Is.False, "whom it was handed to has it");
        });

    [Test]
    public void Case_WithoutAManager_FallsOnTheCoordinatorsWhoHaveNoPartInIt()
    {
        var left = Case with { KeptOut = [_manager.Id, _head.Id] };

        Assert.Multiple(() =>
        {
            Assert.That(ActsForManager(left), Is.True);
            Assert.That(ActsForManager(Case with { HasNoManager = true }), Is.True, "the case has looked and found none");
            Assert.That(Resolve(Case with { HasNoManager = true }, Party.Manager), Is.EqualTo(new[] { _coordinator.Id }));
            Assert.That(ActsForManager(left with { HandlerId = _employee.Id }), Is.True, "who was hit does not handle it");
            Assert.That(ActsForManager(left with { Exposed = [_coordinator.Id] }), Is.False, "hit herself");
            Assert.That(ActsForManager(left with { KeptOut = [.. left.KeptOut, _coordinator.Id] }), Is.False, "kept out");
        });
    }

    [Test]
    public void Manager_WhoIsAway_IsReplacedByTheDeputy()
    {
        _employer.Away(_manager, Today, Today);

        Assert.That(Resolve(Case, Party.Manager), Is.EqualTo(new[] { _deputy.Id }));
    }

    [Test]
    public void Manager_WhoIsAwayWithTheDeputy_IsReplacedByTheNextManager()
    {
        _employer.Away(_manager, Today, Today);
        _employer.Away(_deputy, Today, Today.AddDays(3));

        Assert.That(Resolve(Case, Party.Manager), Is.EqualTo(new[] { _head.Id }));
    }

    [Test]
    public void Manager_WhoIsTheCounterpart_IsNeverToldOfTheCase()
    {
        var parties = Case with { KeptOut = [_manager.Id] };

        Assert.Multiple(() =>
        {
            Assert.That(Resolve(parties, Party.Manager), Is.EqualTo(new[] { _head.Id }));
            Assert.That(Enum.GetValues<Party>().SelectMany(party => Resolve(parties, party, _manager.Id)), Does.Not.Contain(_manager.Id));
        });
    }

    [Test]
    public void Manager_WhoIsExposed_DoesNotHandleTheOwnCase()
    {
        var parties = Case with { Exposed = [_manager.Id] };

        Assert.Multiple(() =>
        {
            Assert.That(Resolve(parties, Party.Manager), Is.EqualTo(new[] { _head.Id }));
            Assert.That(Resolve(parties, Party.Exposed), Is.EqualTo(new[] { _manager.Id }));
        });
    }

    [Test]
    public void Manager_WhoIsPassedBy_IsNotToldAndNeitherIsTheDeputy()
    {
        var parties = Case with { BypassManager = true };

        Assert.Multiple(() =>
        {
            Assert.That(Resolve(parties, Party.Manager), Is.EqualTo(new[] { _head.Id }));
            Assert.That(Resolve(parties, Party.Deputy), Is.Empty);
            Assert.That(Resolve(parties, Party.NextManager), Is.EqualTo(new[] { _coordinator.Id }), "nobody manages above");
        });
    }

    [Test]
    public void Representative_WhoIsExposed_IsReplacedByTheHead() =>
        Assert.That(Resolve(Case with { Exposed = [_rep.Id] }, Party.SafetyRepresentative), Is.EqualTo(new[] { _headRep.Id }));

    [Test]
    public void Handler_OfACase_ComesBeforeTheManager()
    {
        var parties = Case with { HandlerId = _coordinator.Id };

        Assert.Multiple(() =>
        {
            Assert.That(Resolve(parties, Party.Manager), Is.EqualTo(new[] { _coordinator.Id }));
            Assert.That(Resolve(parties, Party.NextManager), Is.EqualTo(new[] { _head.Id }));
        });
    }

    [Test]
    public void Owner_OfAnAction_IsToldAndWithoutOneTheManager() =>
        Assert.Multiple(() =>
        {
            Assert.That(Resolve(Case, Party.Owner, _rep.Id), Is.EqualTo(new[] { _rep.Id }));
            Assert.That(Resolve(Case, Party.Owner), Is.EqualTo(new[] { _manager.Id }));
        });

    [Test]
    public void Substitutes_ForAManagersLostMail_AreTheDeputyElseTheNextManager()
    {
        var resolver = Resolver(Case);
        _employer.Away(_deputy, Today, Today);

        Assert.Multiple(() =>
        {
            Assert.That(resolver.SubstitutesFor(_manager.Id), Is.EqualTo(new[] { _deputy.Id }));
            Assert.That(Resolver(Case).SubstitutesFor(_manager.Id), Is.EqualTo(new[] { _head.Id }));
            Assert.That(resolver.SubstitutesFor(_employee.Id), Is.Empty);
        });
    }

    private PartyResolver Resolver(CaseParties parties) => new(_employer.Chart(), parties, Now);

    private bool ActsForManager(CaseParties parties) => Resolver(parties).ActsForManager(_coordinator.Id);

    private IReadOnlyList<UserId> Resolve(CaseParties parties, Party party, UserId? owner = null) => Resolver(parties).Resolve(party, owner);
}
