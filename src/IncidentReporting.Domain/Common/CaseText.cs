namespace IncidentReporting.Domain.Common;

/// <summary>Text about a case. Everything a person has written passes in this type, so that it never reaches a log or an error by accident.</summary>
/// <remarks>Stored encrypted. What comes from the database is opened the first time that somebody asks for its <see cref="Value"/>.</remarks>
public sealed class CaseText : IEquatable<CaseText>
{
    private string? _value;

    private CaseText(string? value, ISealedText? seal) => (_value, Seal) = (value, seal);

    /// <summary>The text itself; only for storing it and for showing it to someone who may read it.</summary>
    public string Value => _value ??= Seal!.Open();

    /// <summary>How it lies in the database; null until it has been stored.</summary>
    public ISealedText? Seal { get; }

    public static CaseText? From(string? value) => string.IsNullOrWhiteSpace(value) ? null : new CaseText(value, seal: null);

    /// <summary>As it lies in the database; opened when it is asked for.</summary>
    public static CaseText Stored(ISealedText seal) => new(value: null, seal);

    /// <summary>The same text with how it lies in the database.</summary>
    public CaseText With(ISealedText seal) => new(Value, seal);

    public bool Equals(CaseText? other) => ReferenceEquals(this, other) || (other is not null && Value == other.Value);

    public override bool Equals(object? obj) => Equals(obj as CaseText);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    public override string ToString() => "(case text)";
}

/// <summary>A text that is encrypted for its one place in one case.</summary>
public interface ISealedText
{
    /// <summary>The text. Refuses where the key is gone or the stored bytes are not those that were written in this place.</summary>
    string Open();
}
