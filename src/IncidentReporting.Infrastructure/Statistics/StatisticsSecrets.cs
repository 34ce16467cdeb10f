using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Where the key of the statistics lies: a file of 32 random bytes that only its owner may read, or given in base64 by <c>Statistics__Key</c>.</summary>
/// <remarks>A key that was replaced after a leak stays beside it as <c>statistics-KEYID.key</c>, for the months that are final.</remarks>
public sealed record StatisticsKeyFolder(string Path, string? Given);

internal sealed class StatisticsSecrets : ICellProtections
{
    private const string FileName = "statistics.key";

    private readonly StatisticsKeyFolder _folder;
    private readonly Lazy<(string KeyId, byte[] Key)> _current;
    private readonly Dictionary<string, CellProtection> _made = new(StringComparer.Ordinal);
    private readonly Lock _making = new();

    public StatisticsSecrets(StatisticsKeyFolder folder)
    {
        PerturbationTables.Verify();
        _folder = folder;
        _current = new(
            () =>
            {
                var key = Read();
                return (IdOf(key), key);
            },
            LazyThreadSafetyMode.PublicationOnly);
    }

    public string TableId => PerturbationTables.Pt1.Id;

    public string KeyId => _current.Value.KeyId;

    public CellProtection Of(string tableId, string keyId)
    {
        if (tableId != TableId)
        {
            throw new StatisticsKeyMissingException($"The statistics were made with the table {tableId}, which this version does not have.");
        }

        lock (_making)
        {
            if (!_made.TryGetValue(keyId, out var protection))
            {
                _made[keyId] = protection = new CellProtection(PerturbationTables.Pt1, new KeyedSlots(KeyOf(keyId)));
            }

            return protection;
        }
    }

    public Guid PersonRef(Guid userId, int year) =>
        new(HMACSHA256.HashData(_current.Value.Key, Encoding.ASCII.GetBytes($"person {userId:N} {year:0000}")).AsSpan(0, 16));

    private static string IdOf(ReadOnlySpan<byte> key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 6));

    private byte[] KeyOf(string keyId)
    {
        if (keyId == KeyId)
        {
            return _current.Value.Key;
        }

        var file = Path.Combine(_folder.Path, $"statistics-{keyId}.key");
        return File.Exists(file) && File.ReadAllBytes(file) is { Length: KeyedSlots.KeyLength } key && IdOf(key) == keyId
            ? key
            : throw new StatisticsKeyMissingException(
                $"Frozen statistics were made with the key {keyId}, which is not here: restore keys/{FileName} or put that key as keys/statistics-{keyId}.key.");
    }

    private byte[] Read()
    {
        if (!string.IsNullOrWhiteSpace(_folder.Given))
        {
            return Decode(_folder.Given);
        }

        var file = Path.Combine(_folder.Path, FileName);
        if (!File.Exists(file))
        {
            OwnerFile.CreateOnce(file, RandomNumberGenerator.GetBytes(KeyedSlots.KeyLength));
        }

        var key = File.ReadAllBytes(file);
        return key.Length == KeyedSlots.KeyLength
            ? key
            : throw new StatisticsKeyMissingException($"keys/{FileName} does not hold {KeyedSlots.KeyLength} bytes: restore it from the backup.");
    }

    private static byte[] Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text) is { Length: KeyedSlots.KeyLength } key ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new StatisticsKeyMissingException($"Statistics__Key must be {KeyedSlots.KeyLength} bytes in base64.");
        }
    }
}

/// <summary>The statistics cannot be shown as they were frozen; the line says what to restore.</summary>
public sealed class StatisticsKeyMissingException(string message) : Exception(message);
