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
public sealed record ListReadsQuery(CaseReference Case) : IQuery<CaseReads>;

/// <param name="Items">Oldest first.</param>
/// <param name="SeesAll">Everyone's readings; else only the caller's own.</param>
/// <param name="ReadsCase">The caller may read the case itself.</param>
public sealed record CaseReads(IReadOnlyList<ReadItem> Items, bool SeesAll, bool ReadsCase);

/// <param name="Fields">The parts of the case that were shown, by the names that they have where they are withheld; core is what every reader sees.</param>
/// <param name="About">The file, request or disclosure that it was, by its id.</param>
public sealed record ReadItem(DateTimeOffset At, PersonRef By, CaseRole? Role, string What, IReadOnlyList<string> Fields, Guid? About);

internal sealed class ListReadsHandler(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, TimeProvider time)
    : IRequestHandler<ListReadsQuery, CaseReads>
{
    public async Task<CaseReads> Handle(ListReadsQuery query, CancellationToken cancellationToken)
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
        var names = new NameGiver(chart, user, roles, incident);
        var entries = await db.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.IncidentId == incident.Id && entry.Group == CaseLog.Read && (all || entry.ActorId == user.Id))
            .OrderBy(entry => entry.At).ToListAsync(cancellationToken);
        var readsCase = await db.Set<Incident>().ReadableBy(user).AnyAsync(known => known.Id == incident.Id, cancellationToken);
        return new CaseReads(
            [
                .. entries.Select(entry => new ReadItem(
                    entry.At, names.Of(entry.ActorId!.Value), entry.CaseRole, entry.Action, entry.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries), entry.About)),
            ],
            all, readsCase);
    }
}
