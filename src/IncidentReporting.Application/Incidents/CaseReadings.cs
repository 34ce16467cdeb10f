using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;

namespace IncidentReporting.Application.Incidents;

/// <summary>Logs that a case was read, and looks whether the reader has read unusually many.</summary>
internal sealed class CaseReadings(IIncidentReportingDb db, MassReading mass)
{
    public async Task KeepAsync(OpenCase open, string action, string fields, CancellationToken cancellationToken, Guid? about = null)
    {
        db.Set<LogEntry>().Add(CaseLog.Reading(open, action, fields, about));
        await db.SaveChangesAsync(cancellationToken);
        await mass.LookAsync(open.User.Id, open.Chart, open.Now, cancellationToken);
    }
}
