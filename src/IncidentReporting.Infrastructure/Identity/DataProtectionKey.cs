namespace IncidentReporting.Infrastructure.Identity;

/// <summary>A key that sessions are sealed with, shared by all instances of the program.</summary>
internal sealed class DataProtectionKey
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    public required string FriendlyName { get; init; }

    /// <summary>Sealed.</summary>
    public required string Xml { get; set; }
}
