namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>What is to be destroyed outside the database once the transaction that says so is kept: the part of a key, or a file of evidence.</summary>
internal sealed class Doomed
{
    public required Guid Id { get; init; }

    public Guid? ShareFile { get; init; }

    public int? SharePlace { get; init; }

    public Guid? EvidenceFile { get; init; }
}
