using System.Globalization;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>The folder of the attachments. The year of a file is that of its id, a UUID version 7.</summary>
public sealed record EvidenceFolder(string Path)
{
    private const string Incoming = "incoming";
    private const string Orphans = "orphans";

    internal string PathOf(Guid id) =>
        System.IO.Path.Combine(Path, TimeOf(id).Year.ToString("0000", CultureInfo.InvariantCulture), id.ToString());

    internal string IncomingPathOf(Guid id) => System.IO.Path.Combine(Path, Incoming, id.ToString());

    /// <summary>Where a file waits that no case names.</summary>
    internal string OrphanPathOf(Guid id) => System.IO.Path.Combine(Path, Orphans, id.ToString());

    /// <summary>Every file of evidence, wherever it lies. Files that were not put here by us are left alone.</summary>
    internal IEnumerable<StoredEvidence> Files() =>
        Directory.Exists(Path)
            ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                .Where(file => Guid.TryParseExact(System.IO.Path.GetFileName(file), "D", out var id) && (file == PathOf(id) || file == IncomingPathOf(id) || file == OrphanPathOf(id)))
                .Select(file => new StoredEvidence(Guid.ParseExact(System.IO.Path.GetFileName(file), "D"), file))
            : [];

    /// <summary>When the id was drawn.</summary>
    internal static DateTimeOffset TimeOf(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = 0L;
        foreach (var part in bytes.AsSpan(0, 6))
        {
            milliseconds = (milliseconds << 8) | part;
        }

        // A UUID of another version can name a time that no calendar has.
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
    }
}

internal sealed record StoredEvidence(Guid Id, string File);
