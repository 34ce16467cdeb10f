using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Common;

/// <summary>Says of which cases the key is destroyed, so that nothing of them can be opened: a copy of the database from before an erasure still holds their rows.</summary>
public interface ICaseKeys
{
    Task<IReadOnlySet<IncidentId>> GoneAsync(IReadOnlyCollection<IncidentId> cases, CancellationToken cancellationToken);
}
