using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units;
using IncidentReporting.Application.Units.Change;
using IncidentReporting.Application.Units.Create;
using IncidentReporting.Application.Units.Get;
using IncidentReporting.Application.Units.GetContacts;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Units.ReviewRoutine;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Units;

internal sealed class UnitEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/units", List).Allow(Operations.ListUnits).WithSummary("The employer's units, by name.");
        api.MapGet("/units/{id:guid}", Get).Allow(Operations.ListUnits).WithSummary("One unit.");
        api.MapGet("/units/{id:guid}/contacts", Contacts).Allow(Operations.ListUnits)
            .WithSummary("Who answers for a unit today, in it or in the nearest above, and when its routine is to be gone through.");
        api.MapPost("/units/{id:guid}/routine-review", Review).Allow(Operations.ReviewRoutine)
            .WithSummary("Note that the unit's routine against threats and violence was gone through, and perhaps practised.")
            .WithExample(new RoutineReviewRequest(new DateOnly(2026, 11, 20)));
        api.MapPost("/units", Create).Allow(Operations.CreateUnit).WithSummary("Adds a unit below another; without parentId right below the employer.");
        api.MapPatch("/units/{id:guid}", Change).Allow(Operations.ChangeUnit).WithSummary("Renames, moves or closes a unit, or notes when its routine was reviewed or drilled.");
    }

    private static async Task<Ok<Listing<UnitResult>>> List(IMediator sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListUnitsQuery(), ct));

    private static async Task<Ok<UnitResult>> Get(Guid id, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new GetUnitQuery(new UnitId(id)), ct)));

    private static async Task<Ok<UnitContacts>> Contacts(Guid id, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetUnitContactsQuery(new UnitId(id)), ct));

    private static async Task<Ok<UnitResult>> Review(Guid id, JsonBody<RoutineReviewRequest> body, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new ReviewRoutineCommand(new UnitId(id), body.Value.ReviewedOn, body.Value.DrilledOn), ct)));

    private static async Task<Created<UnitResult>> Create(JsonBody<CreateUnitRequest> body, HttpContext context, IMediator sender, CancellationToken ct)
    {
        var unit = Tagged(context, await sender.Send(new CreateUnitCommand(body.Value.Name, body.Value.ParentId), ct));
        return TypedResults.Created($"{Routes.Base}/units/{unit.Id.Value}", unit);
    }

    private static async Task<Ok<UnitResult>> Change(Guid id, PatchBody<UnitFields> body, IfMatch match, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new ChangeUnitCommand(new UnitId(id), body.Patch, match.Expected), ct)));

    private static UnitResult Tagged(HttpContext context, UnitResult unit)
    {
        ETag.Set(context, unit.Version);
        return unit;
    }
}

internal sealed record CreateUnitRequest(string? Name = null, UnitId? ParentId = null);

/// <param name="ReviewedOn">When the routine was gone through.</param>
/// <param name="DrilledOn">When the alarm and the routine were practised, where they were.</param>
internal sealed record RoutineReviewRequest(DateOnly? ReviewedOn = null, DateOnly? DrilledOn = null);
