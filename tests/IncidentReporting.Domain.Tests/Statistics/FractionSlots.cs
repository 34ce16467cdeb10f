using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

/// <summary>The slot at a given share of the row, for tables published with fractions.</summary>
internal sealed class FractionSlots(int slots, double fraction) : ISlotFunction
{
    public int SlotOf(NoiseMeasure measure, uint cellKey) => (int)(fraction * slots);
}
