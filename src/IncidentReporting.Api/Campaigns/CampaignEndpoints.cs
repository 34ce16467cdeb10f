using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Campaigns;
using IncidentReporting.Application.Campaigns.Change;
using IncidentReporting.Application.Campaigns.Create;
using IncidentReporting.Application.Campaigns.List;
using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Campaigns;

internal sealed class CampaignEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/campaigns", List).Allow(Operations.ListCampaigns).WithSummary("Campaigns against the employer's staff, latest first; between employers only the code is shared.");
        api.MapPost("/campaigns", Create).Allow(Operations.CreateCampaign).WithSummary("Adds a campaign that incidents can be part of.");
        api.MapPatch("/campaigns/{id:guid}", Change).Allow(Operations.ChangeCampaign).WithSummary("Changes a campaign.");
    }

    private static async Task<Ok<Listing<CampaignResult>>> List(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListCampaignsQuery(), ct));

    private static async Task<Created<CampaignResult>> Create(JsonBody<CampaignFields> body, HttpContext context, IMediator sender, CancellationToken ct)
    {
        var campaign = Tagged(context, await sender.Send(new CreateCampaignCommand(body.Value), ct));
        return TypedResults.Created($"{Routes.Base}/campaigns/{campaign.Id}", campaign);
    }

    private static async Task<Ok<CampaignResult>> Change(Guid id, PatchBody<CampaignFields> body, IfMatch match, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new ChangeCampaignCommand(id, body.Patch, match.Expected), ct)));

    private static CampaignResult Tagged(HttpContext context, CampaignResult campaign)
    {
        ETag.Set(context, campaign.Version);
        return campaign;
    }
}
