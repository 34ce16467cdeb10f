using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Campaigns;
using IncidentReporting.Application.Campaigns.Change;
using IncidentReporting.Application.Campaigns.List;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.Campaigns;

[Allow(nameof(Operations.ChangeCampaign))]
internal sealed class ChangeModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public bool IsChangedMeanwhile { get; private set; }

    public CampaignResult Campaign { get; private set; } = null!;

    internal TypedCampaign Typed { get; private set; } = TypedCampaign.Blank;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        (Typed, Version) = (TypedCampaign.Of(Campaign), Campaign.Version);
    }

    [Allow(nameof(Operations.ChangeCampaign))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = TypedCampaign.In(Request.Form);
        var fields = Typed.Read(ModelState);
        var changes = new JsonObject
        {
            ["name"] = fields.Name?.Value,
            ["code"] = fields.Code,
            ["firstSeen"] = fields.FirstSeen is { } first ? Times.ForDateField(first) : null,
            ["lastSeen"] = fields.LastSeen is { } last ? Times.ForDateField(last) : null,
            ["platforms"] = new JsonArray([.. Typed.Platforms.Select(platform => JsonValue.Create(platform))]),
        };
        try
        {
            var command = new ChangeCampaignCommand(Id, new MergePatch<CampaignFields>(changes), new ExpectedVersion([Version]));
            if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect("/administration/campaigns?done=changed");
            }
        }
        catch (ChangedMeanwhileException)
        {
            IsChangedMeanwhile = true;
        }

        await ShowAsync(cancellationToken);
        Version = IsChangedMeanwhile ? Campaign.Version : Version;
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) =>
        Campaign = (await mediator.Send(new ListCampaignsQuery(), cancellationToken)).Items.SingleOrDefault(campaign => campaign.Id == Id) ?? throw new NotFoundException();
}
