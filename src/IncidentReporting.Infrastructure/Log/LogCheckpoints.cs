using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<EmployerId, long> _written = new();

    /// <summary>True where a chain has no checkpoint of this process: its first is not put off.</summary>
    public async Task<bool> AreLackingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<LogChain>().CountAsync(head => head.Seq > 0, cancellationToken) > _written.Count;
    }

    /// <summary>One line for each chain that has moved since its last.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var heads = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<LogChain>().AsNoTracking().Where(head => head.Seq > 0).ToListAsync(cancellationToken);
        foreach (var head in heads)
        {
            Write(head);
        }
    }

    private void Write(LogChain head)
    {
        var file = CheckpointFile.Of(folders, head.EmployerId);
        var written = _written.GetOrAdd(head.EmployerId, _ => file.Last()?.Seq ?? 0);
        if (head.Seq < written)
        {
            // What was signed is gone from the database: never signed over.
            WentBack(head.EmployerId.Value, written, head.Seq);
        }
        else if (head.Seq > written)
        {
            file.Add(Checkpoint.Sign(head.EmployerId.Value, head.Seq, head.Hash, time.Now(), key));
            _written[head.EmployerId] = head.Seq;
        }
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Critical, Message = "The log of employer {Employer} was signed up to place {Signed} and now ends at {Seq}: run verify-log.")]
    private partial void WentBack(Guid employer, long signed, long seq);
}
