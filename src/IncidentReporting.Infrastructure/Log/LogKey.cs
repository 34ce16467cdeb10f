using System.Security.Cryptography;
using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Signs with <c>keys/log.key</c>.</summary>
/// <remarks>The public part of a key that was replaced can stay beside it as <c>log-KEYID.pem</c>, for the checkpoints that it has signed.</remarks>
internal sealed class LogKey(LogFolders folders) : ILogKey, IDisposable
{
    private const DSASignatureFormat Format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation;

    private readonly SigningKey _own = new(Path.Combine(folders.Keys, "log.key"), Format);
    private readonly Dictionary<string, ECDsa?> _former = new(StringComparer.Ordinal);
    private readonly Lock _usingFormer = new();

    public string Id => _own.Id;

    public string PublicKey() => _own.PublicKey();

    public byte[] Sign(ReadOnlySpan<byte> content) => _own.Sign(content);

    public bool HasSigned(string keyId, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        if (keyId == Id)
        {
            return _own.HasSigned(content, signature);
        }

        lock (_usingFormer)
        {
            return Former(keyId)?.VerifyData(content, signature, HashAlgorithmName.SHA256, Format) ?? false;
        }
    }

    public void Dispose()
    {
        _own.Dispose();
        foreach (var key in _former.Values)
        {
            key?.Dispose();
        }
    }

    private ECDsa? Former(string keyId)
    {
        if (!_former.TryGetValue(keyId, out var key))
        {
            var file = Path.Combine(folders.Keys, $"log-{keyId}.pem");
            _former[keyId] = key = keyId.All(char.IsAsciiHexDigitLower) && File.Exists(file) ? SigningKey.Import(file) : null;
        }

        return key is not null && SigningKey.IdOf(key) == keyId ? key : null;
    }
}
