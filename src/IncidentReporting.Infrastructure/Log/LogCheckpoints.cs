using System.Collections.Concurrent;
using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Signs how far each chain has come, into files outside the database.</summary>
internal sealed partial class LogCheckpoints(IServiceScopeFactory scopes, LogFolders folders, LogKey key, TimeProvider time, ILogger<LogCheckpoints> logger)
{
    private readonly ConcurrentDictionary<EmployerId, Checkpoint?> _written = new();

    /// <summary>True where a chain has no checkpoint of this process: its first is not put off.</summary>
    public async Task<bool> AreLackingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<LogChain>().CountAsync(head => head.Seq > 0, cancellationToken) > _written.Count;
    }

    /// <summary>One line for each chain that has moved since its last, where it still holds what was signed.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var heads = await db.Set<LogChain>().AsNoTracking().Where(head => head.Seq > 0).ToListAsync(cancellationToken);
        foreach (var head in heads)
        {
            try
            {
                await WriteAsync(db, head, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(head.EmployerId.Value, fault);
            }
        }
    }

    private async Task WriteAsync(AppDb db, LogChain head, CancellationToken cancellationToken)
    {
        if (_written.TryGetValue(head.EmployerId, out var written) && written is not null && IsAt(written, head))
        {
            return;
        }

        // A process begins with what the file says.
        var file = CheckpointFile.Of(folders, head.EmployerId, time);
        var last = await file.LastAsync(cancellationToken);
        written = _written.GetOrAdd(head.EmployerId, last);
        if (last != written && !IsContinued(file, written, last))
        {
            NotWhatWasSigned(head.EmployerId.Value, written?.Seq ?? 0, "the checkpoint is gone from its file");
        }
        else if (last is not null && await ChangeAsync(db, head, last, cancellationToken) is { } change)
        {
            NotWhatWasSigned(head.EmployerId.Value, last.Seq, change);
        }
        else
        {
            var next = Checkpoint.Sign(head.EmployerId.Value, head.Seq, head.Hash, time.Now(), key);
            _written[head.EmployerId] = head.Seq > (last?.Seq ?? 0) && await file.AddAsync(next, cancellationToken) ? next : last;
        }
    }

    // Another process with the same files, such as a command, adds lines too; none takes one away.
    private bool IsContinued(CheckpointFile file, Checkpoint? written, Checkpoint? last) =>
        last is not null && last.IsSignedBy(key) && (written is null || (last.Seq > written.Seq && file.Read(file.Length()).Contains(written)));

    // What was signed and is no longer so is never signed over.
    private static async Task<string?> ChangeAsync(AppDb db, LogChain head, Checkpoint last, CancellationToken cancellationToken)
    {
        var (employer, seq) = (head.EmployerId, last.Seq);
        if (head.Seq < seq && await db.Set<LogChain>().Where(now => now.EmployerId == employer).MaxAsync(now => (long?)now.Seq, cancellationToken) is var end && !(end >= seq))
        {
            return string.Create(CultureInfo.InvariantCulture, $"the chain now ends at {end ?? 0}");
        }

        var hash = await db.Set<LogEntry>().Where(entry => entry.EmployerId == employer && entry.Seq == seq).Select(entry => entry.Hash).FirstOrDefaultAsync(cancellationToken);
        return hash is null || !IsHash(last, hash) || (head.Seq == seq && !IsAt(last, head)) ? "the chain was made anew, or the entry there is gone" : null;
    }

    private static bool IsAt(Checkpoint signed, LogChain head) => signed.Seq == head.Seq && IsHash(signed, head.Hash);

    private static bool IsHash(Checkpoint signed, byte[] hash) => string.Equals(signed.Hash, Convert.ToHexStringLower(hash), StringComparison.Ordinal);

    [LoggerMessage(
        EventId = 3201, Level = LogLevel.Critical,
        Message = "The log of employer {Employer} was signed up to place {Signed} and is no longer what was signed: {What}. It is not signed further: run verify-log.")]
    private partial void NotWhatWasSigned(Guid employer, long signed, string what);

    [LoggerMessage(EventId = 3206, Level = LogLevel.Error, Message = "Signing the log of employer {Employer} failed; it is tried again.")]
    private partial void Failed(Guid employer, Exception fault);
}
