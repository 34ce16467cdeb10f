using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.ShowSheet;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Sheet;

/// <summary>The case as a filled-in sheet to file or copy, made for paper.</summary>
[Allow(nameof(Operations.ShowSheet))]
internal sealed class IndexModel(IMediator mediator) : CasePage(mediator)
{
    public static readonly IReadOnlyList<string> Kinds = ["police", "av_33a", "fk_injury", "us_ca_log"];

    [BindProperty(Name = "for", SupportsGet = true)]
    public string? For { get; set; }

    /// <summary>Null where it is still to be chosen which.</summary>
    public Application.Incidents.ShowSheet.Sheet? Filled { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Kinds.Contains(For))
        {
            Filled = (await Mediator.TryAskAsync(new ShowSheetQuery(Reference, For), ModelState, cancellationToken)).Value;
        }
        else
        {
            await ReadAsync(cancellationToken);
        }
    }
}
