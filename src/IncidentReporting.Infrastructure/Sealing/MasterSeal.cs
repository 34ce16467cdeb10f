using System.Text;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Short secrets of the service itself, sealed by the master key: <c>KEYID.base64</c>.</summary>
internal sealed class MasterSeal(IMasterKeys master)
{
    public string Seal(string text, string purpose)
    {
        var wrapped = master.Wrap(Encoding.UTF8.GetBytes(text), purpose);
        return $"{wrapped.KeyId}.{Convert.ToBase64String(wrapped.Bytes)}";
    }

    public string Open(string sealedText, string purpose)
    {
        var parts = sealedText.Split('.', 2);
        return parts.Length == 2
            ? Encoding.UTF8.GetString(master.Unwrap(parts[0], Convert.FromBase64String(parts[1]), purpose))
            : throw new SealBrokenException($"What was sealed as {purpose} is not whole.");
    }
}
