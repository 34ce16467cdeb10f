using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Calendar.GetLink;

/// <summary>Whether the caller has a calendar link, without the secret.</summary>
public sealed record GetCalendarLinkQuery : IQuery<CalendarLinkState>;

/// <param name="CreatedAt">Null where there is none.</param>
public sealed record CalendarLinkState(DateTimeOffset? CreatedAt);

internal sealed class GetCalendarLinkHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<GetCalendarLinkQuery, CalendarLinkState>
{
    public async Task<CalendarLinkState> Handle(GetCalendarLinkQuery request, CancellationToken cancellationToken)
    {
        var id = user.Id;
        return new(await db.Set<CalendarLink>().Where(row => row.UserId == id).Select(row => (DateTimeOffset?)row.CreatedAt).SingleOrDefaultAsync(cancellationToken));
    }
}
