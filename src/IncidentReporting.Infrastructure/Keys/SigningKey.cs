using System.Security.Cryptography;
using System.Text;

namespace IncidentReporting.Infrastructure.Keys;

/// <summary>A private key that signs (ECDSA, P-256, SHA-256), made the first time: a file that only its owner may read.</summary>
internal sealed class SigningKey(string file, DSASignatureFormat format) : IDisposable
{
    private const int IdLength = 8;

    private readonly Lock _using = new();
    private (string Id, ECDsa Key)? _own;

    /// <summary>The first bytes of its public part's SHA-256, in hex.</summary>
    public string Id => Own.Id;

    // What fails is tried anew at the next use: a full disk passes.
    private (string Id, ECDsa Key) Own
    {
        get
        {
            lock (_using)
            {
                return _own ??= Open(file);
            }
        }
    }

    /// <summary>As PEM.</summary>
    public string PublicKey()
    {
        lock (_using)
        {
            return Own.Key.ExportSubjectPublicKeyInfoPem();
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_using)
        {
            return Own.Key.SignData(content, HashAlgorithmName.SHA256, format);
        }
    }

    public bool HasSigned(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        lock (_using)
        {
            return Own.Key.VerifyData(content, signature, HashAlgorithmName.SHA256, format);
        }
    }

    public void Dispose()
    {
        _own?.Key.Dispose();
    }

    /// <summary>Null where the file holds no key.</summary>
    public static ECDsa? Import(string file)
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

    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, IdLength));

    private static (string Id, ECDsa Key) Open(string file)
    {
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            OwnerFile.CreateOnce(file, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }

        var key = Import(file) ?? throw new SigningKeyException($"keys/{Path.GetFileName(file)} is not a private key: restore it from the backup.");
        return (IdOf(key), key);
    }
}

/// <summary>A key that signs cannot be used; the line says what to restore.</summary>
public sealed class SigningKeyException(string message) : Exception(message);
