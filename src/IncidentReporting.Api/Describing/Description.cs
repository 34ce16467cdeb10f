using IncidentReporting.Api.Routing;
using IncidentReporting.Api.SignIn;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentReporting.Api.Describing;

/// <summary>The description of the interface: OpenAPI 3.1 for programs, and the same as a page for people.</summary>
internal static class Description
{
    public const string Name = "v1";
    public const string Session = "session";
    public const string Csrf = "csrf";
    public const string Token = "token";

    public static IServiceCollection AddDescription(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(SchemaNotes.TransformAsync);
            options.AddOperationTransformer(OperationNotes.TransformAsync);
            options.AddDocumentTransformer(DescribeAsync);
        });

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/docs", ReferencePage.ShowAsync).ExcludeFromDescription();
        app.MapGet("/docs/reference.css", ReferencePage.Style).ExcludeFromDescription();
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "IncidentReporting",
            Version = "1",
            Description = "Threats, harassment and violence against social workers: from the report to a closure that the exposed person agrees to. "
                + "Errors are RFC 9457 problem details. Unknown members and query parameters are errors. Accept-Language sv (default) or en decides labels and messages.",
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.Name,
                Description = $"Set by POST {Routes.Base}/session.",
            },
            [Csrf] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = CsrfTokens.Header,
                Description = $"From GET {Routes.Base}/session/csrf; needed beside the session cookie by calls that change something.",
            },
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = $"Made by POST {Routes.Base}/access-tokens." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[OperationNotes.ProblemSchema] = OperationNotes.Problem();
        OperationNotes.Connect(document);
        return Task.CompletedTask;
    }
}
