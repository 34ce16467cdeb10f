using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.WorkStops;

namespace IncidentReporting.Application.WorkStops;

/// <summary>A stop of work as its unit's representatives and managers see it.</summary>
public sealed record WorkStopView(
    WorkStopId Id, UnitLine Unit, IncidentId? IncidentId, PersonLine StartedBy, DateTimeOffset StartedAt, bool LoneWork, CaseText Scope, CaseText Grounds,
    DateTimeOffset? EmployerContactedAt, DateTimeOffset? AvContactedAt, DateTimeOffset? EndedAt, CaseText? Outcome, long Version) : IAboutCases
{
    IEnumerable<IncidentId> IAboutCases.Cases => IncidentId is { } id ? [id] : [];

    public override string ToString() => nameof(WorkStopView);

    internal static WorkStopView Of(WorkStop stop, OrgChart chart, IReadOnlyDictionary<IncidentId, string> cases) => new(
        stop.Id, UnitLine.Of(stop.UnitId, chart), cases.Known(stop.IncidentId), PersonLine.Of(stop.StartedBy, chart), stop.StartedAt, stop.LoneWork, stop.Scope, stop.Grounds,
        stop.EmployerContactedAt, stop.AvContactedAt, stop.EndedAt, stop.Outcome, stop.Version);
}

internal static class WorkStopReadings
{
    public static LogEntry Of(WorkStop stop, ICurrentUser user, DateTimeOffset now) =>
        RequestLog.Reading(user, "work_stop_read", stop.Id.Value, stop.UnitId, stop.IncidentId, stop.Outcome is null ? "scope,grounds" : "scope,grounds,outcome", now);
}

internal static class WorkStopAccess
{
    /// <summary>Those of her units, but for what comes from a case that she is kept out of.</summary>
    public static IQueryable<WorkStop> WorkStopsSeenBy(this IIncidentReportingDb db, ICurrentUser user)
    {
        var units = user.Watched();
        var kept = db.Set<Incident>().KeptFrom(user.Id);
        return db.Set<WorkStop>().Where(stop => stop.EmployerId == user.EmployerId && units.Contains(stop.UnitId) && !kept.Any(incident => incident.Id == stop.IncidentId));
    }

    /// <summary>A told time as a moment; refuses one that lies ahead.</summary>
    public static DateTimeOffset? Instant(DateOrTime? told, string field, OrgChart chart, DateTimeOffset now)
    {
        var at = told?.Instant(chart.Employer.Zone());
        return at > now ? throw new InvalidInputException(field, ObligationTexts.Get("NotInFuture")) : at;
    }
}
