using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.SavedViews;

/// <summary>What the list of cases can be narrowed by; null leaves it open. Named as the list's own parameters.</summary>
public sealed record CaseFilter(
    string? State = null, string? Kind = null, UnitId? Unit = null, string? Responsible = null, bool? Overdue = null, DateOnly? From = null, DateOnly? To = null);

public sealed record SavedViewResult(Guid Id, string Name, CaseFilter Filter)
{
    internal static SavedViewResult Of(SavedView view) =>
        new(view.Id, view.Name, new CaseFilter(view.State, view.Kind, view.Unit, view.Responsible, view.Overdue, view.From, view.To));
}
