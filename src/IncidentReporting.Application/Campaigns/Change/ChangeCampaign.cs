using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Campaigns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Campaigns.Change;

public sealed record ChangeCampaignCommand(Guid Id, MergePatch<CampaignFields> Patch, ExpectedVersion Expected) : ICommand<CampaignResult>, IConditional;

internal sealed class ChangeCampaignHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ChangeCampaignCommand, CampaignResult>
{
    public async Task<CampaignResult> Handle(ChangeCampaignCommand request, CancellationToken cancellationToken)
    {
        Operations.ChangeCampaign.Require(user);
        var employer = user.EmployerId;
        var campaign = await db.Set<Campaign>().SingleOrDefaultAsync(row => row.Id == request.Id && row.EmployerId == employer, cancellationToken)
            ?? throw new NotFoundException();
        request.Expected.Check(campaign.Version);

        campaign.Apply(Valid(request.Patch.ApplyTo(
            new CampaignFields(campaign.Name, campaign.Code, campaign.FirstSeen, campaign.LastSeen, campaign.Platforms))));

        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "campaign_changed", campaign.Id, time.Now(), string.Join(' ', request.Patch.Members)));
        await db.SaveChangesAsync(cancellationToken);
        return await db.ResultAsync(campaign, cancellationToken);
    }

    // Dates are judged together with those that stay, so not before the campaign is known.
    private CampaignFields Valid(CampaignFields fields)
    {
        var errors = new CampaignFieldsValidator(time).Validate(fields).Errors;
        return errors.Count == 0
            ? fields
            : throw new InvalidInputException(errors.GroupBy(error => JsonPath.Of(error.PropertyName), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(error => error.ErrorMessage).ToArray(), StringComparer.Ordinal));
    }
}
