using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>What kind of work a unit does, and so what happens there.</summary>
[Flags]
internal enum Work
{
    Children = 1,
    Aid = 2,
    Housing = 4,
    Home = 8,
    Office = Children | Aid,
    Residential = Housing | Home,
    Any = Office | Residential,
}

/// <summary>Who plays in the cases of one unit.</summary>
internal sealed class DemoCast
{
    private static readonly Dictionary<string, (Work Work, double Share)> Workplaces = new(StringComparer.Ordinal)
    {
        [DemoOrganisation.ChildrenUnit] = (Work.Children, 0.34),
        [DemoOrganisation.AidUnit] = (Work.Aid, 0.26),
        [DemoOrganisation.HousingUnit] = (Work.Housing, 0.20),
        [DemoOrganisation.HomeUnit] = (Work.Home, 0.20),
    };

    private static readonly Dictionary<Work, string[]> GroupsOf = new()
    {
        [Work.Children] = ["social_secretary_authority", "social_secretary_authority", "social_secretary_authority", "family_law_officer", "foster_care_officer", "field_assistant"],
        [Work.Aid] = ["social_secretary_authority", "social_secretary_authority", "needs_assessor", "admin_reception", "debt_adviser"],
        [Work.Housing] = ["treatment_support_housing"],
        [Work.Home] = ["treatment_hvb"],
    };

    /// <summary>So much more happens in a unit of the demonstration's own, for each year.</summary>
    private const double YearlyOfOwn = 6;

    private readonly Dictionary<UserId, string> _groups = [];

    private DemoCast(DemoCast other, double share)
    {
        (Work, Yearly, Share, Chart, Unit, Calendar) = (other.Work, other.Yearly, share, other.Chart, other.Unit, other.Calendar);
        (Manager, NextManager, Representative, Coordinator, Staff, _groups) = (other.Manager, other.NextManager, other.Representative, other.Coordinator, other.Staff, other._groups);
    }

    /// <param name="yearly">How many incidents a year the unit has, about.</param>
    public DemoCast(OrgChart chart, Unit unit, Work work, double yearly, DateTimeOffset now, double? share = null)
    {
        (Work, Yearly, Share) = (work, yearly, share ?? yearly);
        Chart = chart;
        Unit = unit;
        Calendar = WorkCalendar.In(chart.Employer.TimeZone);
        Manager = chart.HoldersOf(Role.Manager, unit.Id, now)[0].Id;
        NextManager = chart.NextManagerAbove(unit.Id, now)[0].Id;
        Representative = chart.HoldersOf(Role.SafetyRepresentative, unit.Id, now)[0].Id;
        Coordinator = chart.HoldersOf(Role.Coordinator, unit.Id, now)[0].Id;

        var members = chart.People.Where(person => person.HomeUnitId == unit.Id && person.Id != Manager).OrderBy(person => person.Email, StringComparer.Ordinal).ToList();
        foreach (var (index, person) in members.Index())
        {
            _groups[person.Id] = GroupsOf[Work][index % GroupsOf[Work].Length];
        }

        _groups[Manager] = "manager";

        // The first demonstration user has a handful of cases of her own making, and no others.
        Staff = [.. members.Where(person => Chart.Employer.Name != DemoOrganisation.Municipality || !person.Email.StartsWith("employee@", StringComparison.Ordinal)).Select(person => person.Id)];
    }

    public Work Work { get; }

    /// <summary>How much of all that happens, happens here.</summary>
    public double Share { get; }

    public double Yearly { get; }

    public OrgChart Chart { get; }

    public Unit Unit { get; }

    public WorkCalendar Calendar { get; }

    public UserId Manager { get; }

    public UserId NextManager { get; }

    public UserId Representative { get; }

    public UserId Coordinator { get; }

    public IReadOnlyList<UserId> Staff { get; }

    public bool IsPrivate => Chart.Employer.Sector == "private_provider";

    public static IReadOnlyList<DemoCast> Of(IEnumerable<OrgChart> charts, DateTimeOffset now) =>
    [
        .. charts.SelectMany(chart => chart.Units.Where(unit => Workplaces.ContainsKey(unit.Name))
            .Select(unit => new DemoCast(chart, unit, Workplaces[unit.Name].Work, YearlyOfOwn, now, Workplaces[unit.Name].Share)))
            .OrderBy(cast => cast.Unit.Name, StringComparer.Ordinal),
    ];

    /// <summary>The occupational groups of the unit, and each one's part of the staff.</summary>
    public IReadOnlyList<(string Code, double Share)> Groups =>
        [.. GroupsOf[Work].CountBy(code => code, StringComparer.Ordinal).Select(group => (group.Key, (double)group.Value / GroupsOf[Work].Length))];

    public DemoCast With(double share) => new(this, share);

    public string GroupOf(UserId person) => _groups.GetValueOrDefault(person, "other");

    /// <summary>The person with the user name that begins so.</summary>
    public UserId Named(string userName) => Chart.People.First(person => person.Email.StartsWith(userName + "@", StringComparison.Ordinal)).Id;

    /// <summary>The next time within working hours.</summary>
    public DateTimeOffset InOffice(DateTimeOffset at, Dice dice)
    {
        var day = Calendar.LocalDate(at);
        var hour = Calendar.Local(at).Hour;
        if (WorkCalendar.IsWorkingDay(day) && hour is >= 8 and < 17)
        {
            return at;
        }

        day = hour < 8 && WorkCalendar.IsWorkingDay(day) ? day : WorkCalendar.AddWorkingDays(day, 1);
        return Calendar.At(day, new TimeOnly(8, 0)).AddMinutes(dice.Between(5, 170));
    }
}
