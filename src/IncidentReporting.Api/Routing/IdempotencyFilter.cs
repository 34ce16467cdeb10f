using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;

namespace IncidentReporting.Api.Routing;

/// <summary>Takes the <c>Idempotency-Key</c> of a POST; the commit behaviour then answers a repetition with the first answer.</summary>
internal sealed class IdempotencyFilter(CurrentUser user, IdempotencyContext idempotency) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (TakesKey(http) && http.Request.Headers.TryGetValue(Header, out var values))
        {
            var key = values.ToString();
            if (values.Count != 1 || key.Length is < 1 or > IdempotencyContext.MaxKeyLength || key.Any(character => character is < ' ' or > '~'))
            {
                throw new InvalidInputException(Header, ProblemTexts.Format("header.idempotency_key", IdempotencyContext.MaxKeyLength));
            }

            idempotency.Use(user.IsSignedIn ? user.Id : default, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key))), FingerprintOf(http));
        }

        return await next(context);
    }

    private static bool TakesKey(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<NoAntiforgery>() is null;

    // What was bound from the body stands ready: a JSON body's bytes, or the hash of a form's parts.
    private static string FingerprintOf(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        if (MultipartBody.FingerprintOf(http) is { } parts)
        {
            Add(hash, parts);
        }
        else
        {
            hash.AppendData(BodyReader.BytesOf(http).Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
