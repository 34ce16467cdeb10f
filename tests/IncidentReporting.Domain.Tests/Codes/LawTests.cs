using System.Text.RegularExpressions;
using System.Xml;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Tests.Codes;

[TestFixture]
internal sealed class LawTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly string[] Marks = ["C", "K"];

    private static readonly string[] Rules = [.. Enumerable.Range(1, 29).Select(number => $"R{number}")];

    private static readonly string[] Sections = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "C14", "C15"];

    [TestCase("other_violation.verbal_abuse")]
    [TestCase("other_violation.hate")]
    [TestCase("online_attack.insult")]
    public void OffenceHint_OfInsultToAnOfficial_StandsFromItsFirstDay(string kind)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Hinted(kind, new DateOnly(2025, 7, 1)), Has.None.EqualTo("17:3"));
            Assert.That(Hinted(kind, new DateOnly(2025, 7, 2)), Has.One.EqualTo("17:3"));
        }
    }

    [Test]
    public void OffenceHint_OfUsefulFunction_StandsFromItsFirstDay()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Hinted("threat_direct.death", new DateOnly(2023, 7, 31)), Has.None.EqualTo("17:5"));
            Assert.That(Hinted("threat_direct.death", new DateOnly(2023, 8, 1)), Has.One.EqualTo("17:5"));
        }
    }

    [Test]
    public void OffenceHints_OfSeveralKinds_AreGivenOnce() =>
        Assert.That(OffenceHints.For(["threat_direct.death", "threat_direct.violence", "threat_direct"], Today).Select(hint => hint.Id), Is.Unique.And.Contains("bro_4_5"));

    [Test]
    public void OffenceHints_OfTheMapping_StandOnKindsThatExistAndAreAllUsed()
    {
        var used = OffenceHints.Kinds.SelectMany(kind => OffenceHints.For([kind], Today)).Select(hint => hint.Id).Distinct();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(OffenceHints.Kinds.Where(kind => !CodeLists.IncidentKinds.Contains(kind)), Is.Empty);
            Assert.That(OffenceHints.All.Select(hint => hint.Id).Except(used), Is.EqualTo((string[])["bro_17_10"]), "Interference in a judicial matter comes with the police track, not with a kind.");
            Assert.That(OffenceHints.All.Select(hint => hint.Section), Is.Unique);
            Assert.That(OffenceHints.All, Has.Count.EqualTo(25).And.All.Matches<OffenceHint>(hint => Marks.Contains(hint.Mark)));
            Assert.That(OffenceHints.Reservation.In("sv"), Does.Contain("Polis"));
        }
    }

    [Test]
    public void LegalCards_Always_AreCompleteAndForRolesThatExist()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(LegalCards.All.Select(card => card.Id), Is.Unique);
            foreach (var card in LegalCards.All)
            {
                string[] texts = [card.Sv, card.En, card.Text.Sv, card.Text.En, card.Source];
                Assert.That(texts, Has.None.Empty.And.None.Match("(?i)\\bminor\\b|lindrig"), card.Id);
                Assert.That(card.Roles, Is.Not.Empty.And.All.Matches<string>(CodeLists.Roles.Contains), card.Id);
                Assert.That(Marks, Has.Member(card.Mark), card.Id);
            }
        }
    }

    [Test]
    public void LegalCards_OfADay_ShowTheLawOfThatDay()
    {
        var before = LegalCards.For("employee", new DateOnly(2025, 7, 1)).Select(card => card.Id).ToList();
        var after = LegalCards.For("employee", new DateOnly(2025, 7, 2)).Select(card => card.Id).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Has.Member("protection_official_before_2025").And.No.Member("insult_official").And.No.Member("protection_official"));
            Assert.That(after, Has.Member("insult_official").And.Member("protection_official").And.No.Member("protection_official_before_2025"));
        }
    }

    [Test]
    public void LegalCards_ForARole_AreThatRolesOnly()
    {
        var rep = LegalCards.For("safety_representative", Today).Select(card => card.Id).ToList();
        var employee = LegalCards.For("employee", Today).Select(card => card.Id).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rep, Is.SupersetOf((string[])["rep_information", "rep_request", "rep_stop", "rep_no_hindrance", "rep_confidentiality"]));
            Assert.That(employee, Is.SupersetOf((string[])["insult_official", "told_of_progress", "report_confirmation", "protection_assessment", "shielded_report", "contact_ban", "damages", "support_repeated"]));
            Assert.That(employee, Has.No.Member("rep_information"));
            Assert.That(LegalCards.For(null, Today).Select(card => card.Id), Is.SupersetOf(rep.Union(employee)));
        }
    }

    [Test]
    public void RuleTitles_OfAllRules_AreSentencesInBothLanguages()
    {
        Assert.That(RuleTitles.Rules, Is.EqualTo(Rules));
        using (Assert.EnterMultipleScope())
        {
            foreach (var rule in Rules)
            {
                Assert.That(RuleTitles.For(rule, "sv"), Does.Match("^\\p{Lu}.{8,70}$"), rule);
                Assert.That(RuleTitles.For(rule, "en"), Does.Match("^\\p{Lu}.{8,70}$").And.Not.EqualTo(RuleTitles.For(rule, "sv")), rule);
            }
        }
    }

    /// <summary>Titles stand in mails, and a mail never carries what a case is about.</summary>
    [Test]
    public void RuleTitles_ForMails_HoldNoLabelOfACode()
    {
        var labels = CodeLists.All.Where(list => Sections.Contains(list.Section))
            .SelectMany(list => list.Codes)
            .SelectMany(code => (string[])[code.Sv, code.En, code.Id.Replace('_', ' ')])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var titles = Rules.SelectMany(rule => (string[])[RuleTitles.For(rule, "sv"), RuleTitles.For(rule, "en")]);

        var found = titles.SelectMany(title => labels.Where(label => Holds(title, label)).Select(label => $"{title}: {label}"));

        Assert.That(found, Is.Empty);
    }

    [TestCaseSource(nameof(Rules))]
    public void Ground_OnEveryDay_IsExactlyOne(string rule)
    {
        var changes = Grounds.AllOf(rule).SelectMany(ground => (DateOnly?[])[ground.ValidFrom, ground.ValidTo?.AddDays(1)]).OfType<DateOnly>();
        DateOnly[] days = [new(1990, 1, 1), .. changes.SelectMany(day => (DateOnly[])[day.AddDays(-1), day]), Today];

        using (Assert.EnterMultipleScope())
        {
            foreach (var day in days.Distinct())
            {
                Assert.That(() => Grounds.For(rule, day), Throws.Nothing, $"{rule} {day:O}");
            }

            foreach (var ground in Grounds.AllOf(rule))
            {
                string[] texts = [ground.Sv, ground.En, ground.Reference];
                Assert.That(texts, Has.None.Empty, rule);
                Assert.That(ground.Kind, Is.EqualTo("law").Or.EqualTo("policy"), rule);
                Assert.That(Marks, Has.Member(ground.Mark), rule);
            }
        }
    }

    [TestCase("R10", "2024-12-31", "AFS 2001:1")]
    [TestCase("R10", "2025-01-01", "AFS 2023:1")]
    [TestCase("R29", "2025-01-01", "arbetsmiljölagen (1977:1160) 3 kap. 2 a § och AFS 2023:1")]
    [TestCase("R26", "2024-12-31", "AFS 1993:2")]
    [TestCase("R26", "2025-01-01", "AFS 2023:2")]
    public void Ground_OfAnOldCase_IsTheProvisionOfItsDay(string rule, string day, string provision) =>
        Assert.That(Grounds.For(rule, DateOnly.Parse(day, null)).Reference, Does.Contain(provision));

    [Test]
    public void Ground_OfAnUnknownRule_IsRefused() =>
        Assert.That(() => Grounds.For("R30", Today), Throws.ArgumentException);

    [Test]
    public void RulePacks_OfAllCountries_AreThere() =>
        Assert.That(RulePacks.All.Select(pack => pack.Country), Is.EquivalentTo((string[])["SE", "DK", "UK", "US-CA", "US", "EU"]));

    [Test]
    public void RulePack_OfSweden_HoldsEveryRuleOnceADay()
    {
        DateOnly[] days = [new(1990, 1, 1), new(2024, 12, 31), new(2025, 1, 1), Today];

        using (Assert.EnterMultipleScope())
        {
            foreach (var day in days)
            {
                Assert.That(RulePacks.Sweden.Rules.Where(rule => rule.Rule is not null && rule.HoldsOn(day)).Select(rule => rule.Rule), Is.EquivalentTo(Rules), $"{day:O}");
            }
        }
    }

    [Test]
    public void RulePacks_EveryEntry_ParsesAndIsComplete()
    {
        var entries = RulePacks.All.SelectMany(pack => pack.Rules.Select(rule => (Pack: pack, Rule: rule))).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entries.Select(entry => entry.Rule.Id), Is.Unique);
            foreach (var (pack, rule) in entries)
            {
                string[] texts = [rule.Sv, rule.En, rule.Trigger, rule.Addressee, rule.ClockStart, rule.LegalReference, rule.Source];
                Assert.That(texts, Has.None.Empty, rule.Id);
                Assert.That(rule.Country, Is.EqualTo(pack.Country), rule.Id);
                Assert.That(Marks, Has.Member(rule.Mark), rule.Id);
                Assert.That(rule.CheckedAt is null, Is.EqualTo(rule.Mark != "C"), rule.Id);
                Assert.That(rule.ValidFrom is null || rule.ValidTo is null || rule.ValidFrom < rule.ValidTo, Is.True, rule.Id);
                Assert.That(() => rule.Deadline is null ? default : XmlConvert.ToTimeSpan(rule.Deadline), Throws.Nothing, rule.Id);
                Assert.That(() => rule.Limit is null ? default : XmlConvert.ToTimeSpan(rule.Limit), Throws.Nothing, rule.Id);
                Assert.That(rule.Calendar is null || CodeLists.Calendars.Contains(rule.Calendar), Is.True, rule.Id);
            }
        }
    }

    [Test]
    public void Limit_OfARule_StandsOnlyOnLawAndNeverUnderTheDefault()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RulePacks.Limit("R3"), Is.EqualTo(TimeSpan.FromHours(24)));
            Assert.That(RulePacks.Limit("R6"), Is.EqualTo(TimeSpan.FromDays(1)));
            Assert.That(RulePacks.LimitText("R6"), Is.EqualTo("P1D"));
            Assert.That(RulePacks.Limit("R9"), Is.Null);
            foreach (var rule in Rules.Where(rule => RulePacks.Limit(rule) is not null))
            {
                Assert.That(Grounds.For(rule, Today).IsLaw, Is.True, rule);
                Assert.That(RulePacks.Sweden.Rules.Where(entry => entry.Rule == rule).Select(entry => XmlConvert.ToTimeSpan(entry.Deadline!)), Has.All.LessThanOrEqualTo(RulePacks.Limit(rule)!.Value), rule);
            }
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void Limit_OfThePack_IsTheOneTheFollowUpPolicyIsHeldTo(string rule) =>
        Assert.That(PolicyLimits.Sweden.SingleOrDefault(limit => limit.Rule == rule)?.LongestDue.Approximate, Is.EqualTo(RulePacks.Limit(rule)));

    private static List<string> Hinted(string kind, DateOnly day) => [.. OffenceHints.For([kind], day).Select(hint => hint.Section)];

    /// <summary>Short labels count as whole words, longer ones anywhere in the sentence.</summary>
    private static bool Holds(string title, string label) =>
        label.Length > 5 ? title.Contains(label, StringComparison.OrdinalIgnoreCase) : Regex.IsMatch(title, $@"\b{Regex.Escape(label)}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
