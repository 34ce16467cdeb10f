namespace IncidentReporting.Application.Idempotency;

/// <summary>Encrypts kept answers with a key that is not in the database.</summary>
public interface IAnswerSeal
{
    string Seal(string text);

    /// <summary>Null when the key is gone.</summary>
    string? Open(string sealedText);
}
