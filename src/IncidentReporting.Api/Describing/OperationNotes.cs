using System.Globalization;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentReporting.Api.Describing;

/// <summary>Adds to each route what follows from its place: who may call it, its headers, its query and its problems.</summary>
internal static class OperationNotes
{
    public const string ProblemSchema = "Problem";

    private const string OperationExtension = "x-operation";
    public const string RolesExtension = "x-roles";

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? HttpMethods.Get;
        operation.Parameters ??= [];
        AddQuery(operation, metadata);
        if (HttpMethods.IsPost(method) && !metadata.OfType<NoAntiforgery>().Any())
        {
            operation.Parameters.Add(Header(
                IdempotencyFilter.Header, required: false, "Your own name for this call, 1-128 characters: the same key with the same body gives the first answer again for 7 days, to who still reads the case. An answer that tells a name is not kept: asked again, it is told and logged again.",
                IdempotencyContext.MaxKeyLength));
        }

        var needsIfMatch = metadata.OfType<NeedsIfMatch>().Any();
        if (needsIfMatch)
        {
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag of what was read."));
        }
        else if (metadata.OfType<TakesIfMatch>().Any())
        {
            operation.Parameters.Add(Header("If-Match", required: false, "The ETag of what was read: then nothing is done where it has changed since."));
        }

        if (metadata.OfType<Operation>().LastOrDefault() is { } rule)
        {
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            operation.Extensions[OperationExtension] = new JsonNodeExtension(rule.Name);
            if (rule.Audience == Audience.Roles)
            {
                operation.Extensions[RolesExtension] = new JsonNodeExtension(new JsonArray([.. rule.Roles.Order().Select(role => JsonValue.Create(SnakeCase.Of(role)))]));
            }

            AddProblems(operation, rule, method, metadata, context);
        }

        if (metadata.OfType<RequestExample>().LastOrDefault() is { } example)
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            {
                content.Example = example.Body.DeepClone();
            }
        }

        return Task.CompletedTask;
    }

    public static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457 problem details. Never holds what anyone wrote in a case.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("The stable address of the kind of problem; ends in its code."),
            ["title"] = Text("The kind of problem, the same text each time."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("What to do."),
            ["traceId"] = Text("Finds the call in the service's log."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Messages by the field's path, the query parameter or the header.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(description: null) },
            },
            ["allowedActions"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(description: null), Description = "What the case's state does allow." },
            ["unmet"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(description: null), Description = "Each condition that is not met." },
        },
        Required = new HashSet<string>(["type", "title", "status", "detail", "traceId"], StringComparer.Ordinal),
    };

    /// <summary>What refers to other parts of the document, and so can only be said once it has them: tags, who may call, problems.</summary>
    public static void Connect(OpenApiDocument document)
    {
        var parts = document.Paths.Keys.Select(PartOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        document.Tags = parts.Select(part => new OpenApiTag { Name = part }).ToHashSet();
        foreach (var (path, method, operation) in document.Paths.SelectMany(path => path.Value.Operations ?? [], (path, operation) => (path.Key, operation.Key, operation.Value)))
        {
            operation.OperationId = string.Join('_', path.Split(['/', '{', '}', '-'], StringSplitOptions.RemoveEmptyEntries).Skip(2).Prepend(method.Method.ToLowerInvariant()));
            operation.Tags = new HashSet<OpenApiTagReference> { new(PartOf(path), document) };
            if (NameOf(operation) is { } name
                && Operations.All.TryGetValue(name, out var rule) && rule.Audience != Audience.Anyone)
            {
                var cookie = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Description.Session, document)] = [] };
                if (method != HttpMethod.Get)
                {
                    cookie[new OpenApiSecuritySchemeReference(Description.Csrf, document)] = [];
                }

                operation.Security = [cookie, new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Description.Token, document)] = [] }];
            }

            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (status is ['4' or '5', ..] && response is OpenApiResponse { Content: null or { Count: 0 } } problem)
                {
                    problem.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        [Problems.Problem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
                    };
                }
            }
        }
    }

    /// <summary>The first part of the path below the base, such as incidents.</summary>
    public static string PartOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2).FirstOrDefault() ?? "api";

    private static string? NameOf(OpenApiOperation operation) =>
        operation.Extensions is { } extensions && extensions.TryGetValue(OperationExtension, out var extension)
            ? ((JsonNodeExtension)extension).Node.GetValue<string>()
            : null;

    private static void AddQuery(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var name in metadata.OfType<QueryNames>().SelectMany(names => names.Names).Where(name => operation.Parameters!.All(known => known.Name != name)))
        {
            operation.Parameters!.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = name switch { "limit" => "How many items, 50 when left out.", "after" => "The cursor next of the page before.", _ => null },
                Schema = name == "limit"
                    ? new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = Page.MaxLimit.ToString(CultureInfo.InvariantCulture) }
                    : Text(description: null),
            });
        }
    }

    private static void AddProblems(OpenApiOperation operation, Operation rule, string method, IList<object> metadata, OpenApiOperationTransformerContext context)
    {
        var kinds = new List<ProblemKind> { ProblemKind.Invalid };
        var writes = !HttpMethods.IsGet(method);
        if (rule.Audience != Audience.Anyone)
        {
            kinds.AddRange([ProblemKind.NotSignedIn, ProblemKind.NotAllowed]);
        }

        if (metadata.OfType<IAcceptsMetadata>().Any())
        {
            kinds.AddRange([ProblemKind.Unreadable, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType]);
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            kinds.Add(ProblemKind.NotFound);
        }

        if (metadata.OfType<NeedsIfMatch>().Any())
        {
            kinds.AddRange([ProblemKind.ChangedMeanwhile, ProblemKind.IfMatchMissing]);
        }
        else if (metadata.OfType<TakesIfMatch>().Any())
        {
            kinds.Add(ProblemKind.ChangedMeanwhile);
        }

        operation.Responses ??= [];
        foreach (var kind in kinds)
        {
            operation.Responses.TryAdd(kind.Status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse { Description = English(kind) });
        }

        if (writes && rule.Audience != Audience.Anyone)
        {
            operation.Responses.TryAdd("409", new OpenApiResponse { Description = "A rule forbids it as things stand now; type ends in the rule's code" });
        }
    }

    private static string English(ProblemKind kind) => ProblemTexts.EnglishTitle(kind);

    private static OpenApiParameter Header(string name, bool required, string description, int? maxLength = null) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength } };

    private static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };
}
