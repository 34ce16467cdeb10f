namespace IncidentReporting.Domain.Codes;

/// <summary>Why a duty stands: a law or a policy, as it read on the days from <paramref name="ValidFrom"/> to <paramref name="ValidTo"/>.</summary>
/// <param name="Kind"><c>law</c> or <c>policy</c>.</param>
/// <param name="Reference">The statute, provision or guidance, as it is cited in Sweden.</param>
/// <param name="Mark">C: confirmed in its source. K: professional knowledge, not confirmed.</param>
public sealed record Ground(
    string Kind, string Sv, string En, string Reference, string Mark, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public bool IsLaw => Kind == "law";

    /// <summary>The ground in one sentence, in the language.</summary>
    public string Text(string language) => Language.Choose(language, Sv, En);

    public bool HoldsOn(DateOnly date) => Validity.Holds(ValidFrom, ValidTo, date);
}

/// <summary>The grounds of the rules R1 to R29. An old case keeps the law of its day.</summary>
public static class Grounds
{
    public static Ground For(string ruleId, DateOnly date) => DutyRules.Get(ruleId).Grounds.Single(ground => ground.HoldsOn(date));

    public static IReadOnlyList<Ground> AllOf(string ruleId) => DutyRules.Get(ruleId).Grounds;
}
