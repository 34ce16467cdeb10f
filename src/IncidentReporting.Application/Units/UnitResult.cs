using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Units;

/// <param name="ParentId">Null for the unit that stands for the whole employer.</param>
public sealed record UnitResult(UnitId Id, string Name, UnitId? ParentId, DateOnly? RoutineReviewedOn, DateOnly? LastDrillOn, bool Closed, long Version)
{
    internal static UnitResult Of(Unit unit) =>
        new(unit.Id, unit.Name, unit.ParentId, unit.RoutineReviewedOn, unit.LastDrillOn, unit.IsClosed, unit.Version);
}

/// <summary>What an administrator can change about a unit.</summary>
public sealed record UnitFields(string? Name = null, UnitId? ParentId = null, DateOnly? RoutineReviewedOn = null, DateOnly? LastDrillOn = null, bool? Closed = null);
