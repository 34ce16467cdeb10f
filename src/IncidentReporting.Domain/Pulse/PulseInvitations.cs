using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Pulse;

/// <summary>Who is asked in a round, and what their answers will say of where they come from.</summary>
public static class PulseInvitations
{
    private static readonly Role[] Asked = [Role.Employee, Role.Manager, Role.Deputy, Role.SafetyRepresentative, Role.HeadSafetyRepresentative];

    /// <summary>Everybody who works in the units or below them, once, with the unit: their home where it is among them.</summary>
    public static IReadOnlyList<(Person Person, UnitId Unit)> Of(OrgChart chart, IEnumerable<UnitId> units, DateTimeOffset at)
    {
        var reach = units.SelectMany(unit => chart.Reach(unit)).ToHashSet();
        return
        [
            .. chart.People.Where(person => !person.IsDisabled).OrderBy(person => person.Id.Value)
                .Select(person => (person, Places: chart.RolesOf(person.Id, at).Where(held => Asked.Contains(held.Role) && reach.Contains(held.Unit)).Select(held => held.Unit).ToList()))
                .Where(found => found.Places.Count > 0)
                .Select(found => (found.person, reach.Contains(found.person.HomeUnitId) ? found.person.HomeUnitId : found.Places.MinBy(unit => unit.Value))),
        ];
    }

    /// <summary>
    /// The units that an answer may name: those where enough were asked. What is left over must not be few either, or "the employer" would mean them:
    /// then the smallest of the others join them.
    /// </summary>
    public static IReadOnlySet<UnitId> NamedUnits(IEnumerable<UnitId> asked)
    {
        var counts = asked.CountBy(unit => unit).OrderBy(unit => unit.Value).ThenBy(unit => unit.Key.Value).ToList();
        var (left, named) = (counts.Where(unit => unit.Value < PulseRound.SmallestUnit).Sum(unit => unit.Value), new Queue<KeyValuePair<UnitId, int>>(counts.Where(unit => unit.Value >= PulseRound.SmallestUnit)));
        while (left is > 0 and < PulseRound.SmallestUnit && named.TryDequeue(out var joining))
        {
            left += joining.Value;
        }

        return named.Select(unit => unit.Key).ToHashSet();
    }
}
