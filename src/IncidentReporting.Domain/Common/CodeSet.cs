using System.Collections;

namespace IncidentReporting.Domain.Common;

/// <summary>Several ids of one code list, in the order they were given and without repetition; stored as <c>|a|b|</c>.</summary>
public sealed class CodeSet : IReadOnlyList<string>, IEquatable<CodeSet>
{
    public static readonly CodeSet Empty = new([]);

    private readonly string[] _codes;

    private CodeSet(string[] codes) => _codes = codes;

    public int Count => _codes.Length;

    public string this[int index] => _codes[index];

    public static CodeSet Of(IEnumerable<string>? codes)
    {
        var distinct = codes?.Distinct(StringComparer.Ordinal).ToArray() ?? [];
        return distinct.Length == 0 ? Empty : new CodeSet(distinct);
    }

    public static CodeSet Parse(string stored) => Of(stored.Split('|', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Codes that are stored as text is, since they tell as much.</summary>
    public static CodeSet Of(CaseText? text) => text is null ? Empty : Parse(text.Value);

    public CaseText? AsText() => CaseText.From(ToStored());

    public string ToStored() => Count == 0 ? string.Empty : $"|{string.Join('|', _codes)}|";

    /// <summary>True when the set holds <paramref name="category"/> itself or one of its subkinds, such as <c>threat_direct.death</c> of <c>threat_direct</c>.</summary>
    public bool HasCategory(string category) =>
        _codes.Any(code => code == category || code.StartsWith(category + ".", StringComparison.Ordinal));

    public bool Equals(CodeSet? other) => other is not null && _codes.AsSpan().SequenceEqual(other._codes);

    public override bool Equals(object? obj) => Equals(obj as CodeSet);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToStored());

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_codes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
