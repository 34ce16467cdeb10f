using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>The heads of the chains.</summary>
internal sealed class LogHeads(AppDb db, TimeProvider time)
{
    public async Task<LogChain> OfAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        if (await FindAsync(employer, cancellationToken) is { } head)
        {
            return head;
        }

        await db.InsertIfMissingAsync(
            $"""INSERT INTO "LogChain" ("EmployerId", "Seq", "Hash", "At", "Form") VALUES ({employer.Value}, 0, {LogForm.Beginning}, {Stored(time.Now())}, {(int)LogForm.Version})""",
            cancellationToken);
        return await FindAsync(employer, cancellationToken) ?? throw new InvalidOperationException("The head of a chain was just added.");
    }

    /// <summary>Moves the head from where the caller found it; false when somebody else has moved it meanwhile.</summary>
    public async Task<bool> MoveAsync(LogChain from, LogLink to, CancellationToken cancellationToken)
    {
        var (employer, seq, hash, now) = (from.EmployerId, from.Seq, from.Hash, time.Now());
        return await db.Set<LogChain>().Where(head => head.EmployerId == employer && head.Seq == seq && head.Hash == hash).ExecuteUpdateAsync(
            change => change.SetProperty(head => head.Seq, to.Seq).SetProperty(head => head.Hash, to.Hash).SetProperty(head => head.At, now).SetProperty(head => head.Form, LogForm.Version),
            cancellationToken) == 1;
    }

    /// <summary>Within the open transaction: nobody else moves the head until it ends.</summary>
    public async Task<LogChain> HoldAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        await OfAsync(employer, cancellationToken);
        await db.Set<LogChain>().Where(head => head.EmployerId == employer).ExecuteUpdateAsync(change => change.SetProperty(head => head.Seq, head => head.Seq), cancellationToken);
        return await OfAsync(employer, cancellationToken);
    }

    private async Task<LogChain?> FindAsync(EmployerId employer, CancellationToken cancellationToken) =>
        await db.Set<LogChain>().AsNoTracking().SingleOrDefaultAsync(head => head.EmployerId == employer, cancellationToken);

    private object Stored(DateTimeOffset at) =>
        db.Model.FindEntityType(typeof(LogChain))!.FindProperty(nameof(LogChain.At))!.GetTypeMapping().Converter!.ConvertToProvider(at)!;
}
