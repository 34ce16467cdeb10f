using FluentValidation.Results;
using IncidentReporting.Application.Common;

namespace IncidentReporting.Application.Incidents;

internal static class Refusing
{
    /// <summary>Throws when a check made inside a handler found something; the validation behaviour does the same for what it checks.</summary>
    public static void Refuse(this ValidationResult result)
    {
        if (!result.IsValid)
        {
            throw new InvalidInputException(result.Errors
                .GroupBy(failure => JsonPath.Of(failure.PropertyName), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).Distinct().ToArray(), StringComparer.Ordinal));
        }
    }
}
