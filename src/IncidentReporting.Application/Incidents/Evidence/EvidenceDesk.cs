using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Application.Incidents.Evidence;

/// <summary>Where a piece of evidence is taken out: by who may, and never without a trace.</summary>
internal sealed partial class EvidenceDesk(CaseReadings readings, CaseDesk desk, IEvidenceStore store, ILogger<EvidenceDesk> logger)
{
    public async Task<OpenEvidence> FindAsync(CaseReference reference, Guid attachmentId, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(reference, cancellationToken);
        var viewer = new IncidentViewer(open.Incident, open.Roles, open.User, open.Chart, open.Now);
        var attachment = open.Incident.Attachments.FirstOrDefault(file => file.Id == attachmentId && viewer.MayOpen(file)) ?? throw new NotFoundException();
        return new OpenEvidence(open, viewer, attachment);
    }

    public Task LogAsync(OpenEvidence evidence, string action, CancellationToken cancellationToken) =>
        readings.KeepAsync(evidence.Case, action, ShownFields.Attachments, cancellationToken, evidence.Attachment.Id);

    /// <summary>The file, once the log has the reading. A damaged file is a fault that names the case and the file, nothing else.</summary>
    public async Task<Stream> TakeOutAsync(OpenEvidence evidence, string action, CancellationToken cancellationToken)
    {
        var content = await OpenAsync(evidence.Case.Incident.Id, evidence.Attachment, cancellationToken);
        try
        {
            await LogAsync(evidence, action, cancellationToken);
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public async Task<Stream> OpenAsync(IncidentId incident, Attachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            return new WatchedStream(await store.OpenAsync(attachment.Id, attachment.FileKey.Value, cancellationToken), () => Damaged(incident.Value, attachment.Id));
        }
        catch (EvidenceDamagedException)
        {
            Damaged(incident.Value, attachment.Id);
            throw;
        }
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Error, Message = "Evidence {AttachmentId} of case {IncidentId} is damaged or gone: restore it from the backup.")]
    private partial void Damaged(Guid incidentId, Guid attachmentId);
}

/// <summary>A piece of evidence in the hands of one person.</summary>
internal sealed record OpenEvidence(OpenCase Case, IncidentViewer Viewer, Attachment Attachment);
