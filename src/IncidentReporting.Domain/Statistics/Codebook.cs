namespace IncidentReporting.Domain.Statistics;

/// <summary>What is counted: incidents, exposures (incident x directly affected person), persons exposed in a year.</summary>
public enum StatFactKind
{
    Incidents = 1,
    Exposures = 2,
    Persons = 3,
}

/// <summary>
/// The attributes of each fact and how a combination of them is one number: mixed radix in the order they stand here.
/// Nothing that points out a person, a place or a day is an attribute; adding one changes the method and needs a new attack run.
/// </summary>
public sealed class Codebook
{
    /// <summary>Moves when a category or its meaning changes; stored with each release.</summary>
    public const int Version = 2;

    public static readonly StatAttribute Kind = new(
        101, "kind", ["threat_veiled", "threat_direct", "other_violation", "online_attack", "physical_violence"], Radix: 32, IsMultiple: true);

    public static readonly StatAttribute Police = new(102, "policeStatus", ["undecided", "decided_not", "reported", "opened"], Radix: 4);

    public static readonly StatAttribute Setting = new(103, "setting", ["workplace", "elsewhere_on_duty", "off_duty"], Radix: 3);

    public static readonly StatAttribute Group = new(
        104, "occupationalGroup", ["social_secretary", "needs_assessor", "treatment_staff", "counsellor", "field_assistant", "other"], Radix: 6);

    public static readonly StatAttribute Support = new(105, "support", ["adequate", "insufficient", "none", "outside"], Radix: 4, IsSensitive: true);

    /// <summary>How many exposures the person had in the year.</summary>
    public static readonly StatAttribute Repeat = new(106, "repeat", ["once", "twice", "three_or_more"], Radix: 3);

    private static readonly StatLevel Police2 = StatLevel.Coarser(
        "police2", Police, ("reported", ["reported", "opened"]), ("not_reported", ["decided_not"]), ("undecided", ["undecided"]));

    private static readonly StatLevel Support2 = StatLevel.Coarser(
        "support2", Support, ("adequate", ["adequate"]), ("not_adequate", ["insufficient", "none"]), ("outside", ["outside"]));

    public static readonly Codebook Incidents = new(StatFactKind.Incidents, [Kind, Police, Setting], [Police2]);
    public static readonly Codebook Exposures = new(StatFactKind.Exposures, [Kind, Police, Setting, Group, Support], [Police2, Support2]);
    public static readonly Codebook Persons = new(StatFactKind.Persons, [Group, Repeat], []);

    private readonly int[] _weights;

    private Codebook(StatFactKind fact, IReadOnlyList<StatAttribute> attributes, IReadOnlyList<StatLevel> coarser)
    {
        Fact = fact;
        Attributes = attributes;
        Levels = [.. attributes.Select(StatLevel.Finest), .. coarser];
        _weights = new int[attributes.Count];
        var weight = 1;
        for (var index = 0; index < attributes.Count; index++)
        {
            _weights[index] = weight;
            weight *= attributes[index].Radix;
        }

        Combinations = weight;
    }

    public StatFactKind Fact { get; }

    public IReadOnlyList<StatAttribute> Attributes { get; }

    /// <summary>Everything that <c>by</c> may name, coarser levels last.</summary>
    public IReadOnlyList<StatLevel> Levels { get; }

    /// <summary>The number of combinations that a code can take, at most 16 384.</summary>
    public int Combinations { get; }

    public static Codebook Of(StatFactKind fact) => fact switch
    {
        StatFactKind.Incidents => Incidents,
        StatFactKind.Exposures => Exposures,
        _ => Persons,
    };

    public StatLevel? FindLevel(string name) => Levels.FirstOrDefault(level => level.Name == name);

    /// <summary>The number of a combination, its codes in the order of the attributes.</summary>
    public int Combine(params ReadOnlySpan<int> codes)
    {
        var combo = 0;
        for (var index = 0; index < codes.Length; index++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(codes[index], Attributes[index].Radix, nameof(codes));
            combo += codes[index] * _weights[index];
        }

        return combo;
    }

    /// <summary>The attribute's code within a combination.</summary>
    public int CodeOf(int combo, StatAttribute attribute)
    {
        for (var index = 0; index < Attributes.Count; index++)
        {
            if (ReferenceEquals(Attributes[index], attribute))
            {
                return combo / _weights[index] % attribute.Radix;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(attribute));
    }
}
