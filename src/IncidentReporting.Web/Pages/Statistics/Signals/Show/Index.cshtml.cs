using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Application.Statistics.Signals.Acknowledge;
using IncidentReporting.Application.Statistics.Signals.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Statistics.Signals.Show;

/// <summary>A unit in the early warning: what it means, what to do, the chart, and what the people there found.</summary>
[Allow(nameof(Operations.ReadSignals))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private bool _sent;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The employer as a whole, where the unit is its top one.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Whole { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public Guid? Watch { get; set; }

    [BindProperty]
    public string? Finding { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public SignalItem Item { get; private set; } = null!;

    /// <summary>The other of unit and employer as a whole, where there are both.</summary>
    public SignalItem? Other { get; private set; }

    public DateTimeOffset Now { get; } = time.Now();

    public string Address => SignalShown.Href(Item.Unit.Id, Item.WholeEmployer);

    /// <summary>What was typed is shown also where somebody else was first.</summary>
    public bool ShowsForm => Item.Id is not null || _sent;

    public bool IsTooLate => _sent && Item.Id is null;

    public IReadOnlyList<Choice> Findings => Codes.Choices(CodeLists.WatchFindings, ShownZone.DayOf(Now));

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.AcknowledgeSignal))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        _sent = true;
        var command = new AcknowledgeSignalCommand(new UnitWatchId(Watch ?? Guid.Empty), Finding, string.IsNullOrWhiteSpace(Note) ? null : CaseText.From(Note));
        if (await mediator.TrySendAsync(command, ModelState, cancellationToken))
        {
            return Redirect($"/statistics/signals/{Id}?{(Whole == true ? "whole=true&" : string.Empty)}done=acknowledged");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var items = (await mediator.Send(new ListSignalsQuery(new UnitId(Id)), cancellationToken)).Items;
        Item = items.FirstOrDefault(item => item.WholeEmployer == Whole) ?? items.OrderByDescending(item => item.Id is not null).FirstOrDefault() ?? throw new NotFoundException();
        Other = items.FirstOrDefault(item => item.WholeEmployer != Item.WholeEmployer);
        Watch ??= Item.Id?.Value;
    }
}
