using System.Security.Cryptography;
using IncidentReporting.Application.Statistics.GetPacket;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Signs with <c>keys/packet.key</c>.</summary>
internal sealed class PacketSigner(StatisticsKeyFolder folder) : IPacketSigner, IDisposable
{
    private readonly SigningKey _key = new(Path.Combine(folder.Path, "packet.key"), DSASignatureFormat.Rfc3279DerSequence);

    public byte[] Sign(ReadOnlySpan<byte> content) => _key.Sign(content);

    public string PublicKey() => _key.PublicKey();

    public void Dispose() => _key.Dispose();
}
