using System.Globalization;
using System.Reflection;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Bodies;

/// <summary>The <c>If-Match</c> header of a call that needs one: 428 without it.</summary>
internal sealed record IfMatch(ExpectedVersion Expected) : IEndpointParameterMetadataProvider
{
    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header[0]))
        {
            throw new RequestRefusedException(ProblemKind.IfMatchMissing);
        }

        return new(new IfMatch(ETag.ExpectedBy(header)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(NeedsIfMatch.Instance);
}

/// <summary>The <c>If-Match</c> header of a call that may go without: then it holds for the thing as it is.</summary>
internal sealed record MayMatch(ExpectedVersion Expected) : IEndpointParameterMetadataProvider
{
    public static ValueTask<MayMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers.IfMatch;
        return new(new MayMatch(string.IsNullOrWhiteSpace(header.ToString()) ? ExpectedVersion.Any : ETag.ExpectedBy(header)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(TakesIfMatch.Instance);
}

/// <summary>Tells the description of the interface that the route needs <c>If-Match</c>.</summary>
internal sealed class NeedsIfMatch
{
    public static readonly NeedsIfMatch Instance = new();
}

/// <summary>Tells the description of the interface that the route takes <c>If-Match</c> where it is sent.</summary>
internal sealed class TakesIfMatch
{
    public static readonly TakesIfMatch Instance = new();
}

internal static class ETag
{
    /// <summary>The versions that the header accepts; none where it can't be read.</summary>
    public static ExpectedVersion ExpectedBy(StringValues header) =>
        !EntityTagHeaderValue.TryParseList(header, out var tags) ? new ExpectedVersion([])
        : tags.Any(tag => tag.Tag == "*") ? ExpectedVersion.Any
        : new ExpectedVersion([.. tags.Where(tag => !tag.IsWeak).Select(VersionOf).OfType<long>()]);

    /// <summary>Sets the strong tag of the version that the answer shows.</summary>
    public static void Set(HttpContext context, long version) => context.Response.Headers.ETag = Of(version);

    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    public static long? VersionOf(EntityTagHeaderValue tag) =>
        tag.Tag.AsSpan().Trim('"') is ['v', .. var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
