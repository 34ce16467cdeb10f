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

            idempotency.Use(user.IsSignedIn ? user.Id : default, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key))), await FingerprintAsync(http));
        }

        return await next(context);
    }

    private static bool TakesKey(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<NoAntiforgery>() is null;

    private static async Task<string> FingerprintAsync(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        if (http.Request.HasFormContentType)
        {
            await AddFormAsync(hash, http);
        }
        else
        {
            hash.AppendData(BodyReader.BytesOf(http).Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The parts, not the bytes: their boundary differs each time the same form is sent.</summary>
    private static async Task AddFormAsync(IncrementalHash hash, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(hash, $"{name}={values}");
        }

        foreach (var file in form.Files)
        {
            Add(hash, $"{file.Name};{file.FileName};{file.Length}");
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, http.RequestAborted));
        }
    }

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
