namespace IncidentReporting.Application.Statistics.GetPacket;

/// <summary>Vouches for what leaves as a packet: ECDSA on P-256 with SHA-256.</summary>
public interface IPacketSigner
{
    /// <summary>The signature of exactly these bytes, in DER.</summary>
    byte[] Sign(ReadOnlySpan<byte> content);

    /// <summary>The public key in PEM, for anyone.</summary>
    string PublicKey();
}
