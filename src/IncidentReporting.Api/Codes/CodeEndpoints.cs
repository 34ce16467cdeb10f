using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Codes;
using IncidentReporting.Application.Codes.GetCodeList;
using IncidentReporting.Application.Codes.ListCodeLists;
using IncidentReporting.Application.Codes.ListLegalCards;
using IncidentReporting.Application.Codes.ListOffenceHints;
using IncidentReporting.Application.Codes.ListRulePacks;
using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Codes;

/// <summary>The dated data of the product: code lists, legal cards, rule packs and offence hints.</summary>
internal sealed class CodeEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/code-lists", ListCodeLists).Allow(Operations.ReadCodeLists)
            .WithSummary("All code lists with labels in Swedish and English; with date only the codes that can be chosen for that day.");
        api.MapGet("/code-lists/{id}", GetCodeList).Allow(Operations.ReadCodeLists)
            .WithSummary("One code list.");
        api.MapGet("/legal-cards", ListLegalCards).Allow(Operations.ReadLegalCards)
            .WithSummary("What protects whom, by role and by date (default today).");
        api.MapGet("/rule-packs", ListRulePacks).Allow(Operations.ReadRulePacks)
            .WithSummary("Deadlines and notices by country as dated data; with date only what holds that day.");
        api.MapGet("/offence-hints", ListOffenceHints).Allow(Operations.ReadOffenceHints)
            .WithSummary("Sections of the Swedish Criminal Code that acts of these kinds may fall under, by the law of the day; the police decide.");
    }

    private static async Task<Ok<Listing<CodeListResult>>> ListCodeLists(IMediator sender, DateOnly? date, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListCodeListsQuery(date), ct));

    private static async Task<Ok<CodeListResult>> GetCodeList(string id, IMediator sender, DateOnly? date, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetCodeListQuery(id, date), ct));

    private static async Task<Ok<Listing<LegalCardResult>>> ListLegalCards(IMediator sender, string? role, DateOnly? date, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListLegalCardsQuery(role, date), ct));

    private static async Task<Ok<Listing<RulePackResult>>> ListRulePacks(IMediator sender, string? country, DateOnly? date, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListRulePacksQuery(country, date), ct));

    private static async Task<Ok<OffenceHintsResult>> ListOffenceHints(IMediator sender, string[] kind, DateOnly? occurredOn, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListOffenceHintsQuery(kind, occurredOn), ct));
}
