namespace IncidentReporting.Application.Idempotency;

/// <summary>Encrypts kept answers, so that they cannot be read out of the database or a copy of it alone.</summary>
public interface IAnswerSeal
{
    string Seal(string text);

    /// <summary>Null when the key is gone.</summary>
    string? Open(string sealedText);
}
