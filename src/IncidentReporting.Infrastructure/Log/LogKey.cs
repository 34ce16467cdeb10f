using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Statistics;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Signs with a key that is made the first time: <c>keys/log.key</c>, which only its owner may read.</summary>
/// <remarks>The public part of a key that was replaced can stay beside it as <c>log-KEYID.pem</c>, for the checkpoints that it has signed.</remarks>
internal sealed class LogKey(LogFolders folders) : ILogKey, IDisposable
{
    private const string FileName = "log.key";
    private const int IdLength = 8;

    private readonly Lazy<(string Id, ECDsa Key)> _own = new(() => Open(Path.Combine(folders.Keys, FileName)));
    private readonly Dictionary<string, ECDsa?> _former = new(StringComparer.Ordinal);
    private readonly Lock _using = new();

    public string Id => _own.Value.Id;

    public string PublicKey()
    {
        lock (_using)
        {
            return _own.Value.Key.ExportSubjectPublicKeyInfoPem();
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_using)
        {
            return _own.Value.Key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    public bool HasSigned(string keyId, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        lock (_using)
        {
            return Of(keyId)?.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ?? false;
        }
    }

    public void Dispose()
    {
        if (_own.IsValueCreated)
        {
            _own.Value.Key.Dispose();
        }

        foreach (var key in _former.Values)
        {
            key?.Dispose();
        }
    }

    private ECDsa? Of(string keyId)
    {
        if (keyId == Id)
        {
            return _own.Value.Key;
        }

        if (!_former.TryGetValue(keyId, out var key))
        {
            var file = Path.Combine(folders.Keys, $"log-{keyId}.pem");
            _former[keyId] = key = keyId.All(char.IsAsciiHexDigitLower) && File.Exists(file) ? Import(file) : null;
        }

        return key is not null && IdOf(key) == keyId ? key : null;
    }

    private static (string Id, ECDsa Key) Open(string file)
    {
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            OwnerFile.CreateOnce(file, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }

        var key = Import(file) ?? throw new LogKeyException($"keys/{FileName} is not a private key: restore it from the backup.");
        return (IdOf(key), key);
    }

    private static ECDsa? Import(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, IdLength));
}

/// <summary>The log's key cannot be used; the line says what to restore.</summary>
public sealed class LogKeyException(string message) : Exception(message);
