namespace IncidentReporting.Domain.Statistics;

/// <summary>What a cell is made of: the number of records and the sum of their keys modulo 2^32.</summary>
public readonly record struct CellSum(long Count, uint Key)
{
    public CellSum Add(uint key) => new(Count + 1, unchecked(Key + key));

    public static CellSum operator +(CellSum a, CellSum b) => new(a.Count + b.Count, unchecked(a.Key + b.Key));
}
