using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Calendar.CreateLink;
using IncidentReporting.Application.Calendar.GetLink;
using IncidentReporting.Application.Calendar.List;
using IncidentReporting.Application.Calendar.RevokeLink;
using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Calendar;

internal sealed class CalendarEndpoints : IEndpoints
{
    private const int DefaultDays = 31;

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/calendar", List).WithTags("Calendar").Allow(Operations.ReadCalendar)
            .WithSummary("What falls due for you from one day to another: your duties, and follow-ups with you; 31 days from today when left out.");
        api.MapGet("/calendar/link", ReadLink).WithTags("Calendar").Allow(Operations.ReadCalendarLink).WithSummary("Whether you have a secret link for your calendar program.");
        api.MapPut("/calendar/link", CreateLink).WithTags("Calendar").Allow(Operations.CreateCalendarLink)
            .WithSummary("Make your secret link, or a new one in its place. It is shown in this answer only.");
        api.MapDelete("/calendar/link", RevokeLink).WithTags("Calendar").Allow(Operations.RevokeCalendarLink).WithSummary("Make your secret link useless.");
    }

    private static async Task<Ok<Listing<CalendarItem>>> List(DateOnly? from, DateOnly? to, TimeProvider time, IMediator mediator, CancellationToken ct)
    {
        var first = from ?? ShownZone.DayOf(time.Now());
        return TypedResults.Ok(await mediator.Send(new ListCalendarQuery(first, to ?? first.AddDays(DefaultDays)), ct));
    }

    private static async Task<Ok<CalendarLinkState>> ReadLink(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetCalendarLinkQuery(), ct));

    private static async Task<Ok<NewCalendarLink>> CreateLink(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CreateCalendarLinkCommand(), ct));

    private static async Task<NoContent> RevokeLink(IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeCalendarLinkCommand(), ct);
        return TypedResults.NoContent();
    }
}
