namespace IncidentReporting.Domain.Organisation;

/// <summary>What a person is in a unit and everything below it; stored and sent as lower snake case.</summary>
public enum Role
{
    Employee,
    Manager,
    Deputy,
    SafetyRepresentative,
    HeadSafetyRepresentative,
    Coordinator,
    Analyst,
    UnionReader,
    Auditor,
    Administrator,
    DataProtectionOfficer,
}
