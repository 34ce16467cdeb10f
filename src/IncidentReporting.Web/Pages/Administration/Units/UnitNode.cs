using IncidentReporting.Application.Units;

namespace IncidentReporting.Web.Pages.Administration.Units;

/// <summary>A unit with those below it, for the tree.</summary>
internal sealed record UnitNode(UnitResult Unit, bool RoutineIsDue, IReadOnlyList<UnitNode> Below)
{
    public static IReadOnlyList<UnitNode> Tree(IReadOnlyList<UnitResult> units, DateOnly today)
    {
        var byParent = units.ToLookup(unit => unit.ParentId);
        return [.. units.Where(unit => unit.ParentId is null).Select(Of)];

        // The routine is to be gone through every year.
        UnitNode Of(UnitResult unit) => new(unit, unit.RoutineReviewedOn is { } last && last.AddYears(1) < today, [.. byParent[unit.Id].Select(Of)]);
    }
}
