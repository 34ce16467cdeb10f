using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ShowEvidence;

/// <summary>What is known of a piece of evidence: hash, size, times, and everyone who has had it in hand.</summary>
public sealed record ShowEvidenceQuery(CaseReference Case, Guid AttachmentId) : IQuery<EvidenceView>;

public sealed record EvidenceView(AttachmentView Attachment, string? CaseNumber, IReadOnlyList<CustodyStep> ChainOfCustody);

/// <summary>received or opened, by whom and when.</summary>
public sealed record CustodyStep(DateTimeOffset At, string What, PersonRef By, CaseRole? Role);

internal sealed class ShowEvidenceHandler(IIncidentReportingDb db, CaseDesk desk) : IRequestHandler<ShowEvidenceQuery, EvidenceView>
{
    public async Task<EvidenceView> Handle(ShowEvidenceQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        var viewer = new IncidentViewer(open.Incident, open.Roles, open.User, open.Chart, open.Now);
        var attachment = open.Incident.Attachments.FirstOrDefault(file => file.Id == query.AttachmentId && viewer.MayOpen(file)) ?? throw new NotFoundException();
        var names = new NameGiver(open.Chart, open.User, open.Roles);
        var entries = await db.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.IncidentId == open.Incident.Id && entry.About == attachment.Id)
            .OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        db.Set<LogEntry>().Add(CaseLog.Reading(open, "evidence_described", ShownFields.Attachments));
        await db.SaveChangesAsync(cancellationToken);
        return new EvidenceView(
            viewer.Attachment(attachment),
            open.Incident.Number,
            [.. entries.Select(entry => new CustodyStep(entry.At, entry.Action == "evidence_received" ? "received" : "opened", names.Of(entry.ActorId!.Value), entry.CaseRole))]);
    }
}
