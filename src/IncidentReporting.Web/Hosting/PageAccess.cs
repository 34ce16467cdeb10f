using System.Reflection;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace IncidentReporting.Web.Hosting;

/// <summary>Holds each form of a page to its own row of the access table. The page's own row is held at the gate, before anything is read.</summary>
internal sealed class PageAccess(CurrentUser user) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        // A start with a form that names no row is refused, so what names none is a page to read, or no form at all.
        if (context.HandlerMethod?.MethodInfo.GetCustomAttribute<AllowAttribute>() is { } allow)
        {
            allow.Operation.Require(user);
        }
        else if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            throw new NotFoundException();
        }

        return Task.CompletedTask;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
}

/// <summary>A start with a page, or a form of one, that nobody has decided the access of is refused.</summary>
internal sealed class EveryPageNamesItsRule : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        var allow = model.HandlerTypeAttributes.OfType<AllowAttribute>().SingleOrDefault()
            ?? throw new InvalidOperationException($"No access rule: {model.ViewEnginePath}.");
        var open = model.HandlerMethods.Where(handler => !HttpMethods.IsGet(handler.HttpMethod) && handler.MethodInfo.GetCustomAttribute<AllowAttribute>() is null).ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"No access rule: {model.ViewEnginePath}, {string.Join(", ", open.Select(handler => handler.MethodInfo.Name))}.");
        }

        model.EndpointMetadata.Add(allow.Operation);
    }
}
