using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>The employers, units and people of the demonstration. Those who have a short user name can sign in.</summary>
internal sealed class DemoOrganisation
{
    public const string Municipality = "Exempelkommun";
    public const string Provider = "Omsorg i Exempel AB";
    public const string ChildrenUnit = "Barn och unga, mottag";
    public const string AidUnit = "Ekonomiskt bistånd";
    public const string HousingUnit = "Stödboende Linden";
    public const string HomeUnit = "HVB Granen";

    public const string MunicipalDomain = "exempelkommun.example";
    private const string ProviderDomain = "omsorg.example";
    private const string UnionDomain = "union.example";

    private readonly DateTimeOffset _now;
    private readonly DateOnly _since;

    private DemoOrganisation(DateTimeOffset now)
    {
        _now = now;
        _since = DateOnly.FromDateTime(now.UtcDateTime).AddYears(-6);
        AddMunicipality();
        AddProvider();
        AddUnion();
    }

    /// <summary>Every user name that has the public password.</summary>
    public static IReadOnlyList<string> UserNames { get; } =
    [
        .. ((string[])["employee", "colleague", "manager", "deputy", "rep", "outsider", "head", "headrep", "coordinator", "analyst", "auditor", "admin", "dpo"])
            .Select(name => $"{name}@{MunicipalDomain}"),
        $"employee@{ProviderDomain}",
        $"manager@{ProviderDomain}",
        $"reader@{UnionDomain}",
    ];

    public List<Employer> Employers { get; } = [];

    public List<Unit> Units { get; } = [];

    public List<Person> People { get; } = [];

    public List<RoleAssignment> Roles { get; } = [];

    public static DemoOrganisation Make(DateTimeOffset now) => new(now);

    public IEnumerable<Person> WhoSignIn => People.Where(person => UserNames.Contains(person.Email));

    public IEnumerable<OrgChart> Charts => Employers.Select(employer => new OrgChart(
        employer, Units.Where(unit => unit.EmployerId == employer.Id), People.Where(person => person.EmployerId == employer.Id), Roles, []));

    private void AddMunicipality()
    {
        var employer = Add(Employer.Create(EmployerId.New(_now), Municipality, "municipality", county: "01", sharesWithUnion: true));
        var top = AddUnit(employer, parent: null, Municipality);
        var department = AddUnit(employer, top, "Individ- och familjeomsorg");
        var children = AddUnit(employer, department, ChildrenUnit, reviewedDaysAgo: 420, drilledDaysAgo: 190);
        var aid = AddUnit(employer, department, AidUnit, reviewedDaysAgo: 150, drilledDaysAgo: 150);
        var housing = AddUnit(employer, department, HousingUnit, reviewedDaysAgo: 345, drilledDaysAgo: 60);

        var staff = new Staff(this, employer, MunicipalDomain);
        staff.Add("Elin Sandberg", children, "employee");
        staff.Add("Johan Lindqvist", children, "colleague");
        staff.Add("Maria Holm", children, "manager", Role.Manager);
        staff.Add("Ahmed Rashid", children, "deputy", Role.Deputy);
        staff.Add("Karin Ekström", children, "rep", Role.SafetyRepresentative);
        staff.Add(children, "Sofia Berglund", "Marcus Nyström", "Amina Hassan", "Petra Lundgren", "Oskar Wallin", "Lena Forsberg");

        staff.Add("Nils Åkerman", aid, "outsider");
        staff.Add("Birgitta Sjöström", aid, null, Role.Manager);
        staff.Add("Tomas Hedlund", aid, null, Role.SafetyRepresentative);
        staff.Add(aid, "Fatima El-Sayed", "Camilla Norén", "Henrik Dahl", "Ida Bergman", "Mikael Öberg", "Sara Lindholm", "Jonas Ström");

        staff.Add("Per Granlund", housing, null, Role.Manager);
        staff.Add("Anneli Viklund", housing, null, Role.SafetyRepresentative);
        staff.Add(housing, "Daniel Eklund", "Emma Åström", "Goran Petrović", "Malin Hellström", "Rebecka Sundin", "Viktor Nordin", "Jenny Falk");

        staff.Add("Annika Bergström", department, "head", Role.Manager);
        staff.Add("Lars-Erik Sandin", top, null, Role.Manager);
        staff.Add("Gunilla Rask", top, "headrep", Role.HeadSafetyRepresentative);
        staff.Add("Mattias Engström", top, "coordinator", Role.Coordinator);
        staff.Add("Yasmin Karimi", top, "analyst", Role.Analyst);
        staff.Add("Ingrid Malm", top, "auditor", Role.Auditor);
        staff.Add("Robert Lundin", top, "admin", Role.Administrator);
        staff.Add("Helena Thorsell", top, "dpo", Role.DataProtectionOfficer);
    }

