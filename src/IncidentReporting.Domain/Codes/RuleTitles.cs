namespace IncidentReporting.Domain.Codes;

/// <summary>What each rule R1 to R29 asks for, as one imperative sentence without case content, so that a mail may carry it.</summary>
public static class RuleTitles
{
    /// <summary>R1 to R29, in order.</summary>
    public static IReadOnlyList<string> Rules => DutyRules.Ids;

    public static string For(string ruleId, string language) => Of(ruleId).In(language);

    public static Wording Of(string ruleId)
    {
        var rule = DutyRules.Get(ruleId);
        return new Wording(rule.Sv, rule.En);
    }
}
