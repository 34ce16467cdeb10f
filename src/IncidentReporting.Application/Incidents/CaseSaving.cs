using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;

namespace IncidentReporting.Application.Incidents;

/// <summary>What follows from a change of a case, in the same save: the log, the mails, and every clock found anew.</summary>
internal sealed class CaseSaving(IIncidentReportingDb db, CaseObligations obligations, RequestDuties requests, CaseNotices notices, IPolicies policies)
{
    private static readonly string[] Conflicting = ["corrected", "exposed_added", "duplicate_joined", "person_excluded", "exclusion_lifted"];

    public async Task<IReadOnlyList<Obligation>> PrepareAsync(OpenCase open, CancellationToken ct)
    {
        var incident = open.Incident;
        if (OverseeAnew(open))
        {
            await requests.FindAnewOfAsync(incident, ct);
        }

        var events = incident.TakeEvents();
        foreach (var happened in events)
        {
            db.Set<LogEntry>().Add(CaseLog.Of(incident, happened));
        }

        if (incident.IsDraft)
        {
            return [];
        }

        if (incident.NeedsLongFollowUps)
        {
            await ScheduleLongFollowUpsAsync(open, ct);
        }

        var found = await obligations.FindAnewAsync(incident, open.Chart, open.Now, ct);
        notices.Order(open, events, found);
        return found;
    }

    // A manager who is found to be the counterpart, or to have been hit, no longer handles the case.
    private static bool OverseeAnew(OpenCase open)
    {
        var incident = open.Incident;
        if (incident.IsDraft || incident.Events.FirstOrDefault(happened => Conflicting.Contains(happened.What)) is not { } found)
        {
            return false;
        }

        var persons = incident.Exposed.Where(exposed => exposed.UserId is not null).Select(exposed => exposed.UserId!.Value);
        incident.Oversee(Oversight.Of(open.Chart, incident.UnitId, incident.Report, persons, open.Now, incident.KeptOut), found.By);
        return true;
    }

    private async Task ScheduleLongFollowUpsAsync(OpenCase open, CancellationToken ct)
    {
        var policy = await policies.OfVersionAsync(open.Incident.PolicyVersionId, ct);
        open.Incident.ScheduleLongFollowUps(FollowUpPlan.Long(policy, open.Incident.SubmittedAt!.Value, open.Calendar), open.Now);
    }
}
