using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Incidents.ShowReaders;

/// <summary>Who can read the case, by group of fields; of a draft, who will be able to once it is sent.</summary>
public sealed record ShowReadersQuery(CaseReference Case) : IQuery<ReadersView>;

/// <summary>Who would read a report that the caller makes about herself; a null unit is her own.</summary>
public sealed record ShowReadersOfNewQuery(UnitId? Unit = null, bool BypassManager = false) : IQuery<ReadersView>;

internal sealed class ShowReadersHandler(CaseDesk desk, ICurrentUser user, IOrgCharts charts, TimeProvider time)
    : IRequestHandler<ShowReadersQuery, ReadersView>, IRequestHandler<ShowReadersOfNewQuery, ReadersView>
{
    public async Task<ReadersView> Handle(ShowReadersQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        var incident = open.Incident;
        if (!incident.IsDraft)
        {
            return new CaseReaders(incident, open.Chart, user, open.Now).Show(open.Roles);
        }

        var exposed = incident.Exposed.Select(person => new NamedExposed(person.UserId, person.Role, person.OccupationalGroup));
        return AsSent(incident.UnitId, incident.Report, exposed, open.Chart, open.Now);
    }

    public async Task<ReadersView> Handle(ShowReadersOfNewQuery query, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var unit = query.Unit ?? chart.Person(user.Id)!.HomeUnitId;
        if (chart.Unit(unit) is null)
        {
            throw new NotFoundException();
        }

        return AsSent(
            unit, new ReportContent { BypassManager = query.BypassManager }, [new NamedExposed(user.Id, ExposedInput.DefaultRole, OccupationalGroup: null)], chart, now);
    }

    // The report as it would stand if it were sent now; it is never stored.
    private ReadersView AsSent(UnitId unit, ReportContent report, IEnumerable<NamedExposed> exposed, OrgChart chart, DateTimeOffset now)
    {
        var actor = new Actor(user.Id, CaseRole.Reporter, now);
        var complete = report with { Kinds = CodeSet.Of(["other_violation"]), OccurredAt = now, SafeNow = "yes" };
        var incident = Incident.Draft(user.EmployerId, unit, complete, exposed, actor);
        var persons = incident.Exposed.Select(person => person.UserId).OfType<UserId>();
        incident.Submit(new Submission(string.Empty, PolicyVersionId: null, Oversight.Of(chart, unit, report, persons, now), []), actor);
        return new CaseReaders(incident, chart, user, now).Show([CaseRole.Reporter, CaseRole.Exposed]);
    }
}
