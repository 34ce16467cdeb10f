using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Application.Incidents.Views;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Api.Incidents;

/// <summary>Evidence: taken in as it was received, given out as it was received.</summary>
internal sealed class AttachmentEndpoints : IEndpoints
{
    // So far above the largest file that whoever sends somewhat too much gets to read the answer.
    private const long MaxRequestBytes = IEvidenceStore.MaxSize + (14 * 1024 * 1024);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents/{id}/attachments", Attach).Allow(Operations.AttachEvidence)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes))
            .WithSummary("Add a file as evidence, at most 50 MiB. Its hash is taken as it comes in.");
        api.MapGet("/incidents/{id}/attachments/{attachmentId:guid}", Open).Allow(Operations.OpenAttachment)
            .WithSummary("The file as it was received. The opening is logged.");
        api.MapGet("/incidents/{id}/attachments/{attachmentId:guid}/evidence", ShowEvidence).Allow(Operations.ShowEvidence)
            .WithSummary("Hash, size, times and everyone who has had the file in hand.");
    }

    private static Task<Created<IncidentView>> Attach(string id, AttachmentForm form, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(
            form.ToCommand(CaseReference.Parse(id)), context, view => view.Attachments.Value is [.., var latest] ? $"/attachments/{latest.Id}" : null);

    // Always to be saved, never shown within our own pages: it was written by whoever sent it.
    private static async Task<FileStreamHttpResult> Open(string id, Guid attachmentId, IMediator mediator, HttpContext context)
    {
        var file = await mediator.Send(new OpenAttachmentQuery(CaseReference.Parse(id), attachmentId), context.RequestAborted);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(file.Content, file.MediaType, file.FileName);
    }

    private static async Task<Ok<EvidenceView>> ShowEvidence(string id, Guid attachmentId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowEvidenceQuery(CaseReference.Parse(id), attachmentId), cancellationToken));
}
