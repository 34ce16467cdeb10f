using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Idempotency;

/// <summary>An answer that tells of cases: where one of them is erased, the answer goes with it.</summary>
public interface IAboutCases
{
    IEnumerable<IncidentId> Cases { get; }
}
