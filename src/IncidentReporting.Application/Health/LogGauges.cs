using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Health;

/// <summary>Whether the log is linked in time, and whether its last checks found it whole.</summary>
public sealed class LogGauges(IIncidentReportingDb db, TimeProvider time) : IGauges
{
    public async Task<IReadOnlyList<Gauge>> ReadAsync(CancellationToken cancellationToken)
    {
        var oldest = await db.Set<LogEntry>().Where(entry => entry.Seq == null).MinAsync(entry => (DateTimeOffset?)entry.At, cancellationToken);
        var faults = await db.Set<LogCheck>().CountAsync(check => check.Fault != null, cancellationToken);
        return
        [
            new("incidentreporting_log_unlinked_seconds", "Age of the oldest entry of the log that is not linked to its chain; above 10 something is wrong.", oldest is { } at ? Math.Max(0, (time.Now() - at).TotalSeconds) : 0),
            new("incidentreporting_log_faults", "Employers whose log was not whole when it was last checked.", faults),
        ];
    }
}
