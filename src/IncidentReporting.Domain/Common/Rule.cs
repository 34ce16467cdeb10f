namespace IncidentReporting.Domain.Common;

/// <summary>A statement that must hold, with a stable code that reaches the problem type of the interface.</summary>
public sealed record Rule(string Code, string Sentence)
{
    public void Check(bool holds)
    {
        if (!holds)
        {
            throw new RuleBrokenException(this);
        }
    }
}

/// <summary>A rule of the domain refused what was asked. <see cref="Unmet"/> names the guards that are not met, where the rule has several.</summary>
public sealed class RuleBrokenException(Rule rule, IReadOnlyList<string>? unmet = null) : Exception(rule.Sentence)
{
    public Rule Rule { get; } = rule;

    public IReadOnlyList<string> Unmet { get; } = unmet ?? [];

    /// <summary>What can be done instead, as far as the caller may do it; filled in where that is known.</summary>
    public IReadOnlyList<string> AllowedActions { get; set; } = [];
}
