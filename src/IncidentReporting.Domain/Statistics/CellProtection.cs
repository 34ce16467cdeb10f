namespace IncidentReporting.Domain.Statistics;

/// <summary>From what a cell is made of to the number that is published: the same records always give the same number (Fraser and Wooton 2005).</summary>
public sealed class CellProtection(IPerturbationTable table, ISlotFunction slots)
{
    public string TableId => table.Id;

    public long Publish(NoiseMeasure measure, CellSum cell) =>
        cell.Count == 0 ? 0 : cell.Count + table.ChangeAt(cell.Count, slots.SlotOf(measure, cell.Key));
}
