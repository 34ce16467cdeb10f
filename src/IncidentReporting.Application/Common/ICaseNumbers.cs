using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Common;

/// <summary>Gives cases their numbers for people, counted per employer and year.</summary>
public interface ICaseNumbers
{
    /// <summary>The next number, taken in the open transaction: it is kept if and only if that commits.</summary>
    Task<int> NextAsync(EmployerId employer, int year, CancellationToken cancellationToken);
}
