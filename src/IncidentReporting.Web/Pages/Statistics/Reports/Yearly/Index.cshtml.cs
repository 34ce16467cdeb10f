using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Statistics.Reports.Yearly;

/// <summary>Two pages for the board.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    internal ReportFigures? Report { get; private set; }

    /// <summary>What can be chosen instead, where what was asked for cannot be shown.</summary>
    internal ReportChoice Choice { get; private set; } = null!;

    internal IReadOnlyList<KeyFigure> Keys => [Report!.Incidents, Report.Exposed, Report.Reported, Report.Unsupported];

    public async Task OnGetAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await mediator.TryAskAsync(new GetIndicatorsQuery(period, node), ModelState, cancellationToken);
        if (answer.Value is { } result)
        {
            Report = new ReportFigures(result, ShownZone.DayOf(time.Now()));
            return;
        }

        Choice = new ReportChoice(await mediator.Send(new GetGridQuery(), cancellationToken), node, period: null);
    }
}
