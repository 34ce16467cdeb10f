using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;

namespace IncidentReporting.Api.Incidents;

/// <summary>Evidence as it is sent: a form with the file and, before or after it, what is known of it. The file is kept as it streams in, for who may attach.</summary>
internal sealed class AttachmentForm : IEndpointParameterMetadataProvider
{
    private const string Type = "type";
    private const string CapturedAt = "capturedAt";
    private const string CapturedBy = "capturedBy";
    private const string Url = "url";
    private const string AccountHandle = "accountHandle";
    private const string Platform = "platform";
    private const string OriginalKeptWhere = "originalKeptWhere";
    private const string WitnessOfCapture = "witnessOfCapture";
    private const string Description = "description";

    private static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.Ordinal, Type, CapturedAt, CapturedBy, Url, AccountHandle, Platform, OriginalKeptWhere, WitnessOfCapture, Description);

    private readonly StreamedForm _form;
    private readonly KeptEvidence _file;
    private readonly DateOrTime? _capturedAt;

    private AttachmentForm(StreamedForm form, KeptEvidence file)
    {
        (_form, _file) = (form, file);
        _capturedAt = form.Field(CapturedAt) is { } text ? ReadTime(text) : null;
    }

    public static async ValueTask<AttachmentForm?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var reference = CaseReference.Parse(Convert.ToString(context.Request.RouteValues["id"], CultureInfo.InvariantCulture) ?? string.Empty);
        var mediator = context.RequestServices.GetRequiredService<IMediator>();
        KeptEvidence? kept = null;
        var form = await MultipartBody.ReadAsync(context, Names, async (name, content) =>
        {
            kept = await mediator.Send(new ReceiveEvidenceQuery(reference, name, content), context.RequestAborted);

            // What the case does not come to name is gone with the call.
            context.Response.RegisterForDispose(kept);
            return kept.Sha256;
        });
        return new(form, kept!);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["multipart/form-data"], typeof(AttachmentFields), isOptional: false));

    public AttachCommand ToCommand(CaseReference reference) => new(reference, _file)
    {
        Type = _form.Field(Type),
        CapturedAt = _capturedAt,
        CapturedBy = Text(CapturedBy),
        Url = Text(Url),
        AccountHandle = Text(AccountHandle),
        Platform = Text(Platform),
        OriginalKeptWhere = Text(OriginalKeptWhere),
        WitnessOfCapture = Text(WitnessOfCapture),
        Description = Text(Description),
    };

    private CaseText? Text(string name) => CaseText.From(_form.Field(name));

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
/// <param name="WitnessOfCapture">Who saw it being captured.</param>
internal sealed record AttachmentFields(
    IFormFile File, string? Type = null, DateOrTime? CapturedAt = null, CaseText? CapturedBy = null, CaseText? Url = null, CaseText? AccountHandle = null,
    CaseText? Platform = null, CaseText? OriginalKeptWhere = null, CaseText? WitnessOfCapture = null, CaseText? Description = null);
