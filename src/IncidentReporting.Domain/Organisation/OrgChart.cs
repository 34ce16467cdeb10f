namespace IncidentReporting.Domain.Organisation;

/// <summary>The units, people and roles of one employer at the moment they were read.</summary>
public sealed class OrgChart
{
    private readonly Dictionary<UnitId, Unit> _units;
    private readonly Dictionary<UserId, Person> _people;
    private readonly ILookup<UserId, Absence> _absences;
    private readonly ILookup<UnitId, RoleAssignment> _roles;
    private readonly ILookup<UserId, RoleAssignment> _rolesOf;
    private readonly Dictionary<UnitId, IReadOnlySet<UnitId>> _reach = [];
    private readonly TimeZoneInfo _zone;

    public OrgChart(Employer employer, IEnumerable<Unit> units, IEnumerable<Person> people, IEnumerable<RoleAssignment> roles, IEnumerable<Absence> absences)
    {
        Employer = employer;
        _zone = employer.Zone();
        _units = units.ToDictionary(unit => unit.Id);
        _people = people.ToDictionary(person => person.Id);
        var known = roles.Where(role => _people.ContainsKey(role.UserId) && _units.ContainsKey(role.UnitId)).ToList();
        _roles = known.ToLookup(role => role.UnitId);
        _rolesOf = known.ToLookup(role => role.UserId);
        _absences = absences.ToLookup(absence => absence.UserId);

        var children = _units.Values.ToLookup(unit => unit.ParentId);
        foreach (var unit in _units.Values)
        {
            _reach[unit.Id] = Below(unit.Id, children);
        }
    }

    public Employer Employer { get; }

    public IReadOnlyCollection<Unit> Units => _units.Values;

    public IReadOnlyCollection<Person> People => _people.Values;

    /// <summary>The unit that stands for the whole employer.</summary>
    public Unit Top => _units.Values.Single(unit => unit.ParentId is null);

    public Unit? Unit(UnitId id) => _units.GetValueOrDefault(id);

    public Person? Person(UserId id) => _people.GetValueOrDefault(id);

    /// <summary>The language to speak to the person in.</summary>
    public string LanguageOf(UserId id) => Person(id)?.Language ?? Employer.DefaultLanguage;

    /// <summary>The unit and everything below it; empty for a unit of somebody else.</summary>
    public IReadOnlySet<UnitId> Reach(UnitId unit) => _reach.GetValueOrDefault(unit) ?? new HashSet<UnitId>();

    /// <summary>The units above, nearest first.</summary>
    public IReadOnlyList<UnitId> Ancestors(UnitId unit)
    {
        var above = new List<UnitId>();
        for (var parent = Unit(unit)?.ParentId; parent is { } id && !above.Contains(id); parent = Unit(id)?.ParentId)
        {
            above.Add(id);
        }

        return above;
    }

    /// <summary>Those who hold the role in the unit or, where nobody does, in the nearest unit above that has someone.</summary>
    public IReadOnlyList<Person> HoldersOf(Role role, UnitId unit, DateTimeOffset at) => Nearest(role, Upward(unit), at).Holders;

    /// <summary>Those who hold the role in the unit itself.</summary>
    public IReadOnlyList<Person> HoldersIn(Role role, UnitId unit, DateTimeOffset at)
    {
        var day = DayOf(at);
        return
        [
            .. _roles[unit]
                .Where(held => held.Role == role && held.HoldsOn(day))
                .OrderBy(held => held.From)
                .ThenBy(held => held.UserId.Value)
                .Select(held => _people[held.UserId])
                .Where(person => !person.IsDisabled)
                .Distinct(),
        ];
    }

    /// <summary>The managers above those who manage the unit; empty at the top.</summary>
    public IReadOnlyList<Person> NextManagerAbove(UnitId unit, DateTimeOffset at)
    {
        var (own, where) = Nearest(Role.Manager, Upward(unit), at);
        if (where is not { } managed)
        {
            return [];
        }

        foreach (var above in Ancestors(managed))
        {
            var others = HoldersIn(Role.Manager, above, at).Except(own).ToList();
            if (others.Count > 0)
            {
                return others;
            }
        }

        return [];
    }

    public bool IsAway(UserId id, DateTimeOffset at)
    {
        var day = DayOf(at);
        return _absences[id].Any(absence => absence.Covers(day));
    }

    /// <summary>The roles that the person holds at the time.</summary>
    public IReadOnlyList<(Role Role, UnitId Unit)> RolesOf(UserId id, DateTimeOffset at)
    {
        var day = DayOf(at);
        return [.. _rolesOf[id].Where(held => held.HoldsOn(day)).Select(held => (held.Role, held.UnitId)).Distinct()];
    }

    /// <summary>Every assignment of the person, whenever it holds.</summary>
    public IEnumerable<RoleAssignment> AssignmentsOf(UserId id) => _rolesOf[id];

    public IEnumerable<Absence> AbsencesOf(UserId id) => _absences[id];

    /// <summary>The day it is at the employer at that time.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private (IReadOnlyList<Person> Holders, UnitId? Where) Nearest(Role role, IEnumerable<UnitId> upward, DateTimeOffset at)
    {
        foreach (var unit in upward)
        {
            var holders = HoldersIn(role, unit, at);
            if (holders.Count > 0)
            {
                return (holders, unit);
            }
        }

        return ([], null);
    }

    private IEnumerable<UnitId> Upward(UnitId unit) => Ancestors(unit).Prepend(unit);

    private static HashSet<UnitId> Below(UnitId top, ILookup<UnitId?, Unit> children)
    {
        var found = new HashSet<UnitId> { top };
        var open = new Queue<UnitId>(found);
        while (open.TryDequeue(out var unit))
        {
            foreach (var child in children[unit].Where(child => found.Add(child.Id)))
            {
                open.Enqueue(child.Id);
            }
        }

        return found;
    }
}
