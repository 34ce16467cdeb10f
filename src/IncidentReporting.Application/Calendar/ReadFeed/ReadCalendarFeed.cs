using System.Text;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Tasks;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Calendar.ReadFeed;

/// <summary>The dates of whoever the secret belongs to, for a calendar program: number, what the duty is and where it is met. No names and no text of a case.</summary>
public sealed record ReadCalendarFeedQuery(string Secret) : IQuery<string>
{
    public override string ToString() => nameof(ReadCalendarFeedQuery);
}

internal sealed class ReadCalendarFeedHandler(IIncidentReportingDb db, ICallers callers, MailLinks links, TimeProvider time) : IRequestHandler<ReadCalendarFeedQuery, string>
{
    private const int DaysBack = 60;
    private const int Most = 1000;

    // A duty has a moment, and a calendar shows a stretch of time: the half hour before it.
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    public async Task<string> Handle(ReadCalendarFeedQuery request, CancellationToken cancellationToken)
    {
        var hash = CalendarLink.HashOf(request.Secret);
        var link = await db.Set<CalendarLink>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        var person = link is null ? null : await callers.ByIdAsync(link.UserId, cancellationToken);
        if (person is null)
        {
            throw new NotFoundException();
        }

        var now = time.Now();
        var from = now.AddDays(-DaysBack);
        var duties = await db.Set<Obligation>().AsNoTracking().InCalendarOf(person.Id, person.EmployerId, db.Set<Incident>())
            .Where(duty => duty.DoneAt == null && duty.DueAt >= from)
            .OrderBy(duty => duty.DueAt).ThenBy(duty => duty.Id).Take(Most).ToListAsync(cancellationToken);
        var numbers = await db.NumbersOfAsync(duties, cancellationToken);

        var calendar = new StringBuilder();
        CalendarLines.Add(calendar, "BEGIN:VCALENDAR");
        CalendarLines.Add(calendar, "VERSION:2.0");
        CalendarLines.Add(calendar, "PRODID:-//IncidentReporting//Calendar//EN");
        CalendarLines.Add(calendar, "METHOD:PUBLISH");
        CalendarLines.Add(calendar, $"X-WR-CALNAME:{CalendarTexts.Name(person.Language)}");
        CalendarLines.Add(calendar, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        foreach (var duty in duties)
        {
            Write(calendar, duty, numbers, person, now);
        }

        CalendarLines.Add(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }

    private void Write(StringBuilder calendar, Obligation duty, IReadOnlyDictionary<IncidentId, string?> numbers, Caller person, DateTimeOffset now)
    {
        var number = duty.IncidentId is { } id ? numbers.GetValueOrDefault(id) : null;
        var title = duty.ResponsibleUserId == person.Id ? duty.Title(person.Language) : CalendarTexts.FollowUp(person.Language);
        CalendarLines.Add(calendar, "BEGIN:VEVENT");
        CalendarLines.Add(calendar, $"UID:duty-{duty.Id:N}@{links.BaseUrl.Host}");
        CalendarLines.Add(calendar, $"DTSTAMP:{CalendarLines.Utc(now)}");
        CalendarLines.Add(calendar, $"DTSTART:{CalendarLines.Utc(duty.DueAt - Shown)}");
        CalendarLines.Add(calendar, $"DTEND:{CalendarLines.Utc(duty.DueAt)}");
        CalendarLines.Add(calendar, $"SUMMARY:{CalendarLines.Escaped(number is null ? title : $"{number} {title}")}");
        CalendarLines.Add(calendar, $"URL:{links.To(TaskLinks.Of(duty, numbers))}");
        CalendarLines.Add(calendar, "TRANSP:TRANSPARENT");
        CalendarLines.Add(calendar, "CLASS:PRIVATE");
        CalendarLines.Add(calendar, "END:VEVENT");
    }
}
