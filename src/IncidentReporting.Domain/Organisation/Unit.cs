using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Organisation;

/// <summary>A workplace or a department of an employer. The one without a parent is the employer as a whole.</summary>
public sealed class Unit : IVersioned
{
    public const int NameLength = 200;

    private Unit()
    {
    }

    public UnitId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UnitId? ParentId { get; private set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>When the routine against threats and violence was last gone through (AFS 2023:2).</summary>
    public DateOnly? RoutineReviewedOn { get; private set; }

    /// <summary>When the alarm and the routine were last practised.</summary>
    public DateOnly? LastDrillOn { get; private set; }

    /// <summary>True when nothing new is reported here; what was reported stays.</summary>
    public bool IsClosed { get; private set; }

    public long Version { get; private set; }

    public static Unit Create(UnitId id, EmployerId employerId, UnitId? parentId, string name) =>
        new() { Id = id, EmployerId = employerId, ParentId = parentId, Name = name };

    public void Rename(string name) => Name = name;

    /// <summary>Moves the unit with everything below it.</summary>
    public void MoveTo(UnitId parentId, OrgChart chart)
    {
        OrganisationRules.TopUnitStays.Check(ParentId is not null);
        OrganisationRules.UnitNotBelowItself.Check(!chart.Reach(Id).Contains(parentId));
        ParentId = parentId;
    }

    public void ReviewRoutine(DateOnly? on) => RoutineReviewedOn = on;

    public void Drill(DateOnly? on) => LastDrillOn = on;

    public void Close(bool closed)
    {
        OrganisationRules.TopUnitStays.Check(ParentId is not null);
        IsClosed = closed;
    }
}
