using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace IncidentReporting.Api.Incidents;

/// <summary>Evidence as it is sent: a form with the file and, before or after it, what is known of it.</summary>
internal sealed class AttachmentForm : IEndpointParameterMetadataProvider
{
    private const string Type = "type";
    private const string CapturedAt = "capturedAt";
    private const string Url = "url";
    private const string Description = "description";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.Ordinal, Type, CapturedAt, Url, Description);

    private readonly MultipartBody _body;
    private readonly DateOrTime? _capturedAt;

    private AttachmentForm(MultipartBody body)
    {
        _body = body;
        _capturedAt = body.Field(CapturedAt) is { } text ? ReadTime(text) : null;
    }

    public static async ValueTask<AttachmentForm?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await MultipartBody.ReadAsync(context, Names, IEvidenceStore.MaxSize));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["multipart/form-data"], typeof(AttachmentFields), isOptional: false));

    public AttachCommand ToCommand(CaseReference reference) => new(
        reference, _body.FileName, _body.File, _body.Field(Type), _capturedAt, CaseText.From(_body.Field(Url)), CaseText.From(_body.Field(Description)));

    private static DateOrTime ReadTime(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DateOrTime>(JsonSerializer.Serialize(text), Json.Options);
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new InvalidInputException(CapturedAt, ProblemTexts.Get("expect.date_or_time"));
        }
    }
}

/// <summary>The form in the description of the interface. The file is at most 50 MiB; only it is needed.</summary>
/// <param name="Type">A code of the list evidence_types; other when left out.</param>
internal sealed record AttachmentFields(IFormFile File, string? Type = null, DateOrTime? CapturedAt = null, CaseText? Url = null, CaseText? Description = null);
