namespace IncidentReporting.Domain.Statistics;

/// <summary>A way to divide what is counted, with its categories in order. With several answers (<paramref name="IsMultiple"/>) the categories overlap.</summary>
/// <param name="Indicator">The stored number of its margin, when it is asked for alone.</param>
/// <param name="Radix">How many codes it takes within a combination: the categories, or every set of answers.</param>
/// <param name="IsSensitive">Support and influence: its cells are shown from 10, not 5.</param>
public sealed record StatAttribute(int Indicator, string Name, IReadOnlyList<string> Categories, int Radix, bool IsMultiple = false, bool IsSensitive = false)
{
    /// <summary>True when a record with that code counts in the category.</summary>
    public bool Has(int code, int category) => IsMultiple ? (code & (1 << category)) != 0 : code == category;

    public int IndexOf(string category)
    {
        for (var index = 0; index < Categories.Count; index++)
        {
            if (Categories[index] == category)
            {
                return index;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(category));
    }
}

/// <summary>An attribute as it can be asked for: itself, or its coarser level. <paramref name="Parts"/> gives, for each shown category, the categories of the attribute that it joins.</summary>
public sealed record StatLevel(string Name, StatAttribute Attribute, IReadOnlyList<string> Categories, IReadOnlyList<IReadOnlyList<int>> Parts)
{
    public int CategoryCount => Categories.Count;

    public static StatLevel Finest(StatAttribute attribute) =>
        new(attribute.Name, attribute, attribute.Categories, [.. Enumerable.Range(0, attribute.Categories.Count).Select(index => (IReadOnlyList<int>)[index])]);

    public static StatLevel Coarser(string name, StatAttribute attribute, params (string Category, string[] Joins)[] categories) =>
        new(
            name,
            attribute,
            [.. categories.Select(category => category.Category)],
            [.. categories.Select(category => (IReadOnlyList<int>)[.. category.Joins.Select(attribute.IndexOf)])]);

    /// <summary>True when a record with that code of the attribute counts in the shown category.</summary>
    public bool Has(int code, int category)
    {
        foreach (var part in Parts[category])
        {
            if (Attribute.Has(code, part))
            {
                return true;
            }
        }

        return false;
    }
}
