using System.Globalization;
using System.Text;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Takes the file in as it streams, before anything is written in the database: a slow phone keeps no one waiting. Refuses, before it reads, who may not attach.</summary>
public sealed record ReceiveEvidenceQuery(CaseReference Case, string? FileName, Stream Content) : IQuery<KeptEvidence>;

/// <summary>A file that is kept and that no case names yet. Dispose of it: what was not entrusted to a case is removed.</summary>
public sealed class KeptEvidence : IDisposable
{
    private readonly IEvidenceStore _store;
    private bool _isEntrusted;

    internal KeptEvidence(Guid id, ReceivedFile file, IEvidenceStore store) => (Id, File, _store) = (id, file, store);

    /// <summary>SHA-256 of the content, lower hexadecimal.</summary>
    public string Sha256 => File.Sha256;

    public long Size => File.Size;

    internal Guid Id { get; }

    internal ReceivedFile File { get; }

    /// <summary>From here on a row may name the file. Should the row not come to be, orphan cleaning takes it.</summary>
    internal void Entrust() => _isEntrusted = true;

    public void Dispose()
    {
        if (!_isEntrusted)
        {
            _store.Remove(Id);
        }
    }

    public override string ToString() => nameof(KeptEvidence);
}

internal sealed class ReceiveEvidenceHandler(IIncidentReportingDb db, CaseDesk desk, IEvidenceStore store, IVirusScanner scanner, TimeProvider time)
    : IRequestHandler<ReceiveEvidenceQuery, KeptEvidence>
{
    private const int FileNameLength = 200;

    public async Task<KeptEvidence> Handle(ReceiveEvidenceQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        CaseDesk.Do(open, CaseAction.Attach, (incident, _) => incident.Incident.RequireOpenForEvidence());

        // The case may change while the file comes in; the command reads it anew.
        db.ClearTracked();
        var id = Guid.CreateVersion7(time.Now());
        var stored = await store.KeepAsync(id, query.Content, cancellationToken);
        var file = new ReceivedFile(
            NameOf(query.FileName), MediaTypes.Of(stored.Start.Span), stored.Size, stored.Sha256, CaseText.From(stored.Key)!, scanner.IsSetUp);
        return new KeptEvidence(id, file, store);
    }

    // Shown to people, never used as a path: nothing unseen in it turns its letters round, so that it looks like another kind of file.
    private static CaseText NameOf(string? name)
    {
        var bare = string.Concat((name ?? string.Empty).Split('/', '\\')[^1].EnumerateRunes().Where(IsSeen)).Trim();
        var end = bare.Length > FileNameLength ? bare[^FileNameLength..] : bare;
        return CaseText.From(end.Length > 0 && char.IsLowSurrogate(end[0]) ? end[1..] : end) ?? CaseText.From("bilaga")!;
    }

    private static bool IsSeen(Rune letter) => Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
