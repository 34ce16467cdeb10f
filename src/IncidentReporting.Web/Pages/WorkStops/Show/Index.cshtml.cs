using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.WorkStops;
using IncidentReporting.Application.WorkStops.Get;
using IncidentReporting.Application.WorkStops.Update;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.WorkStops.Show;

[Allow(nameof(Operations.ReadWorkStop))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private string? _sent;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Version { get; set; }

    [BindProperty]
    public string? EmployerContactedAt { get; set; }

    [BindProperty]
    public string? EmployerContactedAtHour { get; set; }

    [BindProperty]
    public string? AvContactedAt { get; set; }

    [BindProperty]
    public string? AvContactedAtHour { get; set; }

    [BindProperty]
    public string? EndedAt { get; set; }

    [BindProperty]
    public string? EndedAtHour { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public WorkStopDetails Details { get; private set; } = null!;

    public WorkStopView Stop => Details.Stop;

    public DateTimeOffset Now { get; } = time.Now();

    /// <summary>Somebody else has noted something since the page was opened.</summary>
    public bool HasNews { get; private set; }

    public bool MayRecord => Details.AllowedActions.Contains("record");

    /// <summary>What was typed is shown also where it can no longer be sent.</summary>
    public bool Shows(string form) => MayRecord || _sent == form;

    /// <summary>What stands now beside what was typed, where both have been filled in.</summary>
    public IReadOnlyList<(string Label, string Now, string Typed)> Both =>
    [
        .. new (string Label, string? Standing, string? Typed)[]
            {
                ("employer_contacted", Said(Stop.EmployerContactedAt), Joined(EmployerContactedAt, EmployerContactedAtHour)),
                ("av_contacted", Said(Stop.AvContactedAt), Joined(AvContactedAt, AvContactedAtHour)),
                ("end.when", Said(Stop.EndedAt), Joined(EndedAt, EndedAtHour)),
                ("outcome", Stop.Outcome?.Value, Joined(Outcome, null)),
            }
            .Where(row => row is { Standing: not null, Typed: not null })
            .Select(row => (WorkStopTexts.T(row.Label), row.Standing!, row.Typed!)),
    ];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Who was contacted; the stop goes on.</summary>
    [Allow(nameof(Operations.UpdateWorkStop))]
    public Task<IActionResult> OnPostContactsAsync(CancellationToken cancellationToken) =>
        SendAsync(
            new UpdateWorkStopCommand(
                StopId, TypedTime.Moment(EmployerContactedAt, EmployerContactedAtHour, "employerContactedAt", "employerContactedAtHour", Now, ModelState),
                TypedTime.Moment(AvContactedAt, AvContactedAtHour, "avContactedAt", "avContactedAtHour", Now, ModelState), EndedAt: null, Outcome: null, Expected),
            "contacts", "recorded", cancellationToken);

    /// <summary>The stop has ended: now, where no time is told.</summary>
    [Allow(nameof(Operations.UpdateWorkStop))]
    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        var ended = TypedTime.Moment(EndedAt, EndedAtHour, "endedAt", "endedAtHour", Now, ModelState) ?? new DateOrTime(ShownZone.DayOf(Now), Now);
        var outcome = string.IsNullOrWhiteSpace(Outcome) ? null : CaseText.From(Outcome);
        return SendAsync(new UpdateWorkStopCommand(StopId, EmployerContactedAt: null, AvContactedAt: null, ended, outcome, Expected), "end", "ended", cancellationToken);
    }

    private WorkStopId StopId => new(Id);

    private ExpectedVersion Expected => new([long.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0]);

    private async Task<IActionResult> SendAsync(UpdateWorkStopCommand command, string form, string done, CancellationToken cancellationToken)
    {
        var seen = Version;
        try
        {
            if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect($"/work-stops/{Id}?done={done}");
            }
        }
        catch (ChangedMeanwhileException)
        {
            HasNews = true;
        }

        _sent = form;
        await ReadAsync(cancellationToken);
        if (!HasNews)
        {
            Version = seen;
        }

        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Details = await mediator.Send(new GetWorkStopQuery(StopId), cancellationToken);
        Version = Stop.Version.ToString(CultureInfo.InvariantCulture);
    }

    private string? Said(DateTimeOffset? at) => at is { } moment ? Times.Of(moment, Now) : null;

    private static string? Joined(params string?[] typed) =>
        string.Join(' ', typed.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null;
}
