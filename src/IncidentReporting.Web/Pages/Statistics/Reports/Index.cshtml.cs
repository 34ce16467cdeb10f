using IncidentReporting.Application.Access;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Statistics.Reports;

/// <summary>The reports that can be printed: of whom and when. A year is the board's, a quarter the safety committee's.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    internal ReportChoice Choice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (StatPeriod.Find(period) is { } found)
        {
            var address = found.Kind == PeriodKind.Quarter ? "/statistics/reports/quarterly" : "/statistics/reports/yearly";
            return Redirect(FigureAddress.Of(address, ("node", node), ("period", period)));
        }

        Choice = new ReportChoice(await mediator.Send(new GetGridQuery(), cancellationToken), node, period);
        return Page();
    }
}

/// <summary>Of whom and when there can be a report, and what stands there now.</summary>
internal sealed class ReportChoice(GridResult grid, string? node, string? period)
{
    private readonly FigureChoices _choices = new(grid);

    public bool IsEmpty => _choices.Years.Count == 0;

    public string Node => _choices.Node(node)?.Id ?? grid.Node;

    public string? Period => period;

    public IReadOnlyList<Choice> Nodes => _choices.Nodes("incidents");

    public IReadOnlyList<Choice> Periods =>
        [.. _choices.Periods("incidents").Where(choice => StatPeriod.Find(choice.Value) is { Kind: PeriodKind.Year or PeriodKind.Quarter })];
}
