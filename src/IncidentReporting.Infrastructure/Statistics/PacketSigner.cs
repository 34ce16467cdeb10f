using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Statistics.GetPacket;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Signs with a key that is made the first time: <c>keys/packet.key</c>, which only its owner may read.</summary>
internal sealed class PacketSigner(StatisticsKeyFolder folder) : IPacketSigner, IDisposable
{
    private const string FileName = "packet.key";

    private readonly Lazy<ECDsa> _key = new(() => Open(Path.Combine(folder.Path, FileName)));
    private readonly Lock _signing = new();

    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_signing)
        {
            return _key.Value.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public string PublicKey()
    {
        lock (_signing)
        {
            return _key.Value.ExportSubjectPublicKeyInfoPem();
        }
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private static ECDsa Open(string file)
    {
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            OwnerFile.CreateOnce(file, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new StatisticsKeyMissingException($"keys/{FileName} is not a private key: restore it from the backup.");
        }
    }
}
