using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Evidence;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ShowEvidence;

/// <summary>The evidence sheet: what is known of a piece of evidence, and everyone who has had it in hand. That it was shown stands there from the next time on.</summary>
public sealed record ShowEvidenceQuery(CaseReference Case, Guid AttachmentId) : IQuery<EvidenceView>;

/// <summary>All that a case tells of the evidence, and who has had it in hand.</summary>
public sealed record EvidenceView : AttachmentView
{
    internal EvidenceView(AttachmentView attachment)
        : base(attachment)
    {
    }

    public required string? CaseNumber { get; init; }

    public required IReadOnlyList<CustodyStep> ChainOfCustody { get; init; }

    /// <summary>The reader can have the file in spite of what the virus scan says.</summary>
    public required bool MayOpenDespite { get; init; }
}

/// <summary>received, opened, opened_despite_scan, previewed, described, receipt_made or scanned; by whom (null: the service itself) and when.</summary>
/// <param name="Outcome">Of a scan: clean, infected, not_scanned or failed.</param>
public sealed record CustodyStep(DateTimeOffset At, string What, PersonRef? By, CaseRole? Role, string? Outcome);

internal sealed class ShowEvidenceHandler(IIncidentReportingDb db, EvidenceDesk desk) : IRequestHandler<ShowEvidenceQuery, EvidenceView>
{
    private const string Prefix = "evidence_";

    public async Task<EvidenceView> Handle(ShowEvidenceQuery query, CancellationToken cancellationToken)
    {
        var evidence = await desk.FindAsync(query.Case, query.AttachmentId, cancellationToken);
        var (open, attachment) = (evidence.Case, evidence.Attachment);
        var names = new NameGiver(open.Chart, open.User, open.Roles, open.Incident);
        var entries = await db.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.IncidentId == open.Incident.Id && entry.About == attachment.Id)
            .OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        await desk.LogAsync(evidence, "evidence_described", cancellationToken);
        return new EvidenceView(evidence.Viewer.Attachment(attachment))
        {
            CaseNumber = open.Incident.Number,
            ChainOfCustody =
            [
                .. entries.Where(entry => entry.Action.StartsWith(Prefix, StringComparison.Ordinal)).Select(entry => new CustodyStep(
                    entry.At, entry.Action[Prefix.Length..], entry.ActorId is { } actor ? names.Of(actor) : null, entry.CaseRole,
                    entry.Action == "evidence_scanned" ? entry.Fields : null)),
            ],
            MayOpenDespite = Quarantine.MayInsist(open.Roles),
        };
    }
}
