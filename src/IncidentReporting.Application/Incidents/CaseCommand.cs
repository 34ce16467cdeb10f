using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;

namespace IncidentReporting.Application.Incidents;

/// <summary>A change of a case. Who has read it names the version, so that nothing is changed unseen; without one it holds for the case as it is.</summary>
public abstract record CaseCommand(CaseReference Case) : ICommand<IncidentView>, IConditional
{
    public ExpectedVersion Expected { get; init; } = ExpectedVersion.Any;
}
