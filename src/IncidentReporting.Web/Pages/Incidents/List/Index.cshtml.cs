using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Application.SavedViews;
using IncidentReporting.Application.SavedViews.Delete;
using IncidentReporting.Application.SavedViews.List;
using IncidentReporting.Application.SavedViews.Save;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.Incidents.List;

/// <summary>The cases that I may know of, narrowed by filters that can be kept as views.</summary>
[Allow(nameof(Operations.ListIncidents))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private const int Step = 25;

    [BindProperty(SupportsGet = true, Name = "")]
    public FilterForm Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Show { get; set; } = Step;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<IncidentLine> Lines { get; private set; } = [];

    /// <summary>Where more of the list stands; null at its end.</summary>
    public string? More { get; private set; }

    public IReadOnlyList<SavedViewResult> Views { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public DateTimeOffset Now { get; } = time.Now();

    public IReadOnlyList<Choice> States => [.. Codes.Choices(CodeLists.IncidentStates, ShownZone.DayOf(Now))];

    /// <summary>The categories; a subkind that is asked for in the address is shown among them.</summary>
    public IReadOnlyList<Choice> Kinds =>
    [
        .. Codes.Choices(CodeLists.IncidentKinds, ShownZone.DayOf(Now)).Where(kind => !kind.Value.Contains('.', StringComparison.Ordinal) || kind.Value == Filter.Kind),
    ];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.SaveView))]
    public async Task<IActionResult> OnPostSaveViewAsync(CancellationToken cancellationToken)
    {
        var filter = Filter.ToFilter(ModelState);
        if (ModelState.IsValid && await mediator.TrySendAsync(new SaveViewCommand(Name, filter), ModelState, cancellationToken))
        {
            return Redirect(Filter.Address(("done", "saved")));
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.DeleteSavedView))]
    public async Task<IActionResult> OnPostDeleteViewAsync(Guid view, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteSavedViewCommand(view), cancellationToken);
        return Redirect(Filter.Address(("done", "removed")));
    }

    public bool IsHere(SavedViewResult view) => FilterForm.Of(view.Filter) == Filter;

    /// <summary>The kinds in words, the first two and how many more.</summary>
    public static string KindsOf(IncidentLine line)
    {
        var words = line.Kinds.Take(2).Select(kind => Codes.Label(CodeLists.IncidentKinds, kind));
        var said = string.Join(", ", words);
        return line.Kinds.Count > 2 ? $"{said} +{line.Kinds.Count - 2}" : said;
    }

    public static string Href(IncidentLine line) => line.Number is { } number ? $"/incidents/{number}" : $"/report/{line.Id.Value}";

    public static string State(IncidentLine line) => Codes.Label(CodeLists.IncidentStates, SnakeCase.Of(line.State));

    public static string? StateKind(IncidentLine line) => line.State switch
    {
        IncidentState.Submitted or IncidentState.Reopened => "warn",
        IncidentState.Acknowledged or IncidentState.Assessed or IncidentState.InProgress or IncidentState.FollowUp => "info",
        IncidentState.Closed => "ok",
        _ => null,
    };

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Views = (await mediator.Send(new ListSavedViewsQuery(), cancellationToken)).Items;
        Units = [.. (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items.Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        var show = Math.Clamp(Show, Step, Paging.MaxLimit);
        var query = Filter.ToQuery(new Paging(show, After is null ? null : Cursor.Parse(After)), ShownZone.DayOf(Now), ModelState);
        var answer = await mediator.TryAskAsync(query, ModelState, cancellationToken);
        if (answer is { Sent: true, Value: { } listing })
        {
            Lines = listing.Items;
            More = listing.Next is null ? null
                : show < Paging.MaxLimit && After is null ? Filter.Address(("show", $"{show + Step}"))
                : Filter.Address(("show", $"{Paging.MaxLimit}"), ("after", listing.Next));
        }
    }
}
