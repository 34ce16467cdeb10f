namespace IncidentReporting.Domain.Statistics;

/// <summary>From a cell's key to its slot in the perturbation table.</summary>
public interface ISlotFunction
{
    int SlotOf(NoiseMeasure measure, uint cellKey);
}
