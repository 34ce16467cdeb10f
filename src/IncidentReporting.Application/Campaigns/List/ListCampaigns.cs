using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Campaigns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Campaigns.List;

/// <summary>The employer's campaigns, latest first.</summary>
public sealed record ListCampaignsQuery : IQuery<Listing<CampaignResult>>;

internal sealed class ListCampaignsHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<ListCampaignsQuery, Listing<CampaignResult>>
{
    public async Task<Listing<CampaignResult>> Handle(ListCampaignsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListCampaigns.Require(user);
        var employer = user.EmployerId;
        var campaigns = await db.Set<Campaign>().AsNoTracking().Where(campaign => campaign.EmployerId == employer).ToListAsync(cancellationToken);
        var codes = campaigns.Select(campaign => campaign.Code).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var users = await db.Set<Campaign>().Where(campaign => codes.Contains(campaign.Code!)).Select(campaign => new { campaign.Code, campaign.EmployerId }).Distinct()
            .ToListAsync(cancellationToken);
        var counts = users.CountBy(row => row.Code!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return Listing.Whole<CampaignResult>(
        [
            .. campaigns.OrderByDescending(campaign => campaign.FirstSeen).ThenBy(campaign => campaign.Name.Value, SwedishNames.Order)
                .Select(campaign => CampaignResult.Of(campaign, campaign.Code is { } code ? counts.GetValueOrDefault(code) : 1)),
        ]);
    }
}
