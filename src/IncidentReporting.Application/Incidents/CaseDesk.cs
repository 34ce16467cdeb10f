using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents;

/// <summary>Where a case is taken out, changed and put back: everything that every change has in common stands here once.</summary>
internal sealed class CaseDesk(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, CaseSaving saving, CaseReadings readings, TimeProvider time)
{
    public async Task<OpenCase> OpenAsync(CaseReference reference, CancellationToken ct)
    {
        var incident = await db.Set<Incident>().ReadableBy(user).GetAsync(reference, ct);
        return await OpenAsync(incident, ct);
    }

    public async Task<OpenCase> OpenAsync(Incident incident, CancellationToken ct)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(incident.EmployerId, ct);
        return new OpenCase(incident, CaseRoles.Of(incident, user, chart, now), chart, user, now);
    }

    /// <summary>Loads, changes and saves a case, and shows it as it now is.</summary>
    public async Task<IncidentView> ChangeAsync(CaseReference reference, CaseAction action, Action<OpenCase, Actor> change, CancellationToken ct)
    {
        var open = await OpenAsync(reference, ct);
        Do(open, action, change);
        return await SaveAsync(open, ct);
    }

    /// <summary>As above, where the case is still as the caller has read it.</summary>
    public Task<IncidentView> ChangeAsync(CaseCommand command, CaseAction action, Action<OpenCase, Actor> change, CancellationToken ct) =>
        ChangeAsync(
            command.Case,
            action,
            (open, actor) =>
            {
                command.Expected.Check(open.Incident.Version);
                change(open, actor);
            },
            ct);

    public static void Do(OpenCase open, CaseAction action, Action<OpenCase, Actor> change)
    {
        var actor = open.ActorFor(action);
        try
        {
            change(open, actor);
        }
        catch (RuleBrokenException refusal)
        {
            // The caller learns what can be done instead.
            refusal.AllowedActions = [.. CasePermissions.AllowedTo(open.Incident, open.Roles).Select(SnakeCase.Of)];
            throw;
        }
    }

    /// <summary>Saves a change and shows the case as it now is: whoever gets it has read it.</summary>
    public async Task<IncidentView> SaveAsync(OpenCase open, CancellationToken ct, params OpenCase[] alsoChanged)
    {
        var (seen, view) = Show(open, await StoreAsync(open, ct, alsoChanged));
        if (!open.Incident.IsDraft)
        {
            await readings.KeepAsync(seen, "incident_read", ShownFields.Of(view), ct);
        }

        return view;
    }

    /// <summary>Saves what somebody has just told, and gives it back to her: nobody has read anything.</summary>
    public async Task<IncidentView> SaveToldAsync(OpenCase open, CancellationToken ct) => Show(open, await StoreAsync(open, ct)).View;

    /// <summary>Saves a change, and shows nothing of the case.</summary>
    public async Task<IReadOnlyList<Obligation>> StoreAsync(OpenCase open, CancellationToken ct, params OpenCase[] alsoChanged)
    {
        foreach (var other in alsoChanged)
        {
            await saving.PrepareAsync(other, ct);
        }

        var obligations = await saving.PrepareAsync(open, ct);
        await db.SaveChangesAsync(ct);
        return obligations;
    }

    private (OpenCase Seen, IncidentView View) Show(OpenCase open, IReadOnlyList<Obligation> obligations)
    {
        // Who has left the case by this change (a handover, a withdrawal) still gets the answer to it.
        var roles = CaseRoles.Of(open.Incident, user, open.Chart, open.Now);
        var seen = roles.Count > 0 ? open with { Roles = roles } : open;
        return (seen, new IncidentViewer(open.Incident, seen.Roles, user, open.Chart, open.Now).Show(obligations));
    }
}
