using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

/// <summary>The upper half of the cell key, so that a test can choose the slot.</summary>
internal sealed class ShiftedSlots : ISlotFunction
{
    public int SlotOf(NoiseMeasure measure, uint cellKey) => (int)(cellKey >> 16);
}
