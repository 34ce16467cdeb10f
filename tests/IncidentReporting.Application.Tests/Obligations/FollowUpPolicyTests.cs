using IncidentReporting.Application.Common;
using IncidentReporting.Application.FollowUpPolicies.Get;
using IncidentReporting.Application.FollowUpPolicies.Put;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Obligations;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FollowUpPolicyTests(DatabaseProvider provider)
{
    private TestService _service = null!;
    private TestOrganisation _employer = null!;
    private Person _admin = null!;
    private Person _employee = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _service = await TestService.StartAsync(provider, services => services.AddObligations());
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _admin = _employer.AddPerson("Administratör", _employer.Top, Role.Administrator);
        _employee = _employer.AddPerson("Medarbetare", _employer.Top, Role.Employee);
        await _employer.SaveAsync(_service);
    }

    [TearDown]
    public ValueTask TearDownAsync() => _service.DisposeAsync();

    [Test]
    public async Task Put_OfWhatGetGave_IsTakenAndChangesNothing()
    {
        var before = await GetAsync();

        var after = await PutAsync(before.Policy, before.Version);

        Assert.Multiple(() =>
        {
            Assert.That(after.Policy.ToJson(), Is.EqualTo(before.Policy.ToJson()));
            Assert.That(after.Version, Is.EqualTo(before.Version + 1));
        });
    }

    [Test]
    public async Task Put_ShortenedToSeconds_HoldsForNewCasesAndLeavesTheEarlierVersion()
    {
        var before = await CurrentAsync();
        await PutAsync(Change(FollowUpPolicyDocument.Of(FollowUpPolicy.Default), "R3", rule => rule with { Due = "PT5S", EscalateAt = "PT4S", RemindAt = ["PT2S"] }), 0);

        var after = await CurrentAsync();
        var kept = await _service.WithAsync(services => services.GetRequiredService<IPolicies>().OfVersionAsync(before.VersionId, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(after.Policy["R3"].Due, Is.EqualTo(IsoDuration.Parse("PT5S")));
            Assert.That(after.VersionId, Is.Not.Null);
            Assert.That(kept["R3"].Due, Is.EqualTo(IsoDuration.Parse("PT24H")));
        });
    }

    [Test]
    public async Task Put_OfAFewMembers_AsTheReferenceShowsThem_IsTaken()
    {
        var document = new FollowUpPolicyDocument
        {
            Rules = [new PolicyRuleDocument { Rule = "R1", Due = "PT8H", RemindAt = ["PT0S", "PT2H"], EscalateAt = "PT8H", Immediate = true, Ground = "..." }],
            QuietHours = new QuietHoursDocument("20:00", "06:00"),
            DigestAt = "07:30",
        };

        var after = await PutAsync(document, 0);

        Assert.That(after.Policy.Rules, Has.Count.EqualTo(27));
    }

    [Test]
    public async Task Put_OnAnOldVersion_IsRefused()
    {
        var read = await GetAsync();
        await PutAsync(read.Policy, read.Version);

        await Assert.ThatAsync(() => PutAsync(read.Policy, read.Version), Throws.TypeOf<ChangedMeanwhileException>());
    }

    [Test]
    public async Task Put_ByAnyoneButAnAdministrator_IsRefused()
    {
        var read = await GetAsync();

        await Assert.ThatAsync(
            () => _service.SendAsync(_employee.Id, new PutFollowUpPolicyCommand(read.Policy, ExpectedVersion.Any)), Throws.TypeOf<NotAllowedException>());
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("rules[2].due", "R3", rule => rule with { Due = "PT25H" });
        yield return Fault("rules[5].due", "R6", rule => rule with { Due = "P3D" });
        yield return Fault("rules[0].due", "R1", rule => rule with { Due = "8 hours" });
        yield return Fault("rules[0].due", "R1", rule => rule with { Due = "-PT8H" });
        yield return Fault("rules[0].remindAt[1]", "R1", rule => rule with { RemindAt = ["PT0S", "soon"] });
        yield return Fault("rules[0].escalateAt", "R1", rule => rule with { EscalateAt = "PT" });
        yield return Fault("rules[0].calendar", "R1", rule => rule with { Calendar = "lunar" });
        yield return Fault("rules[0].alsoRemind[0].to", "R1", rule => rule with { AlsoRemind = [new AlsoRemindDocument("mayor", "PT1H")] });
        yield return Fault("rules[0].alsoRemind[0].at", "R1", rule => rule with { AlsoRemind = [new AlsoRemindDocument("exposed", "later")] });
        yield return Fault("rules[22].repeatEvery", "R23", rule => rule with { RepeatEvery = "PT0S" });
        yield return Fault("rules[0].rule", "R1", rule => rule with { Rule = "R99" });
        yield return Fault("rules[0].due", "R1", rule => rule with { Due = "P99Y" });
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Put_WithAFault_NamesItsPlace(string place, string rule, Func<PolicyRuleDocument, PolicyRuleDocument> change)
    {
        var read = await GetAsync();

        await Assert.ThatAsync(
            () => PutAsync(Change(read.Policy, rule, change), read.Version),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey(place));
    }

    [Test]
    public void Texts_InBothLanguages_AreComplete()
    {
        var keys = new[] { "sv", "en" }.Select(language => ObligationTexts.Texts
            .GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language == "sv")!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order().ToList()).ToList();

        Assert.That(keys[0], Is.EqualTo(keys[1]));
    }

    private static TestCaseData Fault(string place, string rule, Func<PolicyRuleDocument, PolicyRuleDocument> change) =>
        new TestCaseData(place, rule, change).SetArgDisplayNames(place, rule);

    private static FollowUpPolicyDocument Change(FollowUpPolicyDocument policy, string rule, Func<PolicyRuleDocument, PolicyRuleDocument> change) =>
        policy with { Rules = [.. policy.Rules.Select(r => r.Rule == rule ? change(r) : r)] };

    private Task<FollowUpPolicyResult> GetAsync() => _service.SendAsync(_employee.Id, new GetFollowUpPolicyQuery());

    private Task<FollowUpPolicyResult> PutAsync(FollowUpPolicyDocument policy, long version) =>
        _service.SendAsync(_admin.Id, new PutFollowUpPolicyCommand(policy, new ExpectedVersion([version])));

    private Task<PolicyInForce> CurrentAsync() =>
        _service.WithAsync(services => services.GetRequiredService<IPolicies>().CurrentAsync(_employer.Id, CancellationToken.None));
}
