using System.Reflection;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Idempotency;
using Microsoft.AspNetCore.Mvc.Filters;

namespace IncidentReporting.Web.Hosting;

/// <summary>Uses the form's key where the handler makes something new.</summary>
internal sealed class FormsOnce(CurrentUser user, IdempotencyContext idempotency) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod?.MethodInfo.IsDefined(typeof(OnceAttribute)) == true)
        {
            idempotency.UseFormKey(user, context.HttpContext.Request);
        }

        return next();
    }
}
