using IncidentReporting.Domain.Common;
using NUnit.Framework.Constraints;

namespace IncidentReporting.Domain.Tests.Incidents;

internal static class Refused
{
    /// <summary>The act was refused by this rule and no other.</summary>
    public static Constraint By(Rule rule) => Throws.TypeOf<RuleBrokenException>().With.Property(nameof(RuleBrokenException.Rule)).EqualTo(rule);
}
