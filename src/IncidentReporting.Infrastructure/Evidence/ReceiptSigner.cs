using System.Security.Cryptography;
using IncidentReporting.Application.Incidents.GetReceipt;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Signs with <c>keys/evidence.key</c>.</summary>
internal sealed class ReceiptSigner(EvidenceKeyFolder folder) : IReceiptSigner, IDisposable
{
    private readonly SigningKey _key = new(Path.Combine(folder.Path, "evidence.key"), DSASignatureFormat.Rfc3279DerSequence);

    public string KeyId => _key.Id;

    public byte[] Sign(ReadOnlySpan<byte> content) => _key.Sign(content);

    public string PublicKey() => _key.PublicKey();

    public void Dispose() => _key.Dispose();
}

/// <summary>Where the key that signs receipts lies.</summary>
public sealed record EvidenceKeyFolder(string Path);
