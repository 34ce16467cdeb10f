using System.Text.Json;
using FluentValidation;
using MediatR;

namespace IncidentReporting.Application.Common;

internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            foreach (var failures in result.Errors.GroupBy(failure => JsonPath.Of(failure.PropertyName), StringComparer.Ordinal))
            {
                var messages = failures.Select(failure => failure.ErrorMessage);
                errors[failures.Key] = [.. errors.GetValueOrDefault(failures.Key, []).Concat(messages).Distinct(StringComparer.Ordinal)];
            }
        }

        return errors.Count == 0 ? await next() : throw new InvalidInputException(errors);
    }
}

/// <summary>A property path as the JSON names it: <c>Exposed[0].Role</c> is <c>exposed[0].role</c>.</summary>
public static class JsonPath
{
    public static string Of(string propertyPath) => string.Join('.', propertyPath.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
