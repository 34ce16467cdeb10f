using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentReporting.Api.Describing;

/// <summary><c>/docs</c>: the description of the interface as a page, without script.</summary>
internal static class ReferencePage
{
    private static readonly JsonSerializerOptions Indented = new(Application.Common.Json.Options) { WriteIndented = true };

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string Css = ReadStyle();

    public static IResult Style() => TypedResults.Text(Css, "text/css; charset=utf-8");

    public static async Task<IResult> ShowAsync([FromKeyedServices(Description.Name)] IOpenApiDocumentProvider provider, CancellationToken cancellationToken)
    {
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        return TypedResults.Text(Write(document), "text/html; charset=utf-8");
    }

    private static string Write(OpenApiDocument document)
    {
        var html = new StringBuilder();
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Of("title")}</title>\n<link rel=\"stylesheet\" href=\"/docs/reference.css\">\n</head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{Of("title")}</h1>\n<p>{Of("intro")}</p>\n<p><a href=\"/openapi/v1.json\">OpenAPI 3.1</a></p>\n</header>\n");

        var groups = document.Paths.Where(path => path.Value.Operations is { Count: > 0 })
            .GroupBy(path => OperationNotes.PartOf(path.Key), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        html.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"{Of("contents")}\">\n<ul>\n");
        foreach (var group in groups)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Text(group.Key)}\">{Text(group.Key)}</a></li>\n");
        }

        html.Append("</ul>\n</nav>\n<main>\n");
        foreach (var group in groups)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"{Text(group.Key)}\">\n<h2>{Text(group.Key)}</h2>\n");
            foreach (var (path, item) in group)
            {
                foreach (var (method, operation) in item.Operations!)
                {
                    WriteOperation(html, path, method.Method, operation);
                }
            }

            html.Append("</section>\n");
        }

        WriteSchemas(html, document);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteOperation(StringBuilder html, string path, string method, OpenApiOperation operation)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article>\n<h3><span class=\"method\">{Text(method)}</span> <code>{Text(path)}</code></h3>\n<p>{Text(operation.Summary)}</p>\n");
        if (operation.Description is { Length: > 0 } description)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text(description)}</p>\n");
        }

        if (operation.Extensions is { } extensions && extensions.TryGetValue(OperationNotes.RolesExtension, out var extension))
        {
            var roles = (JsonNodeExtension)extension;
            html.Append(CultureInfo.InvariantCulture, $"<p>{Of("roles")}: {Text(string.Join(", ", roles.Node.AsArray().Select(role => role!.GetValue<string>())))}</p>\n");
        }

        if (operation.Parameters is { Count: > 0 } parameters)
        {
            html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Of("parameters")}</caption>\n<thead><tr><th scope=\"col\">{Of("name")}</th><th scope=\"col\">{Of("place")}</th><th scope=\"col\">{Of("meaning")}</th></tr></thead>\n<tbody>\n");
            foreach (var parameter in parameters)
            {
                var required = parameter.Required ? $" ({Of("required")})" : string.Empty;
                html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{Text(parameter.Name)}</code>{required}</th><td>{Of("in." + parameter.In?.ToString().ToLowerInvariant())}</td><td>{Text(parameter.Description)}</td></tr>\n");
            }

            html.Append("</tbody>\n</table>\n");
        }

        if (operation.RequestBody?.Content is { Count: > 0 } content)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h4>{Of("body")}</h4>\n<p><code>{Text(content.First().Key)}</code>: {Link(content.First().Value.Schema)}</p>\n");
            if (content.First().Value.Example is { } example)
            {
                html.Append(CultureInfo.InvariantCulture, $"<pre tabindex=\"0\"><code>{Text(example.ToJsonString(Indented))}</code></pre>\n");
            }
        }

        html.Append(CultureInfo.InvariantCulture, $"<h4>{Of("answers")}</h4>\n<ul>\n");
        foreach (var (status, response) in operation.Responses?.OrderBy(answer => answer.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, IOpenApiResponse>>())
        {
            var schema = status[0] == '2' ? response.Content?.Values.FirstOrDefault()?.Schema : null;
            html.Append(CultureInfo.InvariantCulture, $"<li><code>{Text(status)}</code> {Text(response.Description)}{(schema is null ? string.Empty : " " + Link(schema))}</li>\n");
        }

        html.Append("</ul>\n</article>\n");
    }

    private static void WriteSchemas(StringBuilder html, OpenApiDocument document)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"schemas\">\n<h2>{Of("schemas")}</h2>\n");
        foreach (var (name, schema) in (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<article id=\"schema-{Text(name)}\">\n<h3>{Text(name)}</h3>\n<p>{Text(schema.Description)}</p>\n");
            if (schema.Enum is { Count: > 0 } values)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>{Text(string.Join(", ", values.OfType<JsonNode>()))}</p>\n");
            }

            if (schema.Properties is { Count: > 0 } members)
            {
                html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Of("members")}</caption>\n<thead><tr><th scope=\"col\">{Of("name")}</th><th scope=\"col\">{Of("kind")}</th><th scope=\"col\">{Of("meaning")}</th></tr></thead>\n<tbody>\n");
                foreach (var (member, kind) in members)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{Text(member)}</code></th><td>{Link(kind)}</td><td>{Text(kind.Description)}</td></tr>\n");
                }

                html.Append("</tbody>\n</table>\n");
            }

            html.Append("</article>\n");
        }

        html.Append("</section>\n");
    }

    private static string Link(IOpenApiSchema? schema) => schema switch
    {
        null => string.Empty,
        OpenApiSchemaReference { Reference.Id: { } id } => $"<a href=\"#schema-{Text(id)}\">{Text(id)}</a>",
        { Items: { } items } => $"{Of("list")} {Link(items)}",
        { OneOf: { Count: > 0 } several } => string.Join(" / ", several.Where(one => one.Type != JsonSchemaType.Null).Select(Link)),
        { Enum: { Count: > 0 } values } => Text(string.Join(", ", values.OfType<JsonNode>())),
        _ => Text(string.Join(' ', new[] { (schema.Type & ~JsonSchemaType.Null)?.ToString().ToLowerInvariant(), schema.Format }.Where(part => !string.IsNullOrEmpty(part)))),
    };

    private static string Of(string name) => Text(ReferenceTexts.Get(name));

    private static string Text(string? text) => Encoder.Encode(text ?? string.Empty);

    private static string ReadStyle()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reference.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
