using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace IncidentReporting.Api.Routing;

/// <summary>Refuses query parameters that the route does not know, so that a misspelt one is not lost in silence, and values that cannot be read.</summary>
internal sealed class StrictQuery(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, FrozenDictionary<string, Type>> Known = new();

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

    private static FrozenDictionary<string, Type> NamesOf(Endpoint endpoint)
    {
        var path = ((RouteEndpoint)endpoint).RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = endpoint.Metadata.GetOrderedMetadata<QueryNames>().SelectMany(names => names.Names).Select(name => (Name: name, Type: typeof(string)));
        var bound = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().SelectMany(parameter => NamesOf(parameter, path));
        return own.Concat(bound).DistinctBy(parameter => parameter.Name).ToFrozenDictionary(parameter => parameter.Name, parameter => parameter.Type, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, Type Type)> NamesOf(IParameterBindingMetadata bound, HashSet<string> path)
    {
        var parameter = bound.ParameterInfo;
        if (parameter.GetCustomAttribute<FromQueryAttribute>() is { } query)
        {
            return [(query.Name ?? parameter.Name!, Single(parameter.ParameterType))];
        }

        var isOther = parameter.GetCustomAttributes().Any(attribute => attribute is IFromRouteMetadata or IFromHeaderMetadata or IFromBodyMetadata
            or IFromFormMetadata or IFromServiceMetadata) || path.Contains(parameter.Name!);
        var type = parameter.ParameterType;
        return !isOther && (bound.HasTryParse || type == typeof(string) || type == typeof(string[])) ? [(parameter.Name!, Single(type))] : [];
    }

    private static Type Single(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // What is left out and what is empty is no value; other types are read, and refused by name, where they are used.
    private static bool IsReadable(StringValues values, Type type)
    {
        if (type != typeof(Guid) && type != typeof(bool) && type != typeof(DateOnly))
        {
            return true;
        }

        return values is [var value] && (string.IsNullOrEmpty(value)
            || (type == typeof(Guid) ? Guid.TryParseExact(value, "D", out _)
                : type == typeof(bool) ? bool.TryParse(value, out _)
                : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
    }

    private static Dictionary<string, string[]> Faults(HttpRequest request, FrozenDictionary<string, Type> known)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in request.Query)
        {
            if (!known.TryGetValue(name, out var type))
            {
                errors[name] = [ProblemTexts.Get("query.unknown")];
            }
            else if (values.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
            {
                errors[name] = [ProblemTexts.Get("query.nul")];
            }
            else if (!IsReadable(values, type))
            {
                errors[name] = [JsonKinds.Message(type)];
            }
        }

        return errors;
    }
}
