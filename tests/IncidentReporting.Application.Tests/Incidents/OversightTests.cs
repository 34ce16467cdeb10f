using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Incidents;

/// <summary>A report goes past whoever is to be passed by, wherever she manages.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OversightTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);

    private readonly TestOrganisation _employer = TestOrganisation.Named("Exempelkommun", Now);
    private readonly Unit _department;
    private readonly Unit _unit;
    private readonly Person _manager;

    public OversightTests()
    {
        _department = _employer.AddUnit("Individ- och familjeomsorg", _employer.Top);
        _unit = _employer.AddUnit("Barn och unga, mottag", _department);
        _manager = _employer.AddPerson("Chef", _unit, Role.Manager);
        _employer.AddPerson("Förvaltningschef", _employer.Top, Role.Manager);
    }

    [Test]
    public void Manager_WhoIsPassedBy_IsPassedByInTheUnitAboveToo()
    {
        _employer.Give(_manager, Role.Manager, _department, new DateOnly(2026, 1, 1));

        Assert.That(Of(passBy: true), Is.EqualTo(_employer.Top.Id));
    }

    [Test]
    public void Manager_OfTheUnitAbove_TakesWhatPassesTheUnitsOwn()
    {
        _employer.AddPerson("Avdelningschef", _department, Role.Manager);

        Assert.That((Of(passBy: false), Of(passBy: true)), Is.EqualTo(((UnitId?)_unit.Id, (UnitId?)_department.Id)));
    }

    private UnitId? Of(bool passBy) => Oversight.Of(_employer.Chart(), _unit.Id, new ReportContent { BypassManager = passBy }, [], Now);
}
