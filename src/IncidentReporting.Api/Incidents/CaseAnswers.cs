using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

/// <summary>How a case is answered: whole, as it now is, with its ETag.</summary>
internal static class CaseAnswers
{
    public static async Task<Ok<IncidentView>> SendAsync(this IMediator mediator, IRequest<IncidentView> request, HttpContext context)
    {
        var view = await mediator.Send(request, context.RequestAborted);
        ETag.Set(context, view.Version);
        return TypedResults.Ok(view);
    }

    /// <summary>201; <paramref name="part"/> names what was created in the case, below it.</summary>
    public static async Task<Created<IncidentView>> CreateAsync(
        this IMediator mediator, ICommand<IncidentView> command, HttpContext context, Func<IncidentView, string?>? part = null)
    {
        var view = await mediator.Send(command, context.RequestAborted);
        ETag.Set(context, view.Version);
        return TypedResults.Created($"{Routes.Base}/incidents/{view.Id.Value}{part?.Invoke(view)}", view);
    }
}
