using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>Who may take a case out as a sheet.</summary>
public static class SheetReaders
{
    private static readonly CaseRole[] Roles = [CaseRole.Exposed, CaseRole.Manager, CaseRole.NextManager, CaseRole.Coordinator, CaseRole.CoordinatorHandling];

    public static bool Include(IEnumerable<CaseRole> roles) => roles.Any(Roles.Contains);
}
