using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ListTimeline;

/// <summary>Everything that happened to a case, oldest first, as far as the caller may know of it.</summary>
public sealed record ListTimelineQuery(CaseReference Case) : IQuery<Listing<TimelineItem>>;

/// <summary><paramref name="What"/> is a past fact, such as support_offered; <paramref name="About"/> the part of the case it concerns.</summary>
public sealed record TimelineItem(DateTimeOffset At, string What, PersonRef? By, CaseRole? Role, Guid? About, IReadOnlyList<string> Fields);

internal sealed class ListTimelineHandler(IIncidentReportingDb db, CaseDesk desk, CaseReadings readings, ICurrentUser user) : IRequestHandler<ListTimelineQuery, Listing<TimelineItem>>
{
    public async Task<Listing<TimelineItem>> Handle(ListTimelineQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        var names = new NameGiver(open.Chart, user, open.Roles, open.Incident);
        var entries = await db.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.IncidentId == open.Incident.Id && entry.Group == CaseLog.Case)
            .OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        await readings.KeepAsync(open, "timeline_read", ShownFields.Events, cancellationToken);
        return Listing.Whole<TimelineItem>(
        [
            .. entries.Where(entry => MayKnow(entry, open)).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Select(entry => new TimelineItem(
                entry.At, entry.Action, entry.ActorId is { } actor ? names.Of(actor) : null, entry.CaseRole, entry.About,
                entry.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries))),
        ]);
    }

    private static bool MayKnow(LogEntry entry, OpenCase open) => entry.FieldGroup switch
    {
        null or FieldGroup.Core => true,
        FieldGroup.Adequacy or FieldGroup.Influence => entry.ActorId == open.User.Id,
        FieldGroup.Health => new HealthSight(open.Incident, open.Roles).ShowsConsequences,
        FieldGroup.CounterpartIdentity => entry.ActorId == open.User.Id || open.Roles.Contains(CaseRole.Exposed),
        FieldGroup.Actions => FieldMask.Of(FieldGroup.Actions, open.Roles) >= Sight.Status,
        // That the case was assessed or changed hands is no secret to its readers; what handlers write among themselves is.
        FieldGroup.Handling when entry.Action != "note_added" => true,
        var group => entry.ActorId == open.User.Id || FieldMask.ShowsAll(group.Value, open.Roles),
    };
}
