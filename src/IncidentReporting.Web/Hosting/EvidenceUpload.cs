using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Hosting;

/// <summary>The form with evidence as a page gets it. Dispose of it: a file that no case came to name is removed.</summary>
internal sealed class EvidenceUpload : IDisposable
{
    // So far above the largest file that whoever sends somewhat too much gets to read the answer.
    public const long LargestRequest = IEvidenceStore.MaxSize + (14 * 1024 * 1024);

    private const string Token = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    private StreamedForm _form = null!;
    private KeptEvidence? _file;
    private bool _isTooLarge;

    private EvidenceUpload()
    {
    }

    /// <summary>Reads the form; what is wrong with the file is said at its field.</summary>
    public static async Task<EvidenceUpload> ReadAsync(HttpContext context, CaseReference reference, IMediator mediator, ModelStateDictionary state)
    {
        var upload = new EvidenceUpload();
        try
        {
            upload._form = await StreamedForm.ReadAsync(context.Request, (form, content) => upload.KeepAsync(form, content, context, reference, mediator), context.RequestAborted);
        }
        catch
        {
            upload.Dispose();
            throw;
        }

        if (upload._isTooLarge)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            state.AddModelError(StreamedForm.FileField, SharedTexts.Shared("field.too_large"));
        }
        else if (upload._file is not { Size: > 0 })
        {
            state.AddModelError(StreamedForm.FileField, SharedTexts.Shared("field.file"));
        }

        return upload;
    }

    /// <summary>As it was typed.</summary>
    public string? Typed(string name) => _form.Field(name);

    /// <summary>For a form that holds: what was typed, with the file.</summary>
    public AttachCommand ToCommand(CaseReference reference, DateOrTime? capturedAt) => new(reference, _file!)
    {
        Type = Typed("type"),
        CapturedAt = capturedAt,
        CapturedBy = Text("capturedBy"),
        Url = Text("url"),
        AccountHandle = Text("accountHandle"),
        Platform = Text("platform"),
        OriginalKeptWhere = Text("originalKeptWhere"),
        WitnessOfCapture = Text("witnessOfCapture"),
        Description = Text("description"),
    };

    public void Dispose() => _file?.Dispose();

    private CaseText? Text(string name) => CaseText.From(Typed(name));

    private async Task KeepAsync(StreamedForm form, Stream content, HttpContext context, CaseReference reference, IMediator mediator)
    {
        // The token stands before the file in our own forms. As a header it is checked without the framework reading the form.
        context.Request.Headers[TokenHeader] = form.Field(Token) ?? context.Request.Headers[TokenHeader].ToString();
        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            throw new BadHttpRequestException("No token before the file.", StatusCodes.Status400BadRequest);
        }

        // A browser sends a file without a name where none was chosen.
        if (string.IsNullOrEmpty(form.FileName))
        {
            return;
        }

        try
        {
            _file = await mediator.Send(new ReceiveEvidenceQuery(reference, form.FileName, content), context.RequestAborted);
        }
        catch (TooLargeException)
        {
            _isTooLarge = true;
        }
    }
}
