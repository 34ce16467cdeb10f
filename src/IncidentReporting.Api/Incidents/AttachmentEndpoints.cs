using IncidentReporting.Api.Hosting;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.GetReceipt;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.PreviewAttachment;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Api.Incidents;

/// <summary>Evidence: taken in as it was received, given out as it was received.</summary>
internal sealed class AttachmentEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/attachments", Attach).Allow(Operations.AttachEvidence)
            .WithMetadata(new RequestSizeLimitAttribute(EvidenceUpload.LargestRequest))
            .WithSummary("Add a file as evidence, at most 50 MiB. Its hash is taken as it comes in.");
        api.MapGet("/incidents/{id}/attachments/{attachmentId:guid}", Open).Allow(Operations.OpenAttachment)
            .WithSummary("The file as it was received. The opening is logged. 409 while it waits for the virus scan; despite=infected or failed for the exposed person and the handlers.");
        api.MapGet("/incidents/{id}/attachments/{attachmentId:guid}/preview", Preview).Allow(Operations.PreviewAttachment)
            .WithSummary("The picture of a JPEG or PNG without metadata; 404 for other files. Logged.");
        api.MapGet("/incidents/{id}/attachments/{attachmentId:guid}/evidence", ShowEvidence).Allow(Operations.ShowEvidence)
            .WithSummary("The evidence sheet: hash, size, times, what is known of the origin, and everyone who has had the file in hand.");
        api.MapGet("/incidents/{id}/attachments/{attachmentId:guid}/receipt", Receipt).Allow(Operations.ShowEvidenceReceipt)
            .WithSummary("A signed receipt of which file was received when, to be checked with the key of /evidence-key.");
        api.MapGet("/evidence-key", EvidenceKey).Allow(Operations.ReadEvidenceKey)
            .WithSummary("The public key that receipts of evidence are signed with.");
    }

    private static Task<Created<IncidentView>> Attach(string id, AttachmentForm form, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            form.ToCommand(CaseReference.Parse(id)), context, view => view.Attachments.Value is [.., var latest] ? $"/attachments/{latest.Id}" : null);

    // Always to be saved, never shown within our own pages: it was written by whoever sent it.
    private static async Task<FileStreamHttpResult> Open(string id, Guid attachmentId, string? despite, IMediator mediator, HttpContext context)
    {
        var file = await mediator.Send(new OpenAttachmentQuery(CaseReference.Parse(id), attachmentId, despite), context.RequestAborted);
        ForeignContent.Confine(context);
        context.Response.ContentLength = file.Size;
        return TypedResults.Stream(file.Content, file.MediaType, file.FileName);
    }

    private static async Task<PushStreamHttpResult> Preview(string id, Guid attachmentId, IMediator mediator, HttpContext context)
    {
        var preview = await mediator.Send(new PreviewAttachmentQuery(CaseReference.Parse(id), attachmentId), context.RequestAborted);
        context.Response.RegisterForDisposeAsync(preview);
        ForeignContent.Confine(context);
        return TypedResults.Stream(target => preview.WriteToAsync(target, context.RequestAborted), preview.MediaType);
    }

    private static async Task<Ok<EvidenceView>> ShowEvidence(string id, Guid attachmentId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowEvidenceQuery(CaseReference.Parse(id), attachmentId), cancellationToken));

    private static async Task<Ok<ReceiptView>> Receipt(string id, Guid attachmentId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetReceiptQuery(CaseReference.Parse(id), attachmentId), cancellationToken));

    private static async Task<Ok<EvidenceKeyView>> EvidenceKey(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetEvidenceKeyQuery(), cancellationToken));
}
