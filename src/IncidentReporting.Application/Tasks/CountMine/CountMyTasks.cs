using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tasks.CountMine;

/// <summary>How many duties stand with the caller now.</summary>
public sealed record CountMyTasksQuery : IQuery<int>;

internal sealed class CountMyTasksHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<CountMyTasksQuery, int>
{
    public Task<int> Handle(CountMyTasksQuery request, CancellationToken cancellationToken) =>
        db.Set<Obligation>().CountAsync(
            row => row.EmployerId == user.EmployerId && row.ResponsibleUserId == user.Id && row.DoneAt == null && row.CancelledAt == null && !row.IsInformation,
            cancellationToken);
}
