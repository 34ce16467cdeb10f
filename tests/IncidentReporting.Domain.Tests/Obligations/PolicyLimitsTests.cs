using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Tests.Obligations;

public sealed class PolicyLimitsTests
{
    [Test]
    public void Default_OfEveryRule_KeepsTheLaw() => Assert.That(FollowUpPolicy.Default.Rules.SelectMany(PolicyLimits.BrokenBy), Is.Empty);

    [Test]
    public void Default_OfTheReference_HasAllRulesWithClocks() =>
        Assert.That(FollowUpPolicy.Default.Rules.Select(r => r.Rule), Is.EqualTo(Enumerable.Range(1, 26).Append(29).Select(i => $"R{i}")));

    [TestCase("R3", "PT25H", RuleCalendar.None, true)]
    [TestCase("R3", "P1D", RuleCalendar.WorkingDays, true)]
    [TestCase("R3", "PT2S", RuleCalendar.None, false)]
    [TestCase("R3", "PT24H", RuleCalendar.SameDay, false)]
    [TestCase("R6", "P2D", RuleCalendar.WorkingDays, true)]
    [TestCase("R6", "PT5S", RuleCalendar.None, false)]
    [TestCase("R1", "P30D", RuleCalendar.None, false)]
    public void Rule_WithItsDueTimeChanged_MayBeBeyondTheLaw(string rule, string due, RuleCalendar calendar, bool beyond) =>
        Assert.That(
            PolicyLimits.BrokenBy(FollowUpPolicy.Default[rule] with { Due = IsoDuration.Parse(due), Calendar = calendar }).Any(),
            Is.EqualTo(beyond));
}
