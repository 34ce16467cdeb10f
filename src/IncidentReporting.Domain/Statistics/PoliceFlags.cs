using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Domain.Statistics;

/// <summary>Why an incident was not reported to the police, what the exposed person thought of it, and how far a report came.</summary>
internal static class PoliceFlags
{
    private static readonly string[][] ReasonGroups =
    [
        ["exposed_declines", "fear_reprisal", "fear_exposure"],
        ["seen_as_part_of_job", "seen_as_minor"],
        ["judged_no_crime", "lack_of_evidence", "unknown_offender"],
        ["treatment_grounds", "counterpart_condition"],
        ["no_trust", "burden", "did_not_know", "secrecy_unsure", "employer_advised_against"],
    ];

    public static long Of(Incident incident)
    {
        var steps = incident.StandingPolice.ToList();
        var chain = StatMargins.PoliceChain.Flag(steps.Select(ChainClass).Append(0).Max());
        if (steps.LastOrDefault() is not { Status: PoliceStatus.DecidedNot } decision)
        {
            return chain;
        }

        return chain
            | StatMargins.NotReportedReason.Flag(ReasonClass(decision))
            | StatMargins.NotReportedAgreed.Flag(decision.ExposedAgrees switch { "no" => 1, "yes" => 2, _ => 3 });
    }

    private static int ChainClass(PoliceEvent step) => step.Status switch
    {
        PoliceStatus.Undecided or PoliceStatus.DecidedReport or PoliceStatus.DecidedNot => 0,
        PoliceStatus.Reported or PoliceStatus.NotOpened or PoliceStatus.UnknownAfterCheck or PoliceStatus.ReviewRequested => 1,
        PoliceStatus.Charged or PoliceStatus.TrialScheduled or PoliceStatus.Acquitted or PoliceStatus.Appealed => 3,
        PoliceStatus.Convicted or PoliceStatus.PenaltyOrder => 4,
        _ => 2,
    };

    private static int ReasonClass(PoliceEvent decision)
    {
        for (var group = 0; group < ReasonGroups.Length; group++)
        {
            if (decision.Reasons.Any(ReasonGroups[group].Contains))
            {
                return group + 1;
            }
        }

        return ReasonGroups.Length + 1;
    }
}
