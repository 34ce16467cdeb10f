using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Tasks;
using IncidentReporting.Application.Tasks.ListMine;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Calendar.List;

/// <summary>What falls due from the one day to the other, both included: the caller's duties, and follow-ups with the caller.</summary>
public sealed record ListCalendarQuery(DateOnly From, DateOnly To) : IQuery<Listing<CalendarItem>>
{
    public const int MostDays = 400;
}

/// <param name="Mine">Whether the caller is to do it; else it is a follow-up with the caller.</param>
public sealed record CalendarItem(
    Guid Id, string Rule, string Title, bool Mine, DateTimeOffset DueAt, string State, TaskIncident? Incident, Guid? About, string Link);

internal sealed class ListCalendarValidator : AbstractValidator<ListCalendarQuery>
{
    public ListCalendarValidator() =>
        RuleFor(query => query.To).Must((query, to) => to >= query.From && to.DayNumber - query.From.DayNumber <= ListCalendarQuery.MostDays)
            .WithMessage(_ => CommonTexts.PeriodWrong);
}

internal sealed class ListCalendarHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ListCalendarQuery, Listing<CalendarItem>>
{
    public async Task<Listing<CalendarItem>> Handle(ListCalendarQuery request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var first = new DateOrTime(request.From, Time: null).Instant(ShownZone.Current);
        var end = request.To == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new DateOrTime(request.To.AddDays(1), Time: null).Instant(ShownZone.Current);
        var duties = await db.Set<Obligation>().AsNoTracking().InCalendarOf(user.Id, user.EmployerId, db.Set<Incident>())
            .Where(duty => duty.DueAt >= first && duty.DueAt < end)
            .OrderBy(duty => duty.DueAt).ThenBy(duty => duty.Id).ToListAsync(cancellationToken);
        var numbers = await db.NumbersOfAsync(duties, cancellationToken);
        return Listing.Whole<CalendarItem>([.. duties.Select(duty => new CalendarItem(
            duty.Id, duty.Rule, duty.Title(user.Language), duty.ResponsibleUserId == user.Id, duty.DueAt, duty.StateAt(now),
            duty.IncidentId is { } id ? new TaskIncident(id, numbers.GetValueOrDefault(id)) : null, duty.About, TaskLinks.Of(duty, numbers)))]);
    }
}
