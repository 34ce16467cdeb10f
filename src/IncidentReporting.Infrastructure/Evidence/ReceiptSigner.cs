using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Incidents.GetReceipt;
using IncidentReporting.Infrastructure.Statistics;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Signs with a key that is made the first time: <c>keys/evidence.key</c>, which only its owner may read.</summary>
internal sealed class ReceiptSigner(EvidenceKeyFolder folder) : IReceiptSigner, IDisposable
{
    private const string FileName = "evidence.key";
    private const int IdLength = 8;

    private readonly Lazy<ECDsa> _key = new(() => Open(Path.Combine(folder.Path, FileName)));
    private readonly Lock _using = new();

    public string KeyId
    {
        get
        {
            lock (_using)
            {
                return Convert.ToHexStringLower(SHA256.HashData(_key.Value.ExportSubjectPublicKeyInfo()).AsSpan(0, IdLength));
            }
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_using)
        {
            return _key.Value.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public string PublicKey()
    {
        lock (_using)
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
            throw new EvidenceKeyException($"keys/{FileName} is not a private key: restore it from the backup.");
        }
    }
}

/// <summary>Where the key that signs receipts lies.</summary>
public sealed record EvidenceKeyFolder(string Path);

/// <summary>The key of the receipts cannot be used; the line says what to restore.</summary>
public sealed class EvidenceKeyException(string message) : Exception(message);
