using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Statistics;

/// <summary>How many tables a person may ask for in an hour, for the load's sake; the protection does not rest on it.</summary>
public interface ITableAllowance
{
    /// <summary>Throws <see cref="Common.TooManyAttemptsException"/> when the hour's are used up.</summary>
    void Take(UserId user);
}
