using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ListReads;

/// <summary>Who opened the case, when and in which role: all of it for the exposed person, the data protection officer and the auditor, their own for other readers.</summary>
public sealed record ListReadsQuery(CaseReference Case) : IQuery<Listing<ReadItem>>;

public sealed record ReadItem(DateTimeOffset At, PersonRef By, CaseRole? Role, string What);

internal sealed class ListReadsHandler(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, TimeProvider time)
    : IRequestHandler<ListReadsQuery, Listing<ReadItem>>
{
    public async Task<Listing<ReadItem>> Handle(ListReadsQuery query, CancellationToken cancellationToken)
    {
        var incident = await db.Set<Incident>().AsNoTracking().LogReadableBy(user).GetAsync(query.Case, cancellationToken);
        var chart = await charts.OfAsync(incident.EmployerId, cancellationToken);
        var roles = CaseRoles.Of(incident, user, chart, time.Now());
        var audits = user.ReachOf(Reach.Auditing).Contains(incident.UnitId);
        if (!audits && FieldMask.Of(FieldGroup.Reads, roles) == Sight.None)
        {
            throw new NotAllowedException();
        }

        var all = audits || FieldMask.ShowsAll(FieldGroup.Reads, roles);
        var names = new NameGiver(chart, user, roles);
        var entries = await db.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.IncidentId == incident.Id && entry.Group == CaseLog.Read && (all || entry.ActorId == user.Id))
            .OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        return Listing.Whole<ReadItem>([.. entries.Select(entry => new ReadItem(entry.At, names.Of(entry.ActorId!.Value), entry.CaseRole, entry.Action))]);
    }
}
