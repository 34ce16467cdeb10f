using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Hosting;

/// <summary>
/// On a page whose form without a handler's name brings a file, which the page reads itself as it streams in (<see cref="EvidenceUpload"/>): the framework, which would lay the whole
/// file on disk to look for the token, keeps its hands off. Where the form stood is checked here, its token before the file is kept. The page's other forms are checked as everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StreamsFormAttribute : Attribute, IAsyncAuthorizationFilter, IResourceFilter, IAntiforgeryPolicy
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method)
            && !(IsStreamed(http.Request) ? SameOrigin.Holds(http.Request) : await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)))
        {
            context.Result = new BadRequestResult();
        }
    }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (IsStreamed(context.HttpContext.Request))
        {
            context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
            context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
            context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static bool IsStreamed(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && !request.Query.ContainsKey("handler")
        && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;
}
