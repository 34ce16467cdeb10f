using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tasks.ListMine;

/// <summary>The duties that stand with the caller now, the most urgent first.</summary>
public sealed record ListMyTasksQuery(Page Page) : IQuery<Listing<TaskItem>>;

/// <param name="Incident">The case; null for a duty about a unit or a request for measures.</param>
/// <param name="Link">The path in the product.</param>
public sealed record TaskItem(
    Guid Id, string Rule, string Title, string Ground, TaskResponsible Responsible, DateTimeOffset DueAt, string State, DateTimeOffset? DoneAt,
    TaskIncident? Incident, string Link)
{
    /// <summary>The part of the case that it is about, such as a follow-up or an action, where it is about one.</summary>
    public Guid? About { get; init; }

    /// <summary>The ground in one plain sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The law or guidance that the ground is found in.</summary>
    public required string Reference { get; init; }

    internal static TaskItem Of(Obligation row, IReadOnlyDictionary<IncidentId, string?> numbers, string language, DateTimeOffset now) => new(
        row.Id, row.Rule, row.Title(language), row.Ground(language), new TaskResponsible(SnakeCase.Of(row.ResponsibleParty)), row.DueAt,
        row.StateAt(now), row.DoneAt, row.IncidentId is { } id ? new TaskIncident(id, numbers.GetValueOrDefault(id)) : null, TaskLinks.Of(row, numbers))
    {
        About = row.About,
        Why = row.GroundOf().Text(language),
        Reference = row.GroundOf().Reference,
    };
}

public sealed record TaskResponsible(string Role);

public sealed record TaskIncident(IncidentId Id, string? Number);

internal sealed class ListMyTasksHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ListMyTasksQuery, Listing<TaskItem>>
{
    public async Task<Listing<TaskItem>> Handle(ListMyTasksQuery request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var rows = db.Set<Obligation>().AsNoTracking().Where(row =>
            row.EmployerId == user.EmployerId && row.ResponsibleUserId == user.Id && row.DoneAt == null && row.CancelledAt == null && !row.IsInformation);
        if (request.Page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            rows = rows.Where(row => row.DueAt > at || (row.DueAt == at && row.Id.CompareTo(id) > 0));
        }

        var read = await rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        var numbers = await db.NumbersOfAsync(read, cancellationToken);
        return Listing.Of(
            [.. read.Select(row => TaskItem.Of(row, numbers, user.Language, now))],
            request.Page,
            item => new Cursor(item.DueAt, item.Id));
    }
}
