using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Tasks.ListMine;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Tasks;

internal sealed class TaskEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/tasks", ListMine).WithTags("Tasks").Allow(Operations.ListTasks).WithSummary("My obligations, the most urgent first");

    private static async Task<Ok<Listing<TaskItem>>> ListMine(PageQuery page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListMyTasksQuery(page.Page), ct));
}
