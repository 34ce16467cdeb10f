using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Pulse;
using IncidentReporting.Application.Pulse.Answer;
using IncidentReporting.Application.Pulse.CreateRound;
using IncidentReporting.Application.Pulse.GetRound;
using IncidentReporting.Application.Pulse.GetSurvey;
using IncidentReporting.Application.Pulse.ListRounds;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Pulse;

internal sealed class PulseEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/pulse-rounds", List).Allow(Operations.ListPulseRounds).WithSummary("Rounds of the anonymous survey, latest first; how many have answered is never exact.");
        api.MapPost("/pulse-rounds", Create).Allow(Operations.CreatePulseRound)
            .WithSummary("Plan a round: it opens, mails one-time links to everyone who works there, reminds once and closes by itself.")
            .WithExample("""{"name": "Våren 2027", "opensOn": "2027-03-01", "closesOn": "2027-03-14", "unitIds": ["0193a0c4-0000-7000-8000-000000000001"]}""");
        api.MapGet("/pulse-rounds/{id:guid}", Read).Allow(Operations.ReadPulseRound).WithSummary("One round of the anonymous survey.");

        api.MapGet("/pulse/{token}", ReadSurvey).WithTags("Pulse").Allow(Operations.ReadPulse)
            .WithSummary("The survey that a one-time link opens. No account; a link that has been used, or whose round is over, is a conflict.");
        api.MapPost("/pulse/{token}/answers", Answer).WithTags("Pulse").Allow(Operations.AnswerPulse).WithoutAntiforgery()
            .WithSummary("Answer, once for each link. Every question may be skipped, not all; support counts only for who was exposed. Nothing of the link is kept with the answer.")
            .WithExample("""{"exposure": ["threat_veiled", "online_attack"], "support": "insufficient", "prevention": "not_enough", "occupational_group": "counsellor"}""");
    }

    private static async Task<Ok<Listing<PulseRoundResult>>> List(IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListPulseRoundsQuery(), ct));

    private static async Task<Created<PulseRoundResult>> Create(JsonBody<PulseRoundRequest> body, IMediator sender, CancellationToken ct)
    {
        var request = body.Value;
        var round = await sender.Send(new CreatePulseRoundCommand(request.Name, request.OpensOn, request.ClosesOn, request.UnitIds), ct);
        return TypedResults.Created($"{Routes.Base}/pulse-rounds/{round.Id}", round);
    }

    private static async Task<Ok<PulseRoundResult>> Read(Guid id, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPulseRoundQuery(id), ct));

    private static async Task<Ok<PulseSurvey>> ReadSurvey(string token, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPulseSurveyQuery(token), ct));

    private static async Task<NoContent> Answer(string token, JsonBody<PulseAnswerRequest> body, IMediator sender, CancellationToken ct)
    {
        await sender.Send(new AnswerPulseCommand(token, body.Value.ByQuestion()), ct);
        return TypedResults.NoContent();
    }
}
