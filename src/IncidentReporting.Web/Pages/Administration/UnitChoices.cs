using IncidentReporting.Application.Units;
using IncidentReporting.Web.Components;

namespace IncidentReporting.Web.Pages.Administration;

/// <summary>Units to choose from, each under the one that it belongs to.</summary>
internal static class UnitChoices
{
    private const string Step = "\u2003";

    /// <param name="keep">Shown although it is closed, since it is what holds now.</param>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<UnitResult> units, params ReadOnlySpan<Guid?> keep)
    {
        var kept = keep.ToArray();
        var byParent = units.ToLookup(unit => unit.ParentId);
        var choices = new List<Choice>();
        foreach (var top in units.Where(unit => unit.ParentId is null))
        {
            Add(top, string.Empty);
        }

        return choices;

        void Add(UnitResult unit, string indent)
        {
            if (!unit.Closed || kept.Contains(unit.Id.Value))
            {
                choices.Add(new Choice(unit.Id.Value.ToString(), indent + unit.Name));
            }

            foreach (var below in byParent[unit.Id])
            {
                Add(below, indent + Step);
            }
        }
    }
}