    private void AddProvider()
    {
        var employer = Add(Employer.Create(EmployerId.New(_now), Provider, "private_provider", county: "01", sharesWithUnion: true));
        var top = AddUnit(employer, parent: null, Provider);
        var home = AddUnit(employer, top, HomeUnit, reviewedDaysAgo: 290, drilledDaysAgo: 330);

        var staff = new Staff(this, employer, ProviderDomain);
        staff.Add("Linnea Björk", home, "employee");
        staff.Add("Stefan Molin", home, "manager", Role.Manager);
        staff.Add("Patrik Åberg", home, null, Role.SafetyRepresentative);
        staff.Add(home, "Zahra Ahmadi", "Simon Lundqvist", "Therese Holmgren", "Kristian Bodin", "Moa Hjalmarsson", "Alexander Rydell");
        staff.Add("Catarina Wide", top, null, Role.Manager);
        staff.Add("Eva Lindell", top, null, Role.Coordinator, Role.Administrator);
    }

    private void AddUnion()
    {
        var union = Add(Employer.CreateUnion(EmployerId.New(_now), "Exempelförbundet"));
        var top = AddUnit(union, parent: null, union.Name);
        var reader = Person.Create(UserId.New(_now), union.Id, top.Id, "Agneta Fors", $"reader@{UnionDomain}");
        People.Add(reader);
        Give(reader, Role.UnionReader, top);
    }

    private Employer Add(Employer employer)
    {
        Employers.Add(employer);
        return employer;
    }

    private Unit AddUnit(Employer employer, Unit? parent, string name, int? reviewedDaysAgo = null, int? drilledDaysAgo = null)
    {
        var unit = Unit.Create(UnitId.New(_now), employer.Id, parent?.Id, name);
        unit.ReviewRoutine(Ago(reviewedDaysAgo));
        unit.Drill(Ago(drilledDaysAgo));
        Units.Add(unit);
        return unit;
    }

    private DateOnly? Ago(int? days) => days is { } ago ? DateOnly.FromDateTime(_now.UtcDateTime).AddDays(-ago) : null;

    private void Give(Person person, Role role, Unit unit)
    {
        var isAppointed = role is Role.SafetyRepresentative or Role.HeadSafetyRepresentative;
        DateTimeOffset? notifiedAt = isAppointed ? new DateTimeOffset(_since.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero) : null;
        Roles.Add(RoleAssignment.Create(
            Guid.CreateVersion7(_now), person.Id, role, unit.Id, _since, to: null, isAppointed ? "Exempelförbundet" : null, notifiedAt));
    }

    private sealed class Staff(DemoOrganisation organisation, Employer employer, string domain)
    {
        public void Add(Unit unit, params string[] names)
        {
            foreach (var name in names)
            {
                Add(name, unit, userName: null);
            }
        }

        public void Add(string name, Unit unit, string? userName, params Role[] roles)
        {
            var person = Person.Create(UserId.New(organisation._now), employer.Id, unit.Id, name, $"{userName ?? DemoNames.Plain(name)}@{domain}");
            organisation.People.Add(person);
            foreach (var role in roles.Prepend(Role.Employee))
            {
                organisation.Give(person, role, unit);
            }
        }
    }
}
