using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.ShowReaders;

/// <summary>Who can read each group of a case's fields.</summary>
public sealed record ReadersView(IReadOnlyList<GroupReaders> Groups)
{
    public IReadOnlyList<Reader> Of(FieldGroup group) => Groups.FirstOrDefault(row => row.Group == group)?.Readers ?? [];
}

public sealed record GroupReaders(FieldGroup Group, IReadOnlyList<Reader> Readers);

/// <summary>A person who can read a group of fields, by what she mainly is to the case; <paramref name="IsSelf"/> is the one who asks.</summary>
public sealed record Reader(ReaderRole Role, UserId UserId, string Name, bool IsSelf, ReaderSight Sees);

/// <summary>Sent as lower snake case.</summary>
public enum ReaderRole
{
    Exposed,
    Reporter,
    Manager,
    Deputy,
    Handler,
    NextManager,
    NextDeputy,
    SafetyRepresentative,
    HeadSafetyRepresentative,
    Coordinator,
}

/// <summary>How much of the group the person sees; sent as lower snake case.</summary>
public enum ReaderSight
{
    All,

    /// <summary>What she wrote herself.</summary>
    Own,

    /// <summary>What it is and where it stands, not what it says.</summary>
    Status,

    /// <summary>After she has given a reason, which is kept in the log.</summary>
    WithReason,
}
