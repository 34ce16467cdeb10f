using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Calendar.CreateLink;
using IncidentReporting.Application.Calendar.GetLink;
using IncidentReporting.Application.Calendar.List;
using IncidentReporting.Application.Calendar.RevokeLink;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Components.Duties;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Calendar.CalendarTexts;

namespace IncidentReporting.Web.Pages.Calendar;

/// <summary>What falls due, by month or week, and the secret link for a calendar program.</summary>
[Allow(nameof(Operations.ReadCalendar))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    /// <summary>The month, as 2026-11.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>A day of the week, as 2026-11-23; shown instead of the month.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public DateTimeOffset Now { get; } = time.Now();

    public DateOnly Today => ShownZone.DayOf(Now);

    public bool IsWeek { get; private set; }

    /// <summary>The first day of the month or week.</summary>
    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    public IReadOnlyList<IReadOnlyList<CalendarDay>> Weeks { get; private set; } = [];

    public int Count { get; private set; }

    public DateTimeOffset? LinkMadeAt { get; private set; }

    /// <summary>Shown once, in the answer that made it.</summary>
    public string? NewLink { get; private set; }

    public string Heading => IsWeek
        ? T("week.heading", ISOWeek.GetWeekOfYear(First.ToDateTime(TimeOnly.MinValue)), Span(First, Last))
        : Capital(First.ToString("MMMM yyyy", CultureInfo.CurrentCulture));

    public string Earlier => Address(IsWeek ? First.AddDays(-7) : First.AddMonths(-1));

    public string Later => Address(IsWeek ? First.AddDays(7) : First.AddMonths(1));

    public string AsMonth => $"/calendar?month={Text(First, "yyyy-MM")}";

    public string AsWeek => $"/calendar?week={Text(Today >= First && Today <= Last ? Today : First, "yyyy-MM-dd")}";

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.CreateCalendarLink))]
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        NewLink = (await mediator.Send(new CreateCalendarLinkCommand(), cancellationToken)).Url;
        await ReadAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.RevokeCalendarLink))]
    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeCalendarLinkCommand(), cancellationToken);
        return Redirect("/calendar?done=revoked");
    }

    public static string DayName(DateOnly day) => Capital(day.ToString("dddd d MMMM", CultureInfo.CurrentCulture));

    public static string Weekday(int index) => Capital(CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((index + 1) % 7)));

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        IsWeek = Week is not null;
        First = IsWeek ? Monday(Read(Week, "yyyy-MM-dd")) : FirstOfMonth(Read(Month, "yyyy-MM"));
        Last = IsWeek ? First.AddDays(6) : First.AddMonths(1).AddDays(-1);
        var items = await mediator.Send(new ListCalendarQuery(First, Last), cancellationToken);
        var byDay = items.Items.ToLookup(item => ShownZone.DayOf(item.DueAt));
        Count = items.Items.Count;
        Weeks = [.. WeeksFrom(Monday(First), Last).Select(monday => (IReadOnlyList<CalendarDay>)[.. Enumerable.Range(0, 7).Select(monday.AddDays)
            .Select(day => new CalendarDay(day, day >= First && day <= Last, day == Today, [.. byDay[day].Select(item => CalendarLine.Of(item, Now))]) { IsWeek = IsWeek })])];
        LinkMadeAt = (await mediator.Send(new GetCalendarLinkQuery(), cancellationToken)).CreatedAt;
    }

    // What cannot be read is today: an address is no form to be mended.
    private DateOnly Read(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1990 and < 2200 ? day : Today;

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static IEnumerable<DateOnly> WeeksFrom(DateOnly monday, DateOnly last)
    {
        for (var week = monday; week <= last; week = week.AddDays(7))
        {
            yield return week;
        }
    }

    private string Address(DateOnly first) => IsWeek ? $"/calendar?week={Text(first, "yyyy-MM-dd")}" : $"/calendar?month={Text(first, "yyyy-MM")}";

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Span(DateOnly first, DateOnly last) =>
        $"{first.ToString(first.Month == last.Month ? "%d" : "d MMMM", CultureInfo.CurrentCulture)}–{last.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)}";

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
}

/// <param name="IsIn">Whether the day belongs to the month or week that is shown.</param>
public sealed record CalendarDay(DateOnly Day, bool IsIn, bool IsToday, IReadOnlyList<CalendarLine> Lines)
{
    private const int MostInMonth = 4;

    public bool IsWeek { get; init; }

    /// <summary>All of it in a week; in a month what is open, as much as a day has room for.</summary>
    public IReadOnlyList<CalendarLine> Shown => IsWeek ? Lines : [.. Open.Take(MostInMonth)];

    public int More => IsWeek ? 0 : Math.Max(0, Open.Count() - MostInMonth);

    public int DoneCount => IsWeek ? 0 : Lines.Count(line => line.State == "done");

    public string WeekAddress => $"/calendar?week={Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private IEnumerable<CalendarLine> Open => Lines.Where(line => line.State != "done");
}

/// <summary>One thing of a day.</summary>
/// <param name="State">overdue, done or pending.</param>
public sealed record CalendarLine(string Href, string Text, string? Number, DateTimeOffset At, string State)
{
    public static CalendarLine Of(CalendarItem item, DateTimeOffset now) => new(
        item.Mine && item.State != "done" ? DutyForms.AddressOf(item.Rule, item.Link, item.About) : item.Link,
        item.Mine ? item.Title : T("with_you"), item.Incident?.Number, item.DueAt,
        item.State == "overdue" && !item.Mine ? "pending" : item.State is "overdue" or "done" ? item.State : item.DueAt < now ? "overdue" : "pending");
}
