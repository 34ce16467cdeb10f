namespace IncidentReporting.Domain.Incidents;

/// <summary>How far the police report has come; the order follows förundersökningskungörelsen 13 b and 13 d §§.</summary>
public enum PoliceStatus
{
    Undecided,
    DecidedReport,
    DecidedNot,
    Reported,
    NotOpened,
    Opened,
    Discontinued,
    ReviewRequested,
    NoProsecution,
    PenaltyOrder,
    Charged,
    TrialScheduled,
    Convicted,
    Acquitted,
    Appealed,
    Final,
    UnknownAfterCheck,
}
