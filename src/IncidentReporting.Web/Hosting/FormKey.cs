using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Idempotency;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>A form that makes something new carries a key: the same form sent twice makes one thing. Of use where the form sends one command.</summary>
internal static class FormKey
{
    public const string Field = "formKey";

    private const string Token = "__RequestVerificationToken";

    public static string New() => Guid.NewGuid().ToString("N");

    public static void UseFormKey(this IdempotencyContext idempotency, CurrentUser user, HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.Form[Field]))
        {
            return;
        }

        var sent = new StringBuilder(request.Path);
        foreach (var (name, values) in request.Form.Where(field => field.Key != Token).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in values)
            {
                sent.Append('\n').Append(name).Append('=').Append(value?.Length).Append(':').Append(value);
            }
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent.ToString())));
        idempotency.Use(user.Id, hash, hash);
    }
}
