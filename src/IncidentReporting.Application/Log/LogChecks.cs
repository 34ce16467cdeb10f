using IncidentReporting.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Log;

/// <summary>Keeps what the last check of a log found.</summary>
public sealed class LogChecks(IIncidentReportingDb db, TimeProvider time)
{
    public async Task<LogCheck> KeepAsync(LogOutcome outcome, CancellationToken cancellationToken)
    {
        var check = await db.Set<LogCheck>().SingleOrDefaultAsync(known => known.EmployerId == outcome.Employer, cancellationToken);
        if (check is null)
        {
            db.Set<LogCheck>().Add(check = new LogCheck { EmployerId = outcome.Employer });
        }

        (check.At, check.Entries, check.Until) = (time.Now(), outcome.Entries, outcome.Until);
        (check.Fault, check.FaultSeq, check.FaultEntry) = (outcome.Fault?.Kind, outcome.Fault?.Seq, outcome.Fault?.Entry);
        await db.SaveChangesAsync(cancellationToken);
        return check;
    }
}
