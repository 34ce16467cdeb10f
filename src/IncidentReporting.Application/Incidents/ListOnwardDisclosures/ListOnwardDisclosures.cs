using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ListOnwardDisclosures;

/// <summary>To whom the case was passed on, for the safety representatives and the exposed person; with the duty that holds.</summary>
public sealed record ListOnwardDisclosuresQuery(CaseReference Case) : IQuery<OnwardDisclosureListing>;

/// <summary>Short enough to be sent whole: <paramref name="Next"/> is null.</summary>
public sealed record OnwardDisclosureListing(IReadOnlyList<OnwardDisclosureView> Items, string? Next, ConfidentialityNotice Notice);

internal sealed class ListOnwardDisclosuresHandler(IIncidentReportingDb db, CaseDesk desk, CaseReadings readings) : IRequestHandler<ListOnwardDisclosuresQuery, OnwardDisclosureListing>
{
    public async Task<OnwardDisclosureListing> Handle(ListOnwardDisclosuresQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        if (!open.Roles.Contains(CaseRole.Representative) && !open.Roles.Contains(CaseRole.Exposed))
        {
            throw new NotAllowedException();
        }

        var disclosures = await db.Set<OnwardDisclosure>().AsNoTracking()
            .Where(disclosure => disclosure.IncidentId == open.Incident.Id)
            .OrderBy(disclosure => disclosure.RecordedAt).ToListAsync(cancellationToken);
        await readings.KeepAsync(open, "onward_disclosures_read", ShownFields.OnwardDisclosures, cancellationToken);
        return new OnwardDisclosureListing([.. disclosures.Select(disclosure => OnwardDisclosures.Show(disclosure, open))], Next: null, ConfidentialityNotice.Of(open));
    }
}
