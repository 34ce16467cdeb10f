using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>Who acts, in which part towards this case, and when.</summary>
public sealed record Actor(UserId Id, CaseRole Role, DateTimeOffset Now);

/// <summary>What a person is to one case; a person can be several things, each act is logged under the one used.</summary>
public enum CaseRole
{
    Exposed,
    Reporter,
    Manager,
    NextManager,
    Representative,
    Coordinator,
    CoordinatorHandling,
    DataProtectionOfficer,
    Auditor,
    System,
}
