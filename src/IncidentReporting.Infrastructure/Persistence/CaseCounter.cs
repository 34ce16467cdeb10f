using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Infrastructure.Persistence;

/// <summary>The last case number given out by an employer in a year.</summary>
internal sealed class CaseCounter
{
    public EmployerId EmployerId { get; init; }

    public int Year { get; init; }

    public int Last { get; init; }
}
