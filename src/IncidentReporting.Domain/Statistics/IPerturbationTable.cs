namespace IncidentReporting.Domain.Statistics;

/// <summary>How much a count is changed, given a slot from 0 to <see cref="Slots"/> − 1.</summary>
public interface IPerturbationTable
{
    string Id { get; }

    int Slots { get; }

    int ChangeAt(long count, int slot);
}
