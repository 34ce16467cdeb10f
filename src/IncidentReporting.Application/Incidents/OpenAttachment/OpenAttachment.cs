using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Evidence;
using MediatR;

namespace IncidentReporting.Application.Incidents.OpenAttachment;

/// <summary>The evidence file as it was received. The opening is logged.</summary>
/// <param name="Despite">infected or failed: to have the file in spite of what the virus scan says.</param>
public sealed record OpenAttachmentQuery(CaseReference Case, Guid AttachmentId, string? Despite = null) : IQuery<OpenedAttachment>;

public sealed record OpenedAttachment(Stream Content, string MediaType, string FileName, long Size)
{
    public override string ToString() => nameof(OpenedAttachment);
}

internal sealed class OpenAttachmentHandler(EvidenceDesk desk, IVirusScanner scanner) : IRequestHandler<OpenAttachmentQuery, OpenedAttachment>
{
    public async Task<OpenedAttachment> Handle(OpenAttachmentQuery query, CancellationToken cancellationToken)
    {
        var evidence = await desk.FindAsync(query.Case, query.AttachmentId, cancellationToken);
        var despite = Quarantine.Check(evidence, query.Despite, scanner.IsSetUp);
        var content = await desk.TakeOutAsync(evidence, despite ? "evidence_opened_despite_scan" : "evidence_opened", cancellationToken);
        var file = evidence.Attachment;
        return new OpenedAttachment(content, file.MediaType, file.FileName.Value, file.Size);
    }
}
