using System.Globalization;
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
    TaskIncident? Incident, string Link);

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
        var cases = read.Select(row => row.IncidentId).OfType<IncidentId>().Distinct().ToList();
        var numbers = await db.Set<Incident>().AsNoTracking().Where(incident => cases.Contains(incident.Id))
            .Select(incident => new { incident.Id, incident.Number }).ToDictionaryAsync(incident => incident.Id, incident => incident.Number, cancellationToken);
        return Listing.Of(
            [.. read.Select(row => Item(row, row.IncidentId is { } id ? numbers.GetValueOrDefault(id) : null, now))],
            request.Page,
            item => new Cursor(item.DueAt, item.Id));
    }

    private TaskItem Item(Obligation row, string? number, DateTimeOffset now) => new(
        row.Id, row.Rule, row.Title(user.Language), row.Ground(user.Language), new TaskResponsible(SnakeCase.Of(row.ResponsibleParty)), row.DueAt,
        row.StateAt(now), row.DoneAt, row.IncidentId is { } id ? new TaskIncident(id, number) : null, LinkOf(row, number));

    private static string LinkOf(Obligation row, string? number) => row.SubjectKind switch
    {
        SubjectKind.Case => $"/incidents/{number}",
        SubjectKind.MeasureRequest => string.Create(CultureInfo.InvariantCulture, $"/measure-requests/{row.SubjectId}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"/units/{row.SubjectId}"),
    };
}
