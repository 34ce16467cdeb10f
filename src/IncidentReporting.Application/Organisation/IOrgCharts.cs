using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Organisation;

/// <summary>The units, people and roles of an employer, at most a few seconds old.</summary>
public interface IOrgCharts
{
    /// <summary>Only to read: the chart is shared.</summary>
    Task<OrgChart> OfAsync(EmployerId employer, CancellationToken cancellationToken);

    /// <summary>The chart as it is this moment, held still until the transaction ends: nobody else changes roles or units meanwhile.</summary>
    Task<OrgChart> ForChangeAsync(EmployerId employer, CancellationToken cancellationToken);

    /// <summary>Reads the chart anew once the running change is committed.</summary>
    void Changed(EmployerId employer);
}
