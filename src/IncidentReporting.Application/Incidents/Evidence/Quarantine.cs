using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Evidence;

/// <summary>What a scanner has not cleared is not handed out by itself. Evidence is still evidence: who is hit and who handles the case can have it, knowing what it is.</summary>
internal static class Quarantine
{
    private static readonly CaseRole[] MayDespite = [CaseRole.Exposed, .. CasePermissions.RolesFor(CaseAction.OfferSupport)];

    public static bool MayInsist(IReadOnlyList<CaseRole> roles) => roles.Any(MayDespite.Contains);

    /// <summary>Answers whether the file is taken out in spite of what the scan says.</summary>
    /// <param name="despite">infected or failed, as the caller knows it to be.</param>
    /// <param name="isScanning">A scanner is set up; without one nothing will ever clear what waits.</param>
    public static bool Check(OpenEvidence evidence, string? despite, bool isScanning)
    {
        var state = evidence.Attachment.Scan;
        if (despite is not (null or "infected" or "failed"))
        {
            throw new InvalidInputException("despite", IncidentTexts.UnknownDespite);
        }

        if (state is ScanState.Clean or ScanState.NotScanned || (!isScanning && state != ScanState.Infected))
        {
            return false;
        }

        IncidentRules.EvidenceScanned.Check(state != ScanState.Waiting);
        var insists = despite == SnakeCase.Of(state) && MayInsist(evidence.Case.Roles);
        (state == ScanState.Infected ? IncidentRules.EvidenceNotInfected : IncidentRules.EvidenceScanned).Check(insists);
        return true;
    }
}
