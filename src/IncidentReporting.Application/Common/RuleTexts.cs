using System.Globalization;
using System.Resources;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Common;

/// <summary>The domain's rules as sentences for people, by the rule's code.</summary>
public static class RuleTexts
{
    public static ResourceManager Texts { get; } = new(typeof(RuleTexts));

    /// <summary>The rule in the language of the call; a rule without a translation says its own sentence.</summary>
    public static string Sentence(Rule rule) => Texts.GetString(rule.Code, CultureInfo.CurrentUICulture) ?? rule.Sentence;

    /// <summary>What is not yet as it must be before a case can be closed, by the guard's code.</summary>
    public static string Unmet(string guard) => Texts.GetString($"guard.{guard}", CultureInfo.CurrentUICulture) ?? guard;
}
