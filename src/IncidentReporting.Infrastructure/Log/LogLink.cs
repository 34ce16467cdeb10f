namespace IncidentReporting.Infrastructure.Log;

/// <summary>The place of an entry in its chain.</summary>
internal sealed record LogLink(Guid Entry, long Seq, byte[] Hash)
{
    /// <summary>One entry after the other, from the head on.</summary>
    public static List<LogLink> Chain(long seq, byte[] hash, IEnumerable<LogRow> entries)
    {
        var links = new List<LogLink>();
        foreach (var entry in entries)
        {
            hash = LogForm.Hash(hash, ++seq, entry);
            links.Add(new LogLink(entry.Id, seq, hash));
        }

        return links;
    }
}
