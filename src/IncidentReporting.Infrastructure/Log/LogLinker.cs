using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Links what was committed since the last time: found in any order, chained in the order it is found in, and never passed over.</summary>
/// <remarks>Read and hashed before the transaction begins, so that it holds up reports only for as long as the links are written.</remarks>
internal sealed class LogLinker(AppDb db, LogHeads heads)
{
    /// <summary>Employers with entries that wait.</summary>
    public async Task<IReadOnlyList<EmployerId>> WaitingAsync(CancellationToken cancellationToken) =>
        await db.Set<LogEntry>().Where(entry => entry.Seq == null).Select(entry => entry.EmployerId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Links so many at most in one transaction; answers how many were found to link.</summary>
    public async Task<int> LinkAsync(EmployerId employer, int most, CancellationToken cancellationToken)
    {
        var head = await heads.OfAsync(employer, cancellationToken);
        var waiting = await db.ReadAsync(
            $"""SELECT {LogRow.Columns} FROM "LogEntry" WHERE "EmployerId" = @employer AND "Seq" IS NULL ORDER BY "Id" {db.First(most)}""",
            LogRow.Read,
            cancellationToken,
            ("@employer", employer.Value));
        if (waiting.Count == 0)
        {
            return 0;
        }

        var links = LogLink.Chain(head.Seq, head.Hash, waiting);
        await using var scope = await db.BeginAsync(cancellationToken);

        // Of several that read the same head, only one moves it; the others begin anew.
        if (await heads.MoveAsync(head, links[^1], cancellationToken) && await db.LinkAsync(links, cancellationToken) == links.Count)
        {
            await scope.CommitAsync(cancellationToken);
        }

        return links.Count;
    }

    /// <summary>Everything of an employer that waits.</summary>
    public async Task LinkAllAsync(EmployerId employer, int most, CancellationToken cancellationToken)
    {
        while (await LinkAsync(employer, most, cancellationToken) > 0)
        {
            // Until none is left.
        }
    }

    /// <summary>Gives new entries their places before they are written, within the open transaction.</summary>
    public async Task LinkNewAsync(IEnumerable<LogEntry> entries, CancellationToken cancellationToken)
    {
        // Always in the same order, so that no two ever wait for each other.
        foreach (var ofEmployer in entries.GroupBy(entry => entry.EmployerId).OrderBy(group => group.Key.Value))
        {
            var head = await heads.HoldAsync(ofEmployer.Key, cancellationToken);
            var links = LogLink.Chain(head.Seq, head.Hash, ofEmployer.Select(LogRow.Of));
            foreach (var (entry, link) in ofEmployer.Zip(links))
            {
                entry.Link(link.Seq, link.Hash);
            }

            if (!await heads.MoveAsync(head, links[^1], cancellationToken))
            {
                throw new InvalidOperationException("The head of a chain was held and yet moved.");
            }
        }
    }
}
