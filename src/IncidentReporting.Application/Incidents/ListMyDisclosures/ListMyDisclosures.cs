using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ListMyDisclosures;

/// <summary>What the caller has passed on as a safety representative, the newest first.</summary>
public sealed record ListMyDisclosuresQuery(Page Page) : IQuery<Listing<MyDisclosure>>;

public sealed record MyDisclosure(Guid Id, IncidentId IncidentId, string? Number, string ToWhom, string ToWhomLabel, DateOnly On, DateTimeOffset RecordedAt);

internal sealed class ListMyDisclosuresHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<ListMyDisclosuresQuery, Listing<MyDisclosure>>
{
    public async Task<Listing<MyDisclosure>> Handle(ListMyDisclosuresQuery request, CancellationToken cancellationToken)
    {
        Operations.ListMyDisclosures.Require(user);
        var id = user.Id;
        var readable = db.Set<Incident>().AsNoTracking().ReadableBy(user);
        var rows = await db.Set<OnwardDisclosure>().AsNoTracking().Where(disclosure => disclosure.By == id)
            .Join(readable, disclosure => disclosure.IncidentId, incident => incident.Id, (disclosure, incident) => new
            {
                disclosure.Id,
                disclosure.IncidentId,
                incident.Number,
                disclosure.ToWhom,
                disclosure.On,
                disclosure.RecordedAt,
            })
            .NewestFirstAsync(row => row.RecordedAt, row => row.Id, request.Page, cancellationToken);
        return Listing.Of(
            [.. rows.Select(row => new MyDisclosure(
                row.Id, row.IncidentId, row.Number, row.ToWhom, CodeLists.OnwardRecipients.Label(row.ToWhom, user.Language), row.On, row.RecordedAt))],
            request.Page,
            row => new Cursor(row.RecordedAt, row.Id));
    }
}
