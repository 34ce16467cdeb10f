using IncidentReporting.Application.Access;

namespace IncidentReporting.Api.Routing;

internal static class Routes
{
    public const string Base = "/api/v1";

    public static void MapFeatures(this WebApplication app)
    {
        var api = app.MapGroup(Base).AddEndpointFilter<IdempotencyFilter>();
        var features = typeof(Routes).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IEndpoints)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var feature in features)
        {
            ((IEndpoints)Activator.CreateInstance(feature)!).Map(api);
        }
    }

    /// <summary>Names the row of the access table that says who may use the route.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder builder, Operation operation)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(operation);

    /// <summary>For routes that give no cookie any power: they need no anti-forgery header and keep no answers.</summary>
    public static TBuilder WithoutAntiforgery<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(NoAntiforgery.Instance);

    /// <summary>A start with a route that nobody has decided the access of is refused.</summary>
    public static void RequireAccessRules(this WebApplication app)
    {
        var open = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(Base, StringComparison.Ordinal) == true)
            .Where(endpoint => endpoint.Metadata.GetMetadata<Operation>() is null)
            .Select(endpoint => endpoint.DisplayName).ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"No access rule: {string.Join(", ", open)}.");
        }
    }
}

internal sealed class NoAntiforgery
{
    public static readonly NoAntiforgery Instance = new();
}
