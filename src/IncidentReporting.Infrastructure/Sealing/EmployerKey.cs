namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>The key of one employer, wrapped by the master key. The latest wraps the keys of new cases.</summary>
internal sealed class EmployerKey
{
    public const int MasterIdLength = 12;

    public required Guid Id { get; init; }

    /// <summary>Empty for what belongs to no employer.</summary>
    public required Guid EmployerId { get; init; }

    /// <summary>Counted from 1 for each employer.</summary>
    public required int Number { get; init; }

    public required byte[] Wrapped { get; init; }

    /// <summary>The master key that wrapped it.</summary>
    public required string MasterId { get; init; }

    public static string PurposeOf(Guid id) => $"employer key {id:N}";
}
