using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.OfferSupport;
using IncidentReporting.Application.Incidents.RateSupport;
using IncidentReporting.Application.Incidents.RecordOffer;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

/// <param name="ExposedId">One of the exposed persons; all of them when left out.</param>
/// <param name="Measures">Several at once, each an offer of its own; instead of measure.</param>
internal sealed record SupportOfferRequest(Guid? ExposedId = null, string? Measure = null, CodeSet? Measures = null, CaseText? Note = null, DateOnly? ExpiresOn = null);

internal sealed record SupportOfferChange(string? Answer = null, DateOrTime? DeliveredAt = null, DateOrTime? CompletedAt = null);

internal sealed record SupportRatingRequest(string? Adequacy = null, CaseText? Comment = null);

/// <summary>Support: what is offered, what came of it, and how sufficient it was.</summary>
internal sealed class SupportEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/support-offers", Offer).Allow(Operations.OfferSupport)
            .WithSummary("Offer a support measure, or several at once.").WithExample(new SupportOfferRequest(Measure: "relieving_talk"));
        api.MapPatch("/incidents/{id}/support-offers/{offerId:guid}", Record).Allow(Operations.RecordOffer)
            .WithSummary("Answer an offer, or record that it was delivered or completed.");
        api.MapPost("/incidents/{id}/support-ratings", Rate).Allow(Operations.RateSupport)
            .WithSummary("Say how sufficient the support has been; only the exposed person can.").WithExample(new SupportRatingRequest("mostly"));
    }

    private static Task<Created<IncidentView>> Offer(string id, JsonBody<SupportOfferRequest> body, MayMatch match, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            new OfferSupportCommand(CaseReference.Parse(id), body.Value.ExposedId, body.Value.Measure, body.Value.Note, body.Value.ExpiresOn)
            {
                Measures = body.Value.Measures,
                Expected = match.Expected,
            },
            context,
            view => view.Support.Offers.Value is [.., var offer] ? $"/support-offers/{offer.Id}" : null);

    private static Task<Ok<IncidentView>> Record(
        string id, Guid offerId, PatchBody<SupportOfferChange> body, IfMatch match, IMediator mediator, HttpContext context)
    {
        var change = body.Patch.Alone();
        return mediator.SendAsync(
            new RecordOfferCommand(CaseReference.Parse(id), offerId, change.Answer, change.DeliveredAt, change.CompletedAt) { Expected = match.Expected }, context);
    }

    private static Task<Created<IncidentView>> Rate(string id, JsonBody<SupportRatingRequest> body, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(new RateSupportCommand(CaseReference.Parse(id), body.Value.Adequacy, body.Value.Comment), context);
}
