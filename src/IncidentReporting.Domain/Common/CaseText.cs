namespace IncidentReporting.Domain.Common;

/// <summary>Text about a case. Everything a person has written passes in this type, so that it never reaches a log or an error by accident.</summary>
public sealed record CaseText
{
    private CaseText(string value) => Value = value;

    /// <summary>The text itself; only for storing it and for showing it to someone who may read it.</summary>
    public string Value { get; }

    public static CaseText? From(string? value) => string.IsNullOrWhiteSpace(value) ? null : new CaseText(value);

    public override string ToString() => "(case text)";
}
