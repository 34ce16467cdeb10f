using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tasks.CountMine;

/// <summary>How many duties stand with the caller and are overdue or due within a week.</summary>
public sealed record CountMyTasksQuery : IQuery<int>;

internal sealed class CountMyTasksHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<CountMyTasksQuery, int>
{
    private static readonly TimeSpan Near = TimeSpan.FromDays(7);

    public Task<int> Handle(CountMyTasksQuery request, CancellationToken cancellationToken)
    {
        var end = time.Now() + Near;
        return db.Set<Obligation>().CountAsync(
            row => row.EmployerId == user.EmployerId && row.ResponsibleUserId == user.Id && row.DoneAt == null && row.CancelledAt == null && !row.IsInformation
                && row.DueAt < end,
            cancellationToken);
    }
}
