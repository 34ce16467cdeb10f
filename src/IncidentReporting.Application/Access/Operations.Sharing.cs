using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>Figures to pass on: for those who speak for a union or an employer that shares. Anyone may check that they are unchanged.</summary>
public static partial class Operations
{
    public static readonly Operation ReadSharingPacket = Only(
        "statistics.packet", Role.UnionReader, Role.Analyst, Role.Coordinator, Role.HeadSafetyRepresentative);

    public static readonly Operation ReadSharingKey = Anyone("statistics.packet_key");
}
