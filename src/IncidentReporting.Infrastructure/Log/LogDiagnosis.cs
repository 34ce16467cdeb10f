using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Finds out what was done to the first entry that does not fit, from those that stand near it.</summary>
internal sealed class LogDiagnosis(AppDb db)
{
    private const int Near = 1000;

    /// <param name="seq">The place of the last good entry.</param>
    public async Task<LogFault> OfAsync(EmployerId employer, long seq, byte[] former, LogRow bad, CancellationToken cancellationToken)
    {
        var place = seq + 1;
        var near = await db.ReadAsync(
            $"""SELECT {LogRow.Columns} FROM "LogEntry" WHERE "EmployerId" = @employer AND "Seq" >= @place AND "Hash" IS NOT NULL ORDER BY "Seq", "Id" {db.First(Near)}""",
            LogRow.Read,
            cancellationToken,
            ("@employer", employer.Value),
            ("@place", place));

        // What belongs here has either kept its hash, or left it to whatever took its place.
        var owner = near.FirstOrDefault(row => row.Id != bad.Id && IsOneOf(LogForm.Hash(former, place, row), row.Hash, bad.Hash));
        if (owner is not null)
        {
            return owner.Seq == place || (owner.Seq == place + 1 && !IsOneOf(LogForm.Hash(LogForm.Hash(former, place, owner), place + 1, bad), bad.Hash, owner.Hash))
                ? new LogFault(LogFaultKind.Inserted, place, bad.Id, "it was never linked here")
                : new LogFault(LogFaultKind.Reordered, place, bad.Id, $"the entry {owner.Id} stood here");
        }

        // The entries after a gap that was closed still follow each other, one place too late.
        var next = near.Find(row => row.Seq == place + 1);
        return bad.Hash is not null && next is not null && IsOneOf(LogForm.Hash(bad.Hash, place + 2, next), next.Hash)
            ? new LogFault(LogFaultKind.Removed, place, bad.Id, "an entry before this one is missing, and those after it were moved up")
            : new LogFault(LogFaultKind.Changed, place, bad.Id, "it is not what was linked");
    }

    private static bool IsOneOf(byte[] hash, params ReadOnlySpan<byte[]?> kept)
    {
        foreach (var one in kept)
        {
            if (one is not null && hash.AsSpan().SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
