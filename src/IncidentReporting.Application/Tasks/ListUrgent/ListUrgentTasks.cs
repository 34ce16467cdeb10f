using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Tasks.ListMine;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tasks.ListUrgent;

/// <summary>The few duties of the caller that matter most right now.</summary>
public sealed record ListUrgentTasksQuery(int Most) : IQuery<UrgentTasks>;

/// <param name="Near">How many are overdue or due within a week.</param>
/// <param name="Overdue">How many of those are overdue.</param>
public sealed record UrgentTasks(IReadOnlyList<TaskItem> Items, int Near, int Overdue);

internal sealed class ListUrgentTasksHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ListUrgentTasksQuery, UrgentTasks>
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<UrgentTasks> Handle(ListUrgentTasksQuery request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var end = now + Week;
        var near = await db.Set<Obligation>().AsNoTracking()
            .Where(row => row.EmployerId == user.EmployerId && row.ResponsibleUserId == user.Id && row.DoneAt == null && row.CancelledAt == null && !row.IsInformation
                && row.DueAt < end)
            .Select(row => new { row.Id, row.DueAt })
            .ToListAsync(cancellationToken);

        // The nearest first, to either side of now: a talk in an hour, or missed this morning, is not to stand below last year's review.
        var ids = near
            .OrderBy(duty => duty.DueAt > now + Day)
            .ThenBy(duty => (duty.DueAt - now).Duration())
            .Take(request.Most).Select(duty => duty.Id).ToList();
        var rows = await db.Set<Obligation>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var numbers = await db.NumbersOfAsync(rows, cancellationToken);
        return new UrgentTasks(
            [.. rows.OrderBy(row => ids.IndexOf(row.Id)).Select(row => TaskItem.Of(row, numbers, user.Language, now))],
            near.Count,
            near.Count(duty => duty.DueAt < now));
    }
}
