using System.Security.Cryptography;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Application.Incidents.Evidence;

/// <summary>Where a piece of evidence is taken out: by who may, and never without a trace.</summary>
internal sealed partial class EvidenceDesk(IIncidentReportingDb db, CaseReadings readings, CaseDesk desk, IEvidenceStore store, ILogger<EvidenceDesk> logger)
{
    private const int ChunkLength = 32 * 1024;

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

    /// <summary>Hash, size and time stand open in the row: they must be what the log, which is chained, tells of the arrival. Throws <see cref="EvidenceDamagedException"/> where they are not.</summary>
    public async Task ConfirmAsync(OpenEvidence evidence, CancellationToken cancellationToken)
    {
        var (incident, file) = (evidence.Case.Incident.Id, evidence.Attachment);
        var arrivals = await db.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.IncidentId == incident && entry.About == file.Id && entry.Action == Attachment.Received).ToListAsync(cancellationToken);
        if (arrivals is not [var arrival] || arrival.At.ToUnixTimeMilliseconds() != file.At.ToUnixTimeMilliseconds() || !await AgreesAsync(arrival, incident, file, cancellationToken))
        {
            Contradicted(incident.Value, file.Id);
            throw new EvidenceDamagedException();
        }
    }

    // The first version logged the arrival without hash and size; there the file itself, which is sealed, is asked.
    private async Task<bool> AgreesAsync(LogEntry arrival, IncidentId incident, Attachment file, CancellationToken cancellationToken)
    {
        if (arrival.Fields.Length > 0)
        {
            return arrival.Fields == file.AsReceived;
        }

        await using var content = await OpenAsync(incident, file, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[ChunkLength];
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            hash.AppendData(chunk, 0, read);
            size += read;
        }

        return size == file.Size && Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256;
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Error, Message = "Evidence {AttachmentId} of case {IncidentId} is damaged or gone: restore it from the backup.")]
    private partial void Damaged(Guid incidentId, Guid attachmentId);

    [LoggerMessage(EventId = 3303, Level = LogLevel.Error, Message = "Hash, size or time of evidence {AttachmentId} of case {IncidentId} is not what was logged at its arrival: run verify-log.")]
    private partial void Contradicted(Guid incidentId, Guid attachmentId);
}

/// <summary>A piece of evidence in the hands of one person.</summary>
internal sealed record OpenEvidence(OpenCase Case, IncidentViewer Viewer, Attachment Attachment);
