using IncidentReporting.Domain.Organisation;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Organisation;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrgChartTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);

    private readonly TestOrganisation _employer = TestOrganisation.Named("Exempelkommun", Now);
    private readonly Unit _department;
    private readonly Unit _unit;
    private readonly Unit _sibling;

    public OrgChartTests()
    {
        _department = _employer.AddUnit("Individ- och familjeomsorg", _employer.Top);
        _unit = _employer.AddUnit("Barn och unga, mottag", _department);
        _sibling = _employer.AddUnit("Ekonomiskt bistånd", _department);
    }

    [Test]
    public void Reach_OfADepartment_IsItselfAndAllBelow() =>
        Assert.That(_employer.Chart().Reach(_department.Id), Is.EquivalentTo([_department.Id, _unit.Id, _sibling.Id]));

    [Test]
    public void Reach_OfAnothersUnit_IsEmpty() =>
        Assert.That(_employer.Chart().Reach(UnitId.New(Now)), Is.Empty);

    [Test]
    public void Ancestors_OfAUnit_GoUpwardNearestFirst() =>
        Assert.That(_employer.Chart().Ancestors(_unit.Id), Is.EqualTo([_department.Id, _employer.Top.Id]));

    [Test]
    public void HoldersOf_ARoleThatTheUnitLacks_AreThoseNearestAbove()
    {
        var head = _employer.AddPerson("Chef", _department, Role.Manager);
        _employer.AddPerson("Direktör", _employer.Top, Role.Manager);

        Assert.That(_employer.Chart().HoldersOf(Role.Manager, _unit.Id, Now), Is.EqualTo([head]));
    }

    [Test]
    public void HoldersOf_ARoleThatHasEnded_AreNotThose()
    {
        var earlier = _employer.AddPerson("Förra", _unit);
        _employer.Give(earlier, Role.Manager, _unit, new DateOnly(2026, 1, 1), new DateOnly(2026, 11, 19));
        var head = _employer.AddPerson("Chef", _department, Role.Manager);

        Assert.That(_employer.Chart().HoldersOf(Role.Manager, _unit.Id, Now), Is.EqualTo([head]));
    }

    [Test]
    public void HoldersOf_ARoleOnItsLastDay_AreStillThose()
    {
        var person = _employer.AddPerson("Chef", _unit);
        _employer.Give(person, Role.Manager, _unit, new DateOnly(2026, 1, 1), new DateOnly(2026, 11, 20));

        // 22.30 in UTC is half past eleven in the evening of the same day in Sweden; an hour later the day is over.
        var late = new DateTimeOffset(2026, 11, 20, 22, 30, 0, TimeSpan.Zero);
        var chart = _employer.Chart();

        Assert.That(chart.HoldersOf(Role.Manager, _unit.Id, late), Is.EqualTo([person]));
        Assert.That(chart.HoldersOf(Role.Manager, _unit.Id, late.AddHours(1)), Is.Empty);
    }

    [Test]
    public void HoldersOf_ARoleOfADisabledPerson_AreNotThose()
    {
        _employer.AddPerson("Chef", _unit, Role.Manager).Disable(true);

        Assert.That(_employer.Chart().HoldersOf(Role.Manager, _unit.Id, Now), Is.Empty);
    }

    [Test]
    public void NextManagerAbove_AUnit_IsAboveItsOwnManager()
    {
        _employer.AddPerson("Enhetschef", _unit, Role.Manager);
        var head = _employer.AddPerson("Verksamhetschef", _department, Role.Manager);

        Assert.That(_employer.Chart().NextManagerAbove(_unit.Id, Now), Is.EqualTo([head]));
    }

    [Test]
    public void NextManagerAbove_AUnitLedFromAbove_IsAboveThatManager()
    {
        _employer.AddPerson("Verksamhetschef", _department, Role.Manager);
        var director = _employer.AddPerson("Direktör", _employer.Top, Role.Manager);

        Assert.That(_employer.Chart().NextManagerAbove(_unit.Id, Now), Is.EqualTo([director]));
    }

    [Test]
    public void NextManagerAbove_WhereTheSamePersonLeadsBoth_IsSomebodyElse()
    {
        var both = _employer.AddPerson("Chef", _unit, Role.Manager);
        _employer.Give(both, Role.Manager, _department, new DateOnly(2026, 1, 1));
        var director = _employer.AddPerson("Direktör", _employer.Top, Role.Manager);

        Assert.That(_employer.Chart().NextManagerAbove(_unit.Id, Now), Is.EqualTo([director]));
    }

    [Test]
    public void NextManagerAbove_TheTop_IsNobody()
    {
        _employer.AddPerson("Direktör", _employer.Top, Role.Manager);

        Assert.That(_employer.Chart().NextManagerAbove(_unit.Id, Now), Is.Empty);
    }

    [TestCase(-1, false)]
    [TestCase(0, true)]
    [TestCase(2, true)]
    [TestCase(3, false)]
    public void IsAway_ByDay_CountsTheFirstAndTheLastDay(int days, bool away)
    {
        var person = _employer.AddPerson("Chef", _unit, Role.Manager);
        _employer.Away(person, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 22));

        Assert.That(_employer.Chart().IsAway(person.Id, Now.AddDays(days)), Is.EqualTo(away));
    }

    [Test]
    public void MoveTo_BelowItself_IsRefused() =>
        Assert.That(() => _department.MoveTo(_unit.Id, _employer.Chart()), Throws.Exception.With.Property("Rule").EqualTo(OrganisationRules.UnitNotBelowItself));
}
