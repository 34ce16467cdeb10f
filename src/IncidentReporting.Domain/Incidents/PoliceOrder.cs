using static IncidentReporting.Domain.Incidents.PoliceStatus;

namespace IncidentReporting.Domain.Incidents;

/// <summary>The order of the police report, as förundersökningskungörelsen 13 b and 13 d §§ tell its milestones. Anything else is a conflict.</summary>
public static class PoliceOrder
{
    private static readonly Dictionary<PoliceStatus, PoliceStatus[]> Next = new()
    {
        [Undecided] = [DecidedReport, DecidedNot, Reported],
        [DecidedReport] = [DecidedNot, Reported],
        [DecidedNot] = [DecidedReport, Reported],
        [Reported] = [NotOpened, Opened, UnknownAfterCheck],
        [UnknownAfterCheck] = [NotOpened, Opened],
        [Opened] = [Discontinued, NoProsecution, PenaltyOrder, Charged],
        [NotOpened] = [ReviewRequested],
        [Discontinued] = [ReviewRequested],
        [NoProsecution] = [ReviewRequested],
        [ReviewRequested] = [Opened, Charged, Final],
        [Charged] = [TrialScheduled, Convicted, Acquitted],
        [TrialScheduled] = [Convicted, Acquitted],
        [PenaltyOrder] = [Appealed, Final],
        [Convicted] = [Appealed, Final],
        [Acquitted] = [Appealed, Final],
        [Appealed] = [Convicted, Acquitted, Final],
        [Final] = [],
    };

    public static bool Allows(PoliceStatus from, PoliceStatus to) => Next[from].Contains(to);

    public static IReadOnlyList<PoliceStatus> After(PoliceStatus status) => Next[status];
}
