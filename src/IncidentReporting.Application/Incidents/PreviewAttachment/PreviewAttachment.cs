using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Evidence;
using MediatR;

namespace IncidentReporting.Application.Incidents.PreviewAttachment;

/// <summary>The picture of a JPEG or PNG without what the camera wrote beside it (place, time, device). Only ever on request; logged.</summary>
public sealed record PreviewAttachmentQuery(CaseReference Case, Guid AttachmentId) : IQuery<Preview>;

/// <summary>Dispose of it after use.</summary>
public sealed class Preview(Stream content, string mediaType) : IAsyncDisposable
{
    public string MediaType => mediaType;

    public Task WriteToAsync(Stream target, CancellationToken cancellationToken) => mediaType == PictureStripping.Jpeg
        ? PictureStripping.CopyJpegAsync(content, target, cancellationToken)
        : PictureStripping.CopyPngAsync(content, target, cancellationToken);

    public ValueTask DisposeAsync() => content.DisposeAsync();
}

internal sealed class PreviewAttachmentHandler(EvidenceDesk desk, IVirusScanner scanner) : IRequestHandler<PreviewAttachmentQuery, Preview>
{
    public async Task<Preview> Handle(PreviewAttachmentQuery query, CancellationToken cancellationToken)
    {
        var evidence = await desk.FindAsync(query.Case, query.AttachmentId, cancellationToken);
        var mediaType = evidence.Attachment.MediaType;
        if (mediaType is not (PictureStripping.Jpeg or PictureStripping.Png))
        {
            throw new NoPreviewException();
        }

        Quarantine.Check(evidence, despite: null, scanner.IsSetUp);
        return new Preview(await desk.TakeOutAsync(evidence, "evidence_previewed", cancellationToken), mediaType);
    }
}

/// <summary>The evidence is no picture of a kind that is shown: 404.</summary>
public sealed class NoPreviewException() : Exception("No preview.");
