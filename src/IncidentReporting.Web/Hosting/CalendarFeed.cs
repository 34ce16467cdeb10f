using IncidentReporting.Application.Calendar.ReadFeed;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>What a calendar program reads by a person's secret link; no session is asked for, and a link that does not hold does not exist.</summary>
internal static class CalendarFeed
{
    public static async Task<IResult> ServeAsync(string secret, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var calendar = await mediator.Send(new ReadCalendarFeedQuery(secret), cancellationToken);
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(calendar, "text/calendar; charset=utf-8");
    }
}
