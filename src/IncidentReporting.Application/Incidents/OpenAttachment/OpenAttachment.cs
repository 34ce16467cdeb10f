using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using MediatR;

namespace IncidentReporting.Application.Incidents.OpenAttachment;

/// <summary>The evidence file as it was received. The opening is logged.</summary>
public sealed record OpenAttachmentQuery(CaseReference Case, Guid AttachmentId) : IQuery<OpenedAttachment>;

public sealed record OpenedAttachment(Stream Content, string MediaType, string FileName, long Size);

internal sealed class OpenAttachmentHandler(IIncidentReportingDb db, CaseDesk desk, IEvidenceStore store) : IRequestHandler<OpenAttachmentQuery, OpenedAttachment>
{
    public async Task<OpenedAttachment> Handle(OpenAttachmentQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        var viewer = new IncidentViewer(open.Incident, open.Roles, open.User, open.Chart, open.Now);
        var attachment = open.Incident.Attachments.FirstOrDefault(file => file.Id == query.AttachmentId && viewer.MayOpen(file)) ?? throw new NotFoundException();
        var content = store.Open(attachment.Id) ?? throw new NotFoundException();
        db.Set<LogEntry>().Add(CaseLog.Reading(open, "evidence_opened", ShownFields.Attachments, attachment.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedAttachment(content, attachment.MediaType, attachment.FileName.Value, attachment.Size);
    }
}
