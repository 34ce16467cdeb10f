using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Api.Routing;

/// <summary>Refuses query parameters that the route does not know, so that a misspelt one is not lost in silence.</summary>
internal sealed class StrictQuery(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, FrozenSet<string>> Known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && endpoint.RoutePattern.RawText?.StartsWith(Routes.Base, StringComparison.Ordinal) == true)
        {
            var errors = Faults(context.Request, Known.GetOrAdd(endpoint, NamesOf));
            if (errors.Count > 0)
            {
                throw new InvalidInputException(errors);
            }
        }

        return next(context);
    }

    public static FrozenSet<string> NamesOf(Endpoint endpoint)
    {
        var path = ((RouteEndpoint)endpoint).RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = endpoint.Metadata.GetOrderedMetadata<QueryNames>().SelectMany(names => names.Names);
        var bound = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().SelectMany(parameter => NamesOf(parameter, path));
        return own.Concat(bound).ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(IParameterBindingMetadata bound, HashSet<string> path)
    {
        var parameter = bound.ParameterInfo;
        if (parameter.GetCustomAttribute<FromQueryAttribute>() is { } query)
        {
            return [query.Name ?? parameter.Name!];
        }

        var isOther = parameter.GetCustomAttributes().Any(attribute => attribute is IFromRouteMetadata or IFromHeaderMetadata or IFromBodyMetadata
            or IFromFormMetadata or IFromServiceMetadata) || path.Contains(parameter.Name!);
        var type = parameter.ParameterType;
        return !isOther && (bound.HasTryParse || type == typeof(string) || type == typeof(string[])) ? [parameter.Name!] : [];
    }

    private static Dictionary<string, string[]> Faults(HttpRequest request, FrozenSet<string> known)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in request.Query)
        {
            if (!known.Contains(name))
            {
                errors[name] = [ProblemTexts.Get("query.unknown")];
            }
            else if (values.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
            {
                errors[name] = [ProblemTexts.Get("query.nul")];
            }
        }

        return errors;
    }
}
