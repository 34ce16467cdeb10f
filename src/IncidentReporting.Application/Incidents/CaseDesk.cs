using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents;

/// <summary>Where a case is taken out, changed and put back: everything that every change has in common stands here once.</summary>
internal sealed class CaseDesk(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, CaseSaving saving, TimeProvider time)
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

    public async Task<IncidentView> SaveAsync(OpenCase open, CancellationToken ct, params OpenCase[] alsoChanged)
    {
        foreach (var other in alsoChanged)
        {
            await saving.PrepareAsync(other, ct);
        }

        var obligations = await saving.PrepareAsync(open, ct);
        await db.SaveChangesAsync(ct);

        // Who has left the case by this change (a handover, a withdrawal) still gets the answer to it.
        var roles = CaseRoles.Of(open.Incident, user, open.Chart, open.Now);
        return new IncidentViewer(open.Incident, roles.Count > 0 ? roles : open.Roles, user, open.Chart, open.Now).Show(obligations);
    }
}
