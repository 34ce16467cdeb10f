using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Obligations;

public sealed record UnitLine(UnitId Id, string Name)
{
    internal static UnitLine Of(UnitId id, OrgChart chart) => new(id, chart.Unit(id)?.Name ?? string.Empty);
}

/// <summary>A person by name; by an alias where her identity is protected.</summary>
public sealed record PersonLine(UserId Id, string Name)
{
    internal static PersonLine Of(UserId id, OrgChart chart) =>
        new(id, chart.Person(id) is { HasProtectedIdentity: false } person ? person.Name : ProtectedName.In(chart.LanguageOf(id)));
}
