using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Pulse;

/// <summary>The right to answer once, of whoever knows the link. It names nobody, and goes when it is used or the round closes.</summary>
public sealed class PulseTicket
{
    public const int HashLength = 64;

    private PulseTicket()
    {
    }

    /// <summary>SHA-256 of the link's secret in hexadecimal.</summary>
    public string Hash { get; private init; } = string.Empty;

    public PulseRoundId RoundId { get; private init; }

    /// <summary>What the answer will say of where it comes from; null is the employer as a whole.</summary>
    public UnitId? UnitId { get; private init; }

    public static PulseTicket Create(string hash, PulseRoundId round, UnitId? unit) => new() { Hash = hash, RoundId = round, UnitId = unit };
}
