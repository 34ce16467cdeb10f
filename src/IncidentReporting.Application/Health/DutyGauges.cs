using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Health;

/// <summary>How many duties are overdue, and how many mails about duties are late.</summary>
public sealed class DutyGauges(IIncidentReportingDb db, TimeProvider time) : IGauges
{
    public async Task<IReadOnlyList<Gauge>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var open = db.Set<Obligation>().Where(duty => duty.DoneAt == null && duty.CancelledAt == null);
        var overdue = await open.CountAsync(duty => !duty.IsInformation && duty.DueAt < now, cancellationToken);
        var late = await open.CountAsync(duty => duty.NextStepAt < now.AddMinutes(-1), cancellationToken);
        return
        [
            new("incidentreporting_duties_overdue", "Duties whose time has passed.", overdue),
            new("incidentreporting_reminders_late", "Duties that should have been spoken of over a minute ago.", late),
        ];
    }
}
