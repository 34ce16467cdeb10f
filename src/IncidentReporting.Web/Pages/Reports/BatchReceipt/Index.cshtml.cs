using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Listed = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.Reports.BatchReceipt;

/// <summary>The numbers of what was reported in one sheet.</summary>
[Allow(nameof(Operations.ListIncidents))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Numbers { get; set; }

    public IReadOnlyList<IncidentLine> Cases { get; private set; } = [];

    public DateTimeOffset Now => time.Now();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var numbers = (Numbers ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var newest = await mediator.Send(new ListIncidentsQuery(new Listed(Listed.MaxLimit)), cancellationToken);
        Cases = [.. newest.Items.Where(line => line.Number is not null && numbers.Contains(line.Number)).OrderBy(line => line.Number, StringComparer.Ordinal)];
        return Cases.Count == 0 ? NotFound() : Page();
    }
}
