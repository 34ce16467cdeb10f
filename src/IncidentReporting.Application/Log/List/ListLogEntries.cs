using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Log.List;

/// <summary>What happened at the caller's employer, latest first. Holds no text of any case.</summary>
/// <param name="Number">A case by its number.</param>
/// <param name="Until">Up to and without this time.</param>
public sealed record ListLogEntriesQuery(
    string? Group, string? Action, UserId? Actor, IncidentId? Incident, string? Number, DateTimeOffset? Since, DateTimeOffset? Until, Page Page) : IQuery<Listing<LogItem>>;

/// <param name="Actor">Null when the service itself did it, and where the case is erased: who was hidden in it is then no longer known.</param>
/// <param name="CaseRole">What the actor was to the case, where it is about one.</param>
/// <param name="Number">Of the case, once it has one.</param>
/// <param name="Seq">Its place in the employer's chain; null for the moment until it is linked.</param>
public sealed record LogItem(
    Guid Id, DateTimeOffset At, LogActor? Actor, Role? Role, CaseRole? CaseRole, string Group, string Action, IncidentId? IncidentId, string? Number, Guid? About, string Fields, long? Seq);

public sealed record LogActor(UserId Id, string? Name);

internal sealed class ListLogEntriesHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user) : IRequestHandler<ListLogEntriesQuery, Listing<LogItem>>
{
    public async Task<Listing<LogItem>> Handle(ListLogEntriesQuery request, CancellationToken cancellationToken)
    {
        Operations.ListLogEntries.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var entries = await Wanted(request).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        var page = Listing.Of(entries, request.Page, entry => new Cursor(entry.At, entry.Id));
        List<IncidentId> cases = [.. page.Items.Select(entry => entry.IncidentId).OfType<IncidentId>().Distinct()];
        var known = await db.Set<Incident>().AsNoTracking().Where(incident => cases.Contains(incident.Id))
            .Select(incident => new { incident.Id, incident.Number, incident.ErasedAt }).ToDictionaryAsync(row => row.Id, row => new Known(row.Number, row.ErasedAt is not null), cancellationToken);
        var aliases = await db.AliasesInAsync(page.Items.Select(entry => entry.IncidentId), user, cancellationToken);
        return new Listing<LogItem>([.. page.Items.Select(entry => Show(entry, chart, entry.IncidentId is { } incident ? known.GetValueOrDefault(incident) : null, aliases, user))], page.Next);
    }

    private static LogItem Show(LogEntry entry, OrgChart chart, Known? known, ProtectedPersons.Aliases aliases, ICurrentUser user) =>
        new(
            entry.Id, entry.At, entry.ActorId is { } actor && known is not { IsErased: true } ? Show(actor, aliases.Of(entry.IncidentId, actor), chart, user) : null, entry.ActorRole, entry.CaseRole,
            entry.Group, entry.Action, entry.IncidentId, known?.Number, entry.About, entry.Fields, entry.Seq);

    private static LogActor Show(UserId actor, PersonRef? alias, OrgChart chart, ICurrentUser user) =>
        alias is not null ? new LogActor(alias.Id, alias.Name)
        : new LogActor(actor, chart.Person(actor) is not { } person ? null : person.HasProtectedIdentity && person.Id != user.Id ? ProtectedName.In(user.Language) : person.Name);

    private IQueryable<LogEntry> Wanted(ListLogEntriesQuery request)
    {
        var employer = user.EmployerId;
        var entries = db.Set<LogEntry>().AsNoTracking().Where(entry => entry.EmployerId == employer);
        var kept = db.Set<Incident>().KeptFrom(user.Id);
        entries = entries.Where(entry => !kept.Any(found => found.Id == entry.IncidentId));
        entries = request.Group is { } group ? entries.Where(entry => entry.Group == group) : entries;
        entries = request.Action is { } action ? entries.Where(entry => entry.Action == action) : entries;
        if (request.Actor is { } actor)
        {
            // Asked for by name, an entry of a case that hides who was hit would say who it was.
            var erased = db.Set<Incident>().Where(found => found.ErasedAt != null).Select(found => (IncidentId?)found.Id);
            var hidden = db.Set<Incident>().Hiding().Where(found => found.Exposed.Any(exposed => exposed.UserId == actor)).Select(found => (IncidentId?)found.Id);
            var own = actor == user.Id;
            entries = entries.Where(entry => entry.ActorId == actor && (entry.IncidentId == null || (!erased.Contains(entry.IncidentId) && (own || !hidden.Contains(entry.IncidentId)))));
        }

        entries = request.Incident is { } incident ? entries.Where(entry => entry.IncidentId == incident) : entries;
        entries = request.Number is { } number
            ? entries.Where(entry => db.Set<Incident>().Any(incident => incident.EmployerId == employer && incident.Number == number && incident.Id == entry.IncidentId))
            : entries;
        entries = request.Since is { } since ? entries.Where(entry => entry.At >= since) : entries;
        entries = request.Until is { } until ? entries.Where(entry => entry.At < until) : entries;
        if (request.Page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            entries = entries.Where(entry => entry.At < at || (entry.At == at && entry.Id.CompareTo(id) < 0));
        }

        return entries;
    }

    private sealed record Known(string? Number, bool IsErased);
}
