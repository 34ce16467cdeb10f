using System.Globalization;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>Further employers, and further units of the demonstration's municipality, so many that units keep to 10–60 incidents a year.</summary>
internal sealed class DemoCountry
{
    /// <summary>Of all that is added, this much happens in the demonstration's municipality.</summary>
    public const double OfMunicipality = 0.24;

    private const double MeanOfUnit = 28;
    private const int LeastOfUnit = 12;
    private const int MostOfUnit = 48;

    private static readonly string[] Counties =
        ["01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22", "23", "24", "25"];

    private readonly Dice _dice;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _since;
    private readonly Dictionary<(EmployerId, Work), int> _named = [];
    private readonly Dictionary<UnitId, (Work Work, double Yearly)> _workplaces = [];
    private int _people;

    private readonly int _round;

    private DemoCountry(int seed, int round, DateOnly since, DateTimeOffset now) => (_dice, _round, _since, _now) = (Dice.For(seed, -20_000), round, since, now);

    public List<Employer> Employers { get; } = [];

    public List<Unit> Units { get; } = [];

    public List<Person> People { get; } = [];

    public List<RoleAssignment> Roles { get; } = [];

    /// <summary>Everybody who plays, the demonstration's own units among them.</summary>
    public IReadOnlyList<DemoCast> Casts { get; private set; } = [];

    /// <param name="charts">The demonstration's employers as they are.</param>
    /// <param name="yearly">How many incidents a year there are to be.</param>
    /// <param name="others">How many further employers there are already, so that names go on.</param>
    public static DemoCountry Make(IReadOnlyList<OrgChart> charts, double yearly, int seed, DateOnly since, int others, DateTimeOffset now)
    {
        var country = new DemoCountry(seed, others, since, now);
        var municipality = charts.First(chart => chart.Employer.Name == DemoOrganisation.Municipality);
        var units = (int)Math.Round(yearly / MeanOfUnit);
        country.Extend(municipality, (int)(units * OfMunicipality));
        for (var left = Math.Max(1, units - (int)(units * OfMunicipality)); left > 0;)
        {
            left -= country.AddEmployer(others + country.Employers.Count, left);
        }

        country.Casts = country.CastAll(charts, municipality);
        return country;
    }

    private void Extend(OrgChart chart, int units)
    {
        var department = chart.Units.First(unit => unit.ParentId == chart.Top.Id);
        for (var number = 0; number < units; number++)
        {
            AddWorkplace(chart.Employer, department, _dice.Weighted([(Work.Children, 45), (Work.Aid, 30), (Work.Housing, 17), (Work.Home, 8)]), DemoOrganisation.MunicipalDomain, named: chart.Units.Count > 5 ? chart.Units.Count : 0);
        }
    }

    private int AddEmployer(int number, int most)
    {
        var isPrivate = _dice.Falls(0.25);
        var place = DemoNames.Place(number);
        var name = isPrivate ? $"Omsorg i {place} AB" : place + " kommun";
        var employer = Employer.Create(
            EmployerId.New(_now), name, isPrivate ? "private_provider" : "municipality", Counties[number % Counties.Length], sharesWithUnion: _dice.Falls(0.6));
        Employers.Add(employer);
        var domain = $"{DemoNames.Plain(place).Replace('.', '-')}-{(isPrivate ? "omsorg" : "kommun")}.example";
        var top = AddUnit(employer, parent: null, name);
        var parent = isPrivate ? top : AddUnit(employer, top, "Individ- och familjeomsorg");
        Give(AddPerson(employer, top, domain), Role.Manager, top);
        Give(AddPerson(employer, top, domain), Role.Coordinator, top);
        if (!isPrivate)
        {
            Give(AddPerson(employer, parent, domain), Role.Manager, parent);
        }

        var units = Math.Min(most, isPrivate ? _dice.Between(1, 4) : _dice.Between(3, 12));
        for (var made = 0; made < units; made++)
        {
            var work = isPrivate ? _dice.Weighted([(Work.Home, 65), (Work.Housing, 35)]) : _dice.Weighted([(Work.Children, 44), (Work.Aid, 33), (Work.Housing, 15), (Work.Home, 8)]);
            AddWorkplace(employer, parent, work, domain, named: 0);
        }

        return units;
    }

