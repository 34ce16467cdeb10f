using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Obligations;

/// <summary>Finds the persons behind the parties of a case, at one moment. Whoever has a part in the case does not handle it: then the next above does.</summary>
public sealed class PartyResolver(OrgChart chart, CaseParties parties, DateTimeOffset now)
{
    private readonly HashSet<UserId> _never = [.. parties.KeptOut, .. Bypassed(chart, parties, now)];

    /// <summary>Where the responsible manager's role is held; null where no manager is left.</summary>
    public UnitId? Oversight => parties.HasNoManager ? null : Managed(Upward(parties.OversightUnitId ?? parties.UnitId));

    /// <summary>Who is told as this party; the first of them is the responsible. Empty where there is nobody.</summary>
    public IReadOnlyList<UserId> Resolve(Party party, UserId? owner = null) => party switch
    {
        Party.Manager => OrElse(Managers(), Party.Coordinator),
        Party.Deputy => Deputies(),
        Party.NextManager => OrElse(NextManagers(), Party.Coordinator),
        Party.SafetyRepresentative => OrElse(Without(Hit, chart.HoldersOf(Role.SafetyRepresentative, parties.UnitId, now)), Party.HeadSafetyRepresentative),
        Party.HeadSafetyRepresentative => Without(Hit, chart.HoldersOf(Role.HeadSafetyRepresentative, parties.UnitId, now)),
        Party.Coordinator => Without(Hit, chart.HoldersOf(Role.Coordinator, parties.UnitId, now)),
        Party.Exposed => [.. parties.Exposed.Where(IsReachable)],
        _ => owner is { } person && IsReachable(person) ? [person] : Managers(),
    };

    /// <summary>The one the duty stands with; where a coordinator is wanted and there is none, the manager.</summary>
    public UserId? ResponsibleFor(Party party, UserId? owner)
    {
        var found = Resolve(party, owner);
        found = found.Count == 0 && party is not (Party.Exposed or Party.Manager) ? Managers() : found;
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>True for a coordinator on whom the case falls, since no manager is left.</summary>
    public bool ActsForManager(UserId person) => Managers().Count == 0 && Resolve(Party.Coordinator).Contains(person);

    /// <summary>True when the person is told as a manager, whose reminders wait for the day's digest.</summary>
    public bool ReadsDigest(Party party, UserId person) =>
        party is Party.Manager or Party.Deputy or Party.NextManager
        || (party is Party.Owner && chart.RolesOf(person, now).Any(held => held.Role is Role.Manager or Role.Deputy));

    /// <summary>Who stands in for someone whose mail does not arrive: the deputy, else the next manager.</summary>
    public IReadOnlyList<UserId> SubstitutesFor(UserId recipient)
    {
        if (!Managers().Contains(recipient) && parties.HandlerId != recipient)
        {
            return [];
        }

        IReadOnlyList<UserId> deputies = [.. Deputies().Where(person => person != recipient)];
        return deputies.Count > 0 ? deputies : [.. NextManagers().Where(person => person != recipient)];
    }

    // Whoever was hit or is the counterpart does not handle the case.
    private HashSet<UserId> Hit => [.. _never, .. parties.Exposed];

    private IReadOnlyList<UserId> Managers()
    {
        if (parties.HandlerId is { } handler && IsReachable(handler) && !parties.Exposed.Contains(handler) && MayHandle(handler) && !chart.IsAway(handler, now))
        {
            return [handler];
        }

        return Oversight is { } unit ? ActingIn(unit) : [];
    }

    private IReadOnlyList<UserId> Deputies() =>
        Oversight is { } unit ? [.. Without(Hit, chart.HoldersOf(Role.Deputy, unit, now)).Where(IsPresent)] : [];

    private IReadOnlyList<UserId> NextManagers()
    {
        if (Oversight is not { } unit)
        {
            return [];
        }

        var own = Managers();
        foreach (var above in chart.Ancestors(unit))
        {
            IReadOnlyList<UserId> next = [.. PresentIn(above).Except(own)];
            if (next.Count > 0)
            {
                return next;
            }
        }

        return [];
    }

    // The manager; while she is away her deputy; without one, the next above who is there.
    private IReadOnlyList<UserId> ActingIn(UnitId unit)
    {
        foreach (var above in Upward(unit))
        {
            var present = PresentIn(above);
            if (present.Count > 0)
            {
                return present;
            }
        }

        return Without(Hit, chart.HoldersIn(Role.Manager, unit, now));
    }

    private IReadOnlyList<UserId> PresentIn(UnitId unit)
    {
        var managers = Without(Hit, chart.HoldersIn(Role.Manager, unit, now));
        if (managers.Count == 0)
        {
            return [];
        }

        IReadOnlyList<UserId> present = [.. managers.Where(IsPresent)];
        return present.Count > 0 ? present : [.. Without(Hit, chart.HoldersOf(Role.Deputy, unit, now)).Where(IsPresent)];
    }

    private UnitId? Managed(IEnumerable<UnitId> upward)
    {
        foreach (var unit in upward)
        {
            if (Without(Hit, chart.HoldersIn(Role.Manager, unit, now)).Count > 0)
            {
                return unit;
            }
        }

        return null;
    }

    private IReadOnlyList<UserId> OrElse(IReadOnlyList<UserId> found, Party other) => found.Count > 0 ? found : Resolve(other);

    private bool MayHandle(UserId person) => chart.RolesOf(person, now).Any(held => held.Role is Role.Manager or Role.Deputy or Role.Coordinator);

    private bool IsPresent(UserId person) => !chart.IsAway(person, now);

    private bool IsReachable(UserId person) => !_never.Contains(person) && chart.Person(person) is { IsDisabled: false };

    private IEnumerable<UnitId> Upward(UnitId unit) => chart.Ancestors(unit).Prepend(unit);

    private static IReadOnlyList<UserId> Without(HashSet<UserId> left, IReadOnlyList<Person> people) => [.. people.Select(p => p.Id).Where(id => !left.Contains(id))];

    private static IEnumerable<UserId> Bypassed(OrgChart chart, CaseParties parties, DateTimeOffset now) =>
        parties.BypassManager
            ? chart.HoldersOf(Role.Manager, parties.UnitId, now).Concat(chart.HoldersIn(Role.Deputy, parties.UnitId, now)).Select(person => person.Id)
            : [];
}
