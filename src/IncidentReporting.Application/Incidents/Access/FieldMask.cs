using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Access;

/// <summary>How much of a group of fields someone sees.</summary>
internal enum Sight
{
    None,

    /// <summary>What she wrote herself.</summary>
    Own,

    /// <summary>What it is and where it stands, not what it says.</summary>
    Status,

    /// <summary>Where the exposed person shares it.</summary>
    IfShared,

    /// <summary>Where a ground for keeping it is recorded.</summary>
    IfGround,

    All,
}

/// <summary>The one table of visibility by field group. A person with several roles sees the union.</summary>
internal static class FieldMask
{
    private static readonly Dictionary<FieldGroup, Dictionary<CaseRole, Sight>> Table = new()
    {
        [FieldGroup.Core] = Row(exposed: Sight.All, reporter: Sight.All, manager: Sight.All, representative: Sight.All, coordinator: Sight.All, handling: Sight.All),
        [FieldGroup.Narrative] = Row(exposed: Sight.All, reporter: Sight.Own, manager: Sight.All, representative: Sight.All, coordinator: Sight.None, handling: Sight.All),
        [FieldGroup.Health] = Row(exposed: Sight.All, reporter: Sight.None, manager: Sight.All, representative: Sight.IfShared, coordinator: Sight.None, handling: Sight.All),
        [FieldGroup.Adequacy] = Row(exposed: Sight.Own, reporter: Sight.None, manager: Sight.IfShared, representative: Sight.IfShared, coordinator: Sight.None, handling: Sight.None),
        [FieldGroup.Influence] = Row(exposed: Sight.Own, reporter: Sight.None, manager: Sight.None, representative: Sight.None, coordinator: Sight.None, handling: Sight.None),
        [FieldGroup.CounterpartIdentity] = Row(exposed: Sight.All, reporter: Sight.Own, manager: Sight.IfGround, representative: Sight.None, coordinator: Sight.None, handling: Sight.IfGround),
        [FieldGroup.Police] = Row(exposed: Sight.All, reporter: Sight.None, manager: Sight.All, representative: Sight.All, coordinator: Sight.All, handling: Sight.All),
        [FieldGroup.Actions] = Row(exposed: Sight.All, reporter: Sight.Status, manager: Sight.All, representative: Sight.All, coordinator: Sight.All, handling: Sight.All),
        [FieldGroup.Handling] = Row(exposed: Sight.None, reporter: Sight.None, manager: Sight.All, representative: Sight.None, coordinator: Sight.None, handling: Sight.All),
        [FieldGroup.Reads] = Row(exposed: Sight.All, reporter: Sight.None, manager: Sight.Own, representative: Sight.Own, coordinator: Sight.Own, handling: Sight.Own),
    };

    /// <summary>The widest sight of the group that any of the roles gives.</summary>
    public static Sight Of(FieldGroup group, IReadOnlyList<CaseRole> roles) =>
        roles.Select(role => Table[group].GetValueOrDefault(role)).DefaultIfEmpty(Sight.None).Max();

    /// <summary>True when one of the roles gives the group in full.</summary>
    public static bool ShowsAll(FieldGroup group, IReadOnlyList<CaseRole> roles) => Of(group, roles) == Sight.All;

    /// <summary>True when one of the roles gives exactly this sight; roles are judged one by one, since a condition holds for its own role only.</summary>
    public static bool Shows(FieldGroup group, Sight sight, CaseRole role) => Table[group].GetValueOrDefault(role) == sight;

    private static Dictionary<CaseRole, Sight> Row(Sight exposed, Sight reporter, Sight manager, Sight representative, Sight coordinator, Sight handling) => new()
    {
        [CaseRole.Exposed] = exposed,
        [CaseRole.Reporter] = reporter,
        [CaseRole.Manager] = manager,
        [CaseRole.NextManager] = manager,
        [CaseRole.Representative] = representative,
        [CaseRole.Coordinator] = coordinator,
        [CaseRole.CoordinatorHandling] = handling,
        [CaseRole.DataProtectionOfficer] = Sight.None,
        [CaseRole.Auditor] = Sight.None,
    };

}
