using System.Security.Cryptography;
using System.Text.Json;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentReporting.Web.Hosting;

/// <summary>What a person had typed when her session had ended: sealed into the sign-in page, so that nothing is lost and nobody else gets it.</summary>
internal sealed class KeptForms(IDataProtectionProvider protection, SessionCookie cookie, ICallers callers)
{
    // Above the longest form that is kept: no file of it is ever laid down readable.
    private static readonly FormOptions InMemory = new() { MemoryBufferThreshold = 1024 * 1024 };

    private const long Largest = 512 * 1024;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("kept.form").ToTimeLimitedDataProtector();

    /// <summary>Null when there is nothing to keep, or when it cannot be told whose it is.</summary>
    public async Task<string?> SealAsync(HttpContext context)
    {
        var request = context.Request;
        if (HoldsPassword(context) || !request.HasFormContentType || request.ContentLength is null or > Largest || cookie.Read(context) is not { } session
            || await callers.OwnerOfAsync(session, context.RequestAborted) is not { } owner)
        {
            return null;
        }

        var kept = await ReadAsync(request, owner, context.RequestAborted);
        return _protector.Protect(JsonSerializer.Serialize(kept), KeptFor);
    }

    /// <summary>What was sent in this very call, to be sent again by the same person; null where another site may have sent it, or where it is too large.</summary>
    public static async Task<KeptForm?> TakeAsync(HttpContext context, UserId owner)
    {
        var request = context.Request;
        return HttpMethods.IsPost(request.Method) && !HoldsPassword(context) && request.HasFormContentType && request.ContentLength is <= Largest && SameOrigin.Holds(request)
            ? await ReadAsync(request, owner, context.RequestAborted)
            : null;
    }

    /// <summary>Null when it is somebody else's, too old or not ours.</summary>
    public KeptForm? Open(string? value, UserId owner)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(value)) is { } kept && kept.Owner == owner.Value ? kept : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static bool HoldsPassword(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<HoldsPasswordAttribute>() is not null;

    private static async Task<KeptForm> ReadAsync(HttpRequest request, UserId owner, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(InMemory, cancellationToken);
        var fields = form.Where(field => field.Key != "__RequestVerificationToken")
            .SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? string.Empty))).ToList();
        return new KeptForm(owner.Value, request.Path + request.QueryString, fields);
    }
}

/// <summary>For a page whose form has a password in it: that is typed again, and never stands in a page.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HoldsPasswordAttribute : Attribute;

internal sealed record KeptForm(Guid Owner, string Address, IReadOnlyList<KeptField> Fields)
{
    public override string ToString() => nameof(KeptForm);
}

internal sealed record KeptField(string Name, string Value)
{
    public override string ToString() => nameof(KeptField);
}
