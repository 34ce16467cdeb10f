using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentReporting.Application.Common;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Problems;

/// <summary>An error as RFC 9457 says it. Never holds what anyone wrote in a case.</summary>
/// <param name="Type">The stable address of the kind of problem.</param>
/// <param name="TraceId">Finds the call in the log.</param>
/// <param name="Errors">Messages by the field's JSON path, the query parameter or the header.</param>
/// <param name="AllowedActions">What the case's state does allow, where that is why.</param>
/// <param name="Unmet">The guards that are not met, where there are several.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string TraceId)
{
    public const string ContentType = "application/problem+json";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AllowedActions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Unmet { get; init; }

    /// <summary>What was sent and what now stands, for each field where they differ; text is named, not repeated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BothValues>? Both { get; init; }

    public static Problem Of(ProblemKind kind, HttpContext context) =>
        new(TypeOf(kind.Code), ProblemTexts.Title(kind), kind.Status, ProblemTexts.Detail(kind), TraceOf(context));

    public static string TypeOf(string code) => "urn:incidentreporting:problem:" + code;

    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public async Task WriteAsync(HttpContext context, TimeSpan? retryAfter = null)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (retryAfter is { } wait)
        {
            response.Headers[HeaderNames.RetryAfter] = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await JsonSerializer.SerializeAsync(response.Body, this, Json.Options, context.RequestAborted);
        }
    }
}
