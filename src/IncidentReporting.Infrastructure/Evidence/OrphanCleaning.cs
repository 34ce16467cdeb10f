using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Sets files aside that no case names, of a save that failed or of a draft that was thrown away, and removes them a month later: a database that names none may be the wrong one.</summary>
/// <remarks>What a case names and lies elsewhere comes to its place: from among the orphans, or from where it came in when a power cut took the move back.</remarks>
internal sealed class OrphanCleaning(IIncidentReportingDb db, EvidenceFolder folder, TimeProvider time) : IUpkeep
{
    private const int AtATime = 500;

    /// <summary>A save in progress is long over by then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly TimeSpan KeptAside = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var files in folder.Files().Chunk(AtATime))
        {
            var ids = files.Select(file => file.Id).ToList();
            var named = await db.Set<Attachment>().AsNoTracking().Where(attachment => ids.Contains(attachment.Id)).Select(attachment => attachment.Id)
                .ToListAsync(cancellationToken);
            foreach (var file in files)
            {
                Tend(file, named.Contains(file.Id));
            }
        }
    }

    private void Tend(StoredEvidence file, bool isNamed)
    {
        var (place, aside) = (folder.PathOf(file.Id), folder.OrphanPathOf(file.Id));
        try
        {
            if (isNamed && (file.File == place || !File.Exists(place)))
            {
                Move(file.File, place);
            }
            else if (file.File == aside)
            {
                RemoveWhenOld(aside);
            }
            else if (EvidenceFolder.TimeOf(file.Id) < time.Now() - Grace && !File.Exists(aside))
            {
                // Before the move: cut off between the two it would count as old.
                File.SetLastWriteTimeUtc(file.File, time.Now().UtcDateTime);
                Move(file.File, aside);
            }
        }
        catch (FileNotFoundException)
        {
            // Another instance has moved it, or its case was just erased.
        }
    }

    private void RemoveWhenOld(string aside)
    {
        if (File.GetLastWriteTimeUtc(aside) < time.Now().UtcDateTime - KeptAside)
        {
            File.Delete(aside);
        }
    }

    private static void Move(string from, string to)
    {
        if (from != to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to);
        }
    }
}
