namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>The key over all others. It never leaves its holder, which may be a file, a key vault or a hardware module.</summary>
public interface IMasterKeys
{
    /// <summary>Names the key that wraps now.</summary>
    string CurrentId { get; }

    /// <summary>Wraps a key, or another short secret, for the purpose; tells by which key, as another may take its place at any time.</summary>
    WrappedSecret Wrap(ReadOnlySpan<byte> secret, string purpose);

    /// <summary>Throws <see cref="KeyMissingException"/> where the key of that name is not here.</summary>
    byte[] Unwrap(string keyId, ReadOnlySpan<byte> wrapped, string purpose);

    /// <summary>From now on wraps by a new key; what rests on the former still opens. Answers the new key's name.</summary>
    string Replace();
}

/// <summary>What the master key of that name wrapped.</summary>
public sealed record WrappedSecret(string KeyId, byte[] Bytes);

/// <summary>A key that is needed is not here; the line says what to restore.</summary>
public sealed class KeyMissingException(string message) : Exception(message);

/// <summary>A text does not open: its bytes were changed, moved from another place, or its key destroyed. Names the place, never what stood there.</summary>
public sealed class SealBrokenException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The case was erased: its key is gone for good.</summary>
    public bool IsErased { get; private init; }

    internal static SealBrokenException Erased(Guid root) => new($"The key of case {root} was destroyed.") { IsErased = true };
}
