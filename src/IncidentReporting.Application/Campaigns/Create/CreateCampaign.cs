using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Common;
using MediatR;

namespace IncidentReporting.Application.Campaigns.Create;

public sealed record CreateCampaignCommand(CampaignFields Fields) : ICommand<CampaignResult>;

internal sealed class CreateCampaignValidator : AbstractValidator<CreateCampaignCommand>
{
    public CreateCampaignValidator(TimeProvider time)
    {
        var fields = new CampaignFieldsValidator(time);
        RuleFor(command => command).Custom((command, context) => fields.Validate(command.Fields).Errors.ForEach(context.AddFailure));
    }
}

internal sealed class CreateCampaignHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<CreateCampaignCommand, CampaignResult>
{
    public async Task<CampaignResult> Handle(CreateCampaignCommand request, CancellationToken cancellationToken)
    {
        Operations.CreateCampaign.Require(user);
        var (now, fields) = (time.Now(), request.Fields);

        var campaign = Campaign.Create(
            Guid.CreateVersion7(now), user.EmployerId, fields.NameAlone, fields.Code, fields.FirstSeen!.Value, fields.LastSeen, CodeSet.Of(fields.Platforms));

        db.Set<Campaign>().Add(campaign);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "campaign_created", campaign.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return await db.ResultAsync(campaign, cancellationToken);
    }
}
