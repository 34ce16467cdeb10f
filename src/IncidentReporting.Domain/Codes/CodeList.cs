using System.Collections.Frozen;

namespace IncidentReporting.Domain.Codes;

/// <summary>A list of codes with labels in Swedish and English. Ids are stable and never used again for something else.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, Code> _byId;

    public CodeList(string id, string section, string sv, string en, DateOnly? validFrom, DateOnly? validTo, IReadOnlyList<Code> codes)
    {
        Id = id;
        Section = section;
        Sv = sv;
        En = en;
        ValidFrom = validFrom;
        ValidTo = validTo;
        Codes = codes;

        var repeated = codes.GroupBy(code => code.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToList();
        if (repeated.Count > 0)
        {
            throw new InvalidOperationException($"Code list {id} repeats {string.Join(", ", repeated)}.");
        }

        _byId = codes.ToFrozenDictionary(code => code.Id, StringComparer.Ordinal);
    }

    public string Id { get; }

    /// <summary>Where the list comes from: C1 to C15 of the field's reference, or <c>api</c>.</summary>
    public string Section { get; }

    public string Sv { get; }

    public string En { get; }

    public DateOnly? ValidFrom { get; }

    public DateOnly? ValidTo { get; }

    public IReadOnlyList<Code> Codes { get; }

    public bool Contains(string? id) => id is not null && _byId.ContainsKey(id);

    public Code? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The label in the language; the id itself when the list has no such code, so that old data can always be shown.</summary>
    public string Label(string id, string language) => Find(id)?.Label(language) ?? id;

    /// <summary>The list's own name in the language.</summary>
    public string Title(string language) => Language.Choose(language, Sv, En);

    /// <summary>True when the list has the code and it can be chosen for something that happened on the date.</summary>
    public bool HoldsOn(string? id, DateOnly date) =>
        Find(id) is { } code && Validity.Holds(code.ValidFrom ?? ValidFrom, code.ValidTo ?? ValidTo, date);
}
