using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.SavedViews;
using IncidentReporting.Application.SavedViews.Delete;
using IncidentReporting.Application.SavedViews.List;
using IncidentReporting.Application.SavedViews.Save;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.SavedViews;

/// <param name="Name">What you call it, at most 60 characters; a view of the same name is replaced.</param>
/// <param name="Filter">Named as the parameters of the list of cases; what is left out is open.</param>
internal sealed record SaveViewRequest(string? Name = null, CaseFilter? Filter = null);

internal sealed class SavedViewEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/saved-views", List).WithTags("Saved views").Allow(Operations.ListSavedViews).WithSummary("Your saved views of the list of cases, by name.");
        api.MapPost("/saved-views", Save).WithTags("Saved views").Allow(Operations.SaveView).WithSummary("Keep a choice among the cases under a name; at most 20.")
            .WithExample(new SaveViewRequest("Mina försenade", new CaseFilter(Responsible: "me", Overdue: true)));
        api.MapDelete("/saved-views/{id:guid}", Delete).WithTags("Saved views").Allow(Operations.DeleteSavedView).WithSummary("Remove a saved view.");
    }

    private static async Task<Ok<Listing<SavedViewResult>>> List(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListSavedViewsQuery(), ct));

    private static async Task<Created<SavedViewResult>> Save(JsonBody<SaveViewRequest> body, IMediator mediator, CancellationToken ct)
    {
        var view = await mediator.Send(new SaveViewCommand(body.Value.Name, body.Value.Filter), ct);
        return TypedResults.Created($"{Routes.Base}/saved-views/{view.Id}", view);
    }

    private static async Task<NoContent> Delete(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteSavedViewCommand(id), ct);
        return TypedResults.NoContent();
    }
}