    private void AddWorkplace(Employer employer, Unit parent, Work work, string domain, int named)
    {
        var count = _named[(employer.Id, work)] = _named.GetValueOrDefault((employer.Id, work)) + 1;
        var unit = AddUnit(employer, parent, DemoNames.Unit(work, count - 1 + named));
        var yearly = _dice.Between(LeastOfUnit, MostOfUnit);
        _workplaces[unit.Id] = (work, yearly);
        Give(AddPerson(employer, unit, domain), Role.Manager, unit);
        Give(AddPerson(employer, unit, domain), Role.SafetyRepresentative, unit);
        for (var person = 2; person < DemoStaff.WhoAreExposed(work, yearly); person++)
        {
            AddPerson(employer, unit, domain);
        }
    }

    private Unit AddUnit(Employer employer, Unit? parent, string name)
    {
        var unit = Unit.Create(UnitId.New(_now), employer.Id, parent?.Id, name);
        Units.Add(unit);
        return unit;
    }

    private Person AddPerson(Employer employer, Unit unit, string domain)
    {
        var name = DemoNames.Person(_dice);
        var person = Person.Create(
            UserId.New(_now), employer.Id, unit.Id, name, string.Create(CultureInfo.InvariantCulture, $"{DemoNames.Plain(name)}.{_round}-{_people++}@{domain}"));
        People.Add(person);
        Give(person, Role.Employee, unit);
        return person;
    }

    private void Give(Person person, Role role, Unit unit) =>
        Roles.Add(RoleAssignment.Create(
            Guid.CreateVersion7(_now), person.Id, role, unit.Id, _since, to: null, role == Role.SafetyRepresentative ? "Exempelförbundet" : null,
            role == Role.SafetyRepresentative ? new DateTimeOffset(_since.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero) : null));

    private DemoCast[] CastAll(IReadOnlyList<OrgChart> charts, OrgChart municipality)
    {
        var (units, people, roles) = (Units.ToLookup(unit => unit.EmployerId), People.ToLookup(person => person.EmployerId), Roles.ToLookup(role => role.UserId));
        var whole = Employers.Select(employer => Chart(employer, [], [], []))
            .Append(Chart(municipality.Employer, municipality.Units, municipality.People, municipality.People.SelectMany(person => municipality.AssignmentsOf(person.Id)))).ToList();
        var made = whole.SelectMany(chart => chart.Units.Where(unit => _workplaces.ContainsKey(unit.Id))
            .Select(unit => new DemoCast(chart, unit, _workplaces[unit.Id].Work, _workplaces[unit.Id].Yearly, _now)));
        var standing = DemoCast.Of(charts.Where(chart => chart != municipality).Append(whole[^1]), _now).Select(cast => cast.With(cast.Yearly));
        return Shared([.. made, .. standing], municipality.Employer.Id);

        OrgChart Chart(Employer employer, IEnumerable<Unit> ownUnits, IEnumerable<Person> ownPeople, IEnumerable<RoleAssignment> ownRoles)
        {
            var added = people[employer.Id].ToList();
            return new OrgChart(employer, ownUnits.Concat(units[employer.Id]), ownPeople.Concat(added), ownRoles.Concat(added.SelectMany(person => roles[person.Id])), []);
        }
    }

    // The municipality's part of all is given; within it, and among the others, the units' own sizes decide.
    private static DemoCast[] Shared(IReadOnlyList<DemoCast> casts, EmployerId municipality)
    {
        var own = casts.Where(cast => cast.Chart.Employer.Id == municipality).Sum(cast => cast.Share);
        var rest = casts.Sum(cast => cast.Share) - own;
        return [.. casts.Select(cast => cast.With(cast.Chart.Employer.Id == municipality ? cast.Share * OfMunicipality / own : cast.Share * (1 - OfMunicipality) / rest))];
    }
}
