using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.TestKit;

/// <summary>An employer as tests need one: a top unit, a department, units and people with roles.</summary>
public sealed class TestOrganisation
{
    public const string Password = "ett-långt-lösenord";

    private readonly List<object> _rows = [];
    private readonly List<Person> _people = [];
    private readonly DateTimeOffset _now;

    private TestOrganisation(Employer employer, DateTimeOffset now)
    {
        _now = now;
        Employer = employer;
        _rows.Add(employer);
        Top = AddUnit(employer.Name, parent: null);
    }

    public Employer Employer { get; }

    public EmployerId Id => Employer.Id;

    public Unit Top { get; }

    public IReadOnlyList<Person> People => _people;

    public static TestOrganisation Named(string name, DateTimeOffset now, string sector = "municipality") =>
        new(Employer.Create(EmployerId.New(now), name, sector), now);

    public Unit AddUnit(string name, Unit? parent)
    {
        var unit = Unit.Create(UnitId.New(_now), Employer.Id, parent?.Id, name);
        _rows.Add(unit);
        return unit;
    }

    /// <summary>A person at home in the unit, with the roles in it since a year ago.</summary>
    public Person AddPerson(string name, Unit unit, params Role[] roles)
    {
        var person = Person.Create(UserId.New(_now), Employer.Id, unit.Id, name, $"{Guid.NewGuid():N}@example.org");
        _rows.Add(person);
        _people.Add(person);
        foreach (var role in roles)
        {
            Give(person, role, unit, DateOnly.FromDateTime(_now.UtcDateTime).AddYears(-1));
        }

        return person;
    }

    public void Give(Person person, Role role, Unit unit, DateOnly from, DateOnly? to = null) =>
        _rows.Add(RoleAssignment.Create(Guid.CreateVersion7(_now), person.Id, role, unit.Id, from, to));

    public void Away(Person person, DateOnly from, DateOnly to) => _rows.Add(Absence.Create(Guid.CreateVersion7(_now), person.Id, from, to));

    /// <summary>The chart without a database.</summary>
    public OrgChart Chart() =>
        new(Employer, _rows.OfType<Unit>(), _rows.OfType<Person>(), _rows.OfType<RoleAssignment>(), _rows.OfType<Absence>());

    /// <summary>Stores all of it; with <paramref name="withAccounts"/> everyone can sign in with <see cref="Password"/>, which takes a while each.</summary>
    public Task SaveAsync(TestService service, bool withAccounts = false) => service.WithAsync(async services =>
    {
        var db = services.GetRequiredService<IIncidentReportingDb>();
        await using var scope = await db.BeginAsync();
        foreach (var row in _rows)
        {
            Add(db, row);
        }

        await db.SaveChangesAsync();
        if (withAccounts)
        {
            foreach (var person in _people)
            {
                await services.GetRequiredService<IAccounts>().CreateAsync(person.Id, person.Email, Password, CancellationToken.None);
            }
        }

        await scope.CommitAsync();
        return true;
    });

    private static void Add(IIncidentReportingDb db, object row)
    {
        switch (row)
        {
            case Employer employer:
                db.Set<Employer>().Add(employer);
                break;
            case Unit unit:
                db.Set<Unit>().Add(unit);
                break;
            case Person person:
                db.Set<Person>().Add(person);
                break;
            case RoleAssignment role:
                db.Set<RoleAssignment>().Add(role);
                break;
            case Absence absence:
                db.Set<Absence>().Add(absence);
                break;
        }
    }
}
