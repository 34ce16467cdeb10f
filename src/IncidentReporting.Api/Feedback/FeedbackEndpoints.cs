using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Feedback.List;
using IncidentReporting.Application.Feedback.Send;
using IncidentReporting.Application.Feedback.Settle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Feedback;

/// <param name="Text">What you want to say; nothing of a case.</param>
/// <param name="Contact">How to answer you; without it nobody can.</param>
internal sealed record FeedbackRequest(string? Text = null, string? Contact = null)
{
    public override string ToString() => nameof(FeedbackRequest);
}

/// <summary>What people say of the product itself, such as what is hard to reach with a screen reader.</summary>
internal sealed class FeedbackEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/feedback", Send).Allow(Operations.SendFeedback).WithoutAntiforgery().RequireRateLimiting(FeedbackLimit.Policy)
            .WithSummary("Tell the administrators something about the product; also without signing in.")
            .WithExample(new FeedbackRequest("The dates are hard to reach with a screen reader.", "anna@example.org"));
        api.MapGet("/feedback", List).Allow(Operations.ListFeedback).WithSummary("What has been said of the product and not been dealt with, oldest first.");
        api.MapDelete("/feedback/{id:guid}", Settle).Allow(Operations.SettleFeedback).WithSummary("Takes away feedback that has been dealt with.");
    }

    private static async Task<NoContent> Send(JsonBody<FeedbackRequest> body, IMediator sender, CancellationToken ct)
    {
        await sender.Send(new SendFeedbackCommand(body.Value.Text, body.Value.Contact), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Listing<FeedbackItem>>> List(PageQuery page, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListFeedbackQuery(page.Page), ct));

    private static async Task<NoContent> Settle(Guid id, IMediator sender, CancellationToken ct)
    {
        await sender.Send(new SettleFeedbackCommand(id), ct);
        return TypedResults.NoContent();
    }
}
