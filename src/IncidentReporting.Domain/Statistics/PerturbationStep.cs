namespace IncidentReporting.Domain.Statistics;

/// <summary>A change of a count, and how many slots lead to it.</summary>
public readonly record struct PerturbationStep(int Change, int Slots);
