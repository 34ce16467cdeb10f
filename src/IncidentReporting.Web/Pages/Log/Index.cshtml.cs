using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log.GetVerification;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Application.Log.Verify;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Users;
using IncidentReporting.Application.Users.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Incidents.Case;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Log.LogTexts;

namespace IncidentReporting.Web.Pages.Log;

/// <summary>Who did what and when; without a word of any case.</summary>
[Allow(nameof(Operations.ListLogEntries))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    // Beyond it there is no midnight to count to; nothing is logged after it either.
    private static readonly DateOnly LastDay = DateOnly.MaxValue.AddDays(-2);

    private Dictionary<Guid, string> _names = [];

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    // "action" is a word of the framework's routes; taken from the address itself.
    public string? Action { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    /// <summary>A case's number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Since { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public Listing<LogItem> Entries { get; private set; } = new([], Next: null);

    public string? More { get; private set; }

    public LogVerification Check { get; private set; } = new(null, null, 0, null, null, null, null);

    /// <summary>Of the past week.</summary>
    public IReadOnlyList<LogItem> Alarms { get; private set; } = [];

    public DateTimeOffset Now => time.Now();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Check = await mediator.Send(new GetLogVerificationQuery(), cancellationToken);
        Alarms = (await mediator.Send(
            new ListLogEntriesQuery("alarm", Action: null, Actor: null, Incident: null, Number: null, Now.AddDays(-7), Until: null, new Application.Common.Page()), cancellationToken)).Items;
        Action = Request.Query["action"];
        var colleagues = await ColleaguesAsync(cancellationToken);
        People = [.. colleagues.Select(person => new Choice(person.Id.Value.ToString(), person.Name))];
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        _names = colleagues.Select(person => (person.Id.Value, person.Name)).Concat(units.Select(unit => (unit.Id.Value, unit.Name))).ToDictionary(named => named.Item1, named => named.Item2);

        // Whole days at the employer: until a day includes it.
        var (since, until) = (TypedTime.Day(Since, "since", ModelState), TypedTime.Day(Until, "until", ModelState));
        var query = new ListLogEntriesQuery(
            string.IsNullOrEmpty(Group) ? null : Group, string.IsNullOrEmpty(Action) ? null : Action, Guid.TryParse(Actor, out var actor) ? new UserId(actor) : null, Incident: null,
            string.IsNullOrWhiteSpace(Number) ? null : Number.Trim(), since is { } first ? Midnight(first > LastDay ? LastDay : first) : null, until is { } last && last < LastDay ? Midnight(last.AddDays(1)) : null,
            new Application.Common.Page(After: string.IsNullOrEmpty(After) ? null : Cursor.Parse(After)));
        Entries = await mediator.Send(query, cancellationToken);
        More = Entries.Next is { } next
            ? "/log" + new QueryBuilder
            {
                { "group", Group ?? string.Empty }, { "action", Action ?? string.Empty }, { "actor", Actor ?? string.Empty }, { "number", Number ?? string.Empty },
                { "since", Since ?? string.Empty }, { "until", Until ?? string.Empty }, { "after", next },
            }
            : null;
    }

    /// <summary>Shown at once after a redirect, as any other look at the log.</summary>
    [Allow(nameof(Operations.VerifyLog))]
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new VerifyLogQuery(), cancellationToken);
        return Redirect("/log");
    }

    internal static string Who(LogItem entry)
    {
        var name = entry.Actor is { } actor ? actor.Name ?? T("who.gone") : T("who.service");
        return entry.Role is { } role ? T("who.role", name, Codes.Label(CodeLists.Roles, SnakeCase.Of(role)).ToLower(System.Globalization.CultureInfo.CurrentCulture))
            : entry is { CaseRole: { } part, Actor: not null } ? T("who.role", name, CaseTexts.Known("role", SnakeCase.Of(part)))
            : entry is { CaseRole: { } was and not CaseRole.System, Actor: null } ? CaseTexts.Known("role", SnakeCase.Of(was))
            : name;
    }

    internal string? NameOf(Guid? about) => about is { } id && _names.TryGetValue(id, out var name) ? name : null;

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, ShownZone.Current.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task<List<UserItem>> ColleaguesAsync(CancellationToken cancellationToken)
    {
        var people = new List<UserItem>();
        Cursor? after = null;
        do
        {
            var page = await mediator.Send(new ListUsersQuery(Unit: null, Role: null, new Application.Common.Page(Application.Common.Page.MaxLimit, after)), cancellationToken);
            people.AddRange(page.Items);
            after = page.Next is { } next ? Cursor.Parse(next) : null;
        }
        while (after is not null);

        return people;
    }
}
