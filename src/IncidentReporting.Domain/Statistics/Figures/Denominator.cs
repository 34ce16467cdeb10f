namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>What a share is taken of, which decides how much noise it carries.</summary>
public enum Denominator
{
    /// <summary>A published cell of its own.</summary>
    OwnCell,

    /// <summary>A headcount, which has no noise.</summary>
    Headcount,

    /// <summary>The cell itself and a second published cell.</summary>
    Parts,
}
