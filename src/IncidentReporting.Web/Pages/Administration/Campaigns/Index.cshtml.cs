using IncidentReporting.Application.Access;
using IncidentReporting.Application.Campaigns;
using IncidentReporting.Application.Campaigns.Create;
using IncidentReporting.Application.Campaigns.List;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.Campaigns;

[Allow(nameof(Operations.CreateCampaign))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, TimeProvider time) : PageModel
{
    private static readonly string[] Known = ["added", "changed"];

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Asked { get; set; }

    public string? Done => Array.Find(Known, known => known == Asked);

    public bool HasOverview => Operations.ReadAdministration.IsFor(user.Roles);

    public IReadOnlyList<CampaignResult> Campaigns { get; private set; } = [];

    internal TypedCampaign Typed { get; private set; } = TypedCampaign.Blank;

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.CreateCampaign))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = TypedCampaign.In(Request.Form);
        var fields = Typed.Read(ModelState);
        if (ModelState.IsValid && await mediator.TrySendAsync(new CreateCampaignCommand(fields), ModelState, cancellationToken))
        {
            return Redirect("/administration/campaigns?done=added");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    internal string Span(CampaignResult campaign) => campaign.LastSeen is { } last
        ? T("campaigns.span", Times.Date(campaign.FirstSeen, time.Now()), Times.Date(last, time.Now()))
        : T("campaigns.since", Times.Date(campaign.FirstSeen, time.Now()));

    private async Task ShowAsync(CancellationToken cancellationToken) => Campaigns = (await mediator.Send(new ListCampaignsQuery(), cancellationToken)).Items;
}
