using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Calendar.CreateLink;

/// <summary>Makes the caller's calendar link, or makes it anew so that the former no longer works.</summary>
public sealed record CreateCalendarLinkCommand : ICommand<NewCalendarLink>;

/// <param name="Url">Whoever knows it reads the dates; shown in this answer only.</param>
public sealed record NewCalendarLink(string Url, DateTimeOffset CreatedAt)
{
    public override string ToString() => nameof(NewCalendarLink);
}

internal sealed class CreateCalendarLinkHandler(IIncidentReportingDb db, ICurrentUser user, MailLinks links, TimeProvider time)
    : IRequestHandler<CreateCalendarLinkCommand, NewCalendarLink>
{
    public async Task<NewCalendarLink> Handle(CreateCalendarLinkCommand request, CancellationToken cancellationToken)
    {
        var (id, now) = (user.Id, time.Now());
        var link = await db.Set<CalendarLink>().SingleOrDefaultAsync(row => row.UserId == id, cancellationToken);
        if (link is null)
        {
            link = CalendarLink.Of(id, now);
            db.Set<CalendarLink>().Add(link);
        }

        var secret = link.Renew(now);
        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, id, "calendar_link_created", link.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return new NewCalendarLink(links.To($"/calendar/feed/{secret}.ics"), link.CreatedAt);
    }
}
