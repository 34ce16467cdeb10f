using IncidentReporting.Application.Access;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Statistics.Reports;

/// <summary>The reports that can be printed, and of whom and when.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    internal FigureChoices Choices { get; private set; } = null!;

    public string Node { get; private set; } = string.Empty;

    public IReadOnlyList<Choice> Nodes => Choices.Nodes("incidents");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        (Choices, Node) = (new FigureChoices(grid), grid.Node);
    }
}
