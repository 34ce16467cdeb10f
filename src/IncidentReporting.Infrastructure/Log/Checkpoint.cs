using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>How far the chain of an employer had come, signed; one line of its file.</summary>
internal sealed record Checkpoint(
    [property: JsonRequired] Guid Employer, [property: JsonRequired] long Seq, [property: JsonRequired] string Hash, [property: JsonRequired] DateTimeOffset At,
    [property: JsonRequired] string KeyId, [property: JsonRequired] string Signature)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Checkpoint Sign(Guid employer, long seq, byte[] hash, DateTimeOffset at, LogKey key)
    {
        var open = new Checkpoint(employer, seq, Convert.ToHexStringLower(hash), at, key.Id, string.Empty);
        return open with { Signature = Convert.ToBase64String(key.Sign(open.Signed())) };
    }

    /// <summary>Null where the line is no checkpoint.</summary>
    public static Checkpoint? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Checkpoint>(line, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Line() => JsonSerializer.Serialize(this, Form);

    public bool IsSignedBy(LogKey key)
    {
        var signature = new byte[Signature.Length];
        return Convert.TryFromBase64String(Signature, signature, out var length) && key.HasSigned(KeyId, Signed(), signature.AsSpan(0, length));
    }

    private byte[] Signed() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"incident-reporting log checkpoint 1\n{Employer:D}\n{Seq}\n{Hash}\n{At.ToUniversalTime():O}\n{KeyId}\n"));
}
