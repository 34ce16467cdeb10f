using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Calendar.RevokeLink;

/// <summary>Makes the caller's calendar link useless; well also where there is none.</summary>
public sealed record RevokeCalendarLinkCommand : ICommand;

internal sealed class RevokeCalendarLinkHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeCalendarLinkCommand, Unit>
{
    public async Task<Unit> Handle(RevokeCalendarLinkCommand request, CancellationToken cancellationToken)
    {
        var id = user.Id;
        if (await db.Set<CalendarLink>().SingleOrDefaultAsync(row => row.UserId == id, cancellationToken) is { } link)
        {
            db.Set<CalendarLink>().Remove(link);
            db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, id, "calendar_link_revoked", link.Id, time.Now()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
