using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Domain.Incidents.CaseRole;

namespace IncidentReporting.Application.Incidents.Access;

/// <summary>Who may do what to a case. The first role of the row that the caller has is the one she acts under.</summary>
internal static class CasePermissions
{
    private static readonly CaseRole[] Handlers = [Manager, NextManager, CoordinatorHandling];
    private static readonly CaseRole[] Readers = [Exposed, .. Handlers, Representative, CaseRole.Coordinator, Reporter];

    private static readonly Dictionary<CaseAction, CaseRole[]> Rows = new()
    {
        [CaseAction.Edit] = [Exposed, Reporter],
        [CaseAction.Submit] = [Reporter],
        [CaseAction.Discard] = [Reporter],
        [CaseAction.TakeOver] = [Exposed],
        [CaseAction.Acknowledge] = Handlers,
        [CaseAction.Assess] = Handlers,
        [CaseAction.OfferSupport] = Handlers,
        [CaseAction.AnswerOffer] = [Exposed, .. Handlers],
        [CaseAction.RateSupport] = [Exposed],
        [CaseAction.RecordPoliceEvent] = [.. Handlers, CaseRole.Coordinator, Exposed],
        [CaseAction.Notify] = [.. Handlers, CaseRole.Coordinator],
        [CaseAction.PlanAction] = [.. Handlers, Representative, CaseRole.Coordinator],
        [CaseAction.ChangeAction] = [.. Handlers, Representative, CaseRole.Coordinator],
        [CaseAction.RecordFollowUp] = Handlers,
        [CaseAction.NoteInfluence] = [Exposed],
        [CaseAction.AddNote] = Readers,
        [CaseAction.Attach] = Readers,
        [CaseAction.RequestTakedown] = [Exposed, .. Handlers, Representative],
        [CaseAction.RecordTakedown] = [Exposed, .. Handlers, Representative],
        [CaseAction.HandOver] = [.. Handlers, CaseRole.Coordinator],
        [CaseAction.ReturnUpward] = [Manager, CoordinatorHandling, CaseRole.Coordinator],
        [CaseAction.ProposeClosure] = [NextManager, Manager, CoordinatorHandling],
        [CaseAction.AnswerClosure] = [Exposed, Representative, NextManager],
        [CaseAction.Reopen] = [Exposed, .. Handlers, Representative],
        [CaseAction.Withdraw] = [Reporter, Exposed],
        [CaseAction.MarkDuplicate] = Handlers,
        [CaseAction.DiscloseIdentity] = [Representative],
        [CaseAction.CoSign] = [Representative],
        [CaseAction.RevealIdentity] = [.. Handlers, Representative],
        [CaseAction.Exclude] = [Exposed, NextManager, CoordinatorHandling, CaseRole.Coordinator],
    };

    /// <summary>The roles of the row, before what the state of the case takes away.</summary>
    public static IReadOnlyList<CaseRole> RolesFor(CaseAction action) => Rows[action];

    /// <summary>The role that is read under: of several the one that shows the most.</summary>
    public static CaseRole ReadsAs(IReadOnlyList<CaseRole> roles) => Array.Find(Readers, roles.Contains) is var role && roles.Contains(role) ? role : roles[0];

    /// <summary>The role to act under, or null where none of the caller's roles may do this.</summary>
    public static CaseRole? RoleFor(CaseAction action, Incident incident, IReadOnlyList<CaseRole> roles)
    {
        var row = Rows[action].Where(roles.Contains).Where(role => MayAs(role, action, incident, roles)).ToList();
        return row.Count > 0 ? row[0] : null;
    }

    /// <summary>What the caller can do to the case as it now stands.</summary>
    public static IReadOnlyList<CaseAction> AllowedTo(Incident incident, IReadOnlyList<CaseRole> roles) =>
        [.. Rows.Keys.Where(action => incident.Permits(action) && RoleFor(action, incident, roles) is not null)];

    /// <summary>What the caller may do, and the state of the case does not let her do now.</summary>
    public static IReadOnlyList<CaseAction> BlockedTo(Incident incident, IReadOnlyList<CaseRole> roles) =>
        [.. Rows.Keys.Where(action => !incident.Permits(action) && RoleFor(action, incident, roles) is not null)];

    private static bool MayAs(CaseRole role, CaseAction action, Incident incident, IReadOnlyList<CaseRole> roles) => (role, action) switch
    {
        // After a takeover the exposed person decides over the report; until then whoever reported does.
        (Reporter, CaseAction.Edit or CaseAction.Withdraw) => !incident.TakenOver || roles.Contains(Exposed),
        (Exposed, CaseAction.Withdraw) => incident.TakenOver,
        (Exposed, CaseAction.TakeOver) => !incident.TakenOver && !roles.Contains(Reporter),
        // The next manager speaks in her own right only after an objection; before it she closes like any manager.
        (NextManager, CaseAction.ProposeClosure) => incident.IsObjected || !roles.Contains(Manager),
        (NextManager, CaseAction.AnswerClosure) => incident.IsObjected,
        // Above who acts in the manager's place there is nobody; what was handed to her she can give back.
        (CoordinatorHandling, CaseAction.ReturnUpward) => incident.HandlerId is not null,
        (Representative, CaseAction.AnswerClosure) => !incident.IsObjected,
        _ => true,
    };
}
