using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Log.List;

/// <summary>What happened at the caller's employer, latest first. Holds no text of any case.</summary>
/// <param name="Until">Up to and without this time.</param>
public sealed record ListLogEntriesQuery(
    string? Group, string? Action, UserId? Actor, IncidentId? Incident, DateTimeOffset? Since, DateTimeOffset? Until, Page Page) : IQuery<Listing<LogItem>>;

/// <param name="Actor">Null when the service itself did it.</param>
public sealed record LogItem(
    Guid Id, DateTimeOffset At, LogActor? Actor, Role? Role, string Group, string Action, IncidentId? IncidentId, Guid? About, string Fields);

public sealed record LogActor(UserId Id, string? Name);

internal sealed class ListLogEntriesHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user) : IRequestHandler<ListLogEntriesQuery, Listing<LogItem>>
{
    public async Task<Listing<LogItem>> Handle(ListLogEntriesQuery request, CancellationToken cancellationToken)
    {
        Operations.ListLogEntries.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var entries = await Wanted(request).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        var page = Listing.Of(entries, request.Page, entry => new Cursor(entry.At, entry.Id));
        return new Listing<LogItem>([.. page.Items.Select(entry => Show(entry, chart))], page.Next);
    }

    private static LogItem Show(LogEntry entry, OrgChart chart) =>
        new(
            entry.Id, entry.At, entry.ActorId is { } actor ? new LogActor(actor, chart.Person(actor)?.Name) : null, entry.ActorRole,
            entry.Group, entry.Action, entry.IncidentId, entry.About, entry.Fields);

    private IQueryable<LogEntry> Wanted(ListLogEntriesQuery request)
    {
        var employer = user.EmployerId;
        var entries = db.Set<LogEntry>().AsNoTracking().Where(entry => entry.EmployerId == employer);
        entries = request.Group is { } group ? entries.Where(entry => entry.Group == group) : entries;
        entries = request.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        entries = request.Actor is { } actor ? entries.Where(entry => entry.ActorId == actor) : entries;
        entries = request.Incident is { } incident ? entries.Where(entry => entry.IncidentId == incident) : entries;
        entries = request.Since is { } since ? entries.Where(entry => entry.At >= since) : entries;
        entries = request.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
        if (request.Page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            entries = entries.Where(entry => entry.At < at || (entry.At == at && entry.Id.CompareTo(id) < 0));
        }

        return entries;
    }
}
