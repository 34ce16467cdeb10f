using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Obligations;

/// <summary>The people of a case as far as duties and mails need them.</summary>
public sealed record CaseParties
{
    public required UnitId UnitId { get; init; }

    /// <summary>Where the responsible manager's role is held, where the case has decided it; else it is found from the unit.</summary>
    public UnitId? OversightUnitId { get; init; }

    /// <summary>The case has looked for a manager whom it can go to and found none: the coordinators act in the manager's place.</summary>
    public bool HasNoManager { get; init; }

    public IReadOnlyList<UserId> Exposed { get; init; } = [];

    /// <summary>Who the case was handed to; comes before the manager.</summary>
    public UserId? HandlerId { get; init; }

    /// <summary>The unit's own manager is passed by: the reporter asked for it, or a manager is the counterpart and nobody is named.</summary>
    public bool BypassManager { get; init; }

    /// <summary>Named as counterpart, or kept out by name: never responsible for the case and never written to about it.</summary>
    public IReadOnlyList<UserId> KeptOut { get; init; } = [];
}
