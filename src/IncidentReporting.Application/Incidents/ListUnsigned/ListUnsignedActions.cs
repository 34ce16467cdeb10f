using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ListUnsigned;

/// <summary>Open actions in the caller's area that no safety representative has co-signed or taken part in, the oldest first.</summary>
public sealed record ListUnsignedActionsQuery : IQuery<Listing<UnsignedAction>>;

/// <param name="Type">A code of the list action_types.</param>
public sealed record UnsignedAction(IncidentId IncidentId, string Number, UnitRef Unit, Guid ActionId, string Type, DateOnly? DueOn, DateTimeOffset PlannedAt);

internal sealed class ListUnsignedActionsHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user)
    : IRequestHandler<ListUnsignedActionsQuery, Listing<UnsignedAction>>
{
    private const int Most = 100;

    public async Task<Listing<UnsignedAction>> Handle(ListUnsignedActionsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListUnsignedActions.Require(user);
        var units = user.ReachOf(Reach.Representing).ToList();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var found = await db.Set<Incident>().AsNoTracking().ReadableBy(user)
            .Where(incident => units.Contains(incident.UnitId) && incident.Number != null)
            .SelectMany(incident => incident.Actions, (incident, action) => new
            {
                incident.Id,
                incident.Number,
                incident.UnitId,
                ActionId = action.Id,
                action.Type,
                action.DueOn,
                action.PlannedAt,
                action.RepTookPart,
                action.State,
            })
            .Where(row => !row.RepTookPart && (row.State == ActionState.Planned || row.State == ActionState.Started))
            .OrderBy(row => row.PlannedAt).Take(Most).ToListAsync(cancellationToken);
        return Listing.Whole<UnsignedAction>([.. found.Select(row => new UnsignedAction(
            row.Id, row.Number!, new UnitRef(row.UnitId, chart.Unit(row.UnitId)?.Name ?? string.Empty), row.ActionId, row.Type, row.DueOn, row.PlannedAt))]);
    }
}
