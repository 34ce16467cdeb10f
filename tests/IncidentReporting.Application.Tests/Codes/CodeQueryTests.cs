using System.Globalization;
using IncidentReporting.Application.Codes.GetCodeList;
using IncidentReporting.Application.Codes.ListCodeLists;
using IncidentReporting.Application.Codes.ListLegalCards;
using IncidentReporting.Application.Codes.ListOffenceHints;
using IncidentReporting.Application.Codes.ListRulePacks;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Tests.Codes;

[TestFixture]
internal sealed class CodeQueryTests
{
    private static readonly Caller Swedish = new("sv");

    private static readonly Caller English = new("en");

    [Test]
    public async Task ListCodeLists_InEnglish_LabelsEveryCodeInBothLanguages()
    {
        var lists = await new ListCodeListsHandler(English).Handle(new ListCodeListsQuery(null), default);

        var kinds = lists.Items.Single(list => list.Id == "incident_kinds");
        var death = kinds.Codes.Single(code => code.Id == "threat_direct.death");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lists.Items, Has.Count.EqualTo(CodeLists.All.Count));
            Assert.That(lists.Next, Is.Null);
            Assert.That(kinds.Label, Is.EqualTo("Incident kind"));
            Assert.That(death.Label, Is.EqualTo("Death threat"));
            Assert.That(death.Labels, Is.EqualTo(new Wording("Dödshot", "Death threat")));
            Assert.That(death.ValidFrom, Is.EqualTo(new DateOnly(1990, 1, 1)));
            Assert.That(death.Properties["avDutySuggestion"].GetBoolean(), Is.True);
        }
    }

    [Test]
    public async Task GetCodeList_OnADayBeforeTheList_HasNoCodes()
    {
        var list = await new GetCodeListHandler(Swedish).Handle(new GetCodeListQuery("channels", new DateOnly(1989, 12, 31)), default);

        Assert.That(list.Codes, Is.Empty);
    }

    [Test]
    public async Task GetCodeList_ThatDoesNotExist_IsNotFound() =>
        await Assert.ThatAsync(() => new GetCodeListHandler(Swedish).Handle(new GetCodeListQuery("telegrams", null), default), Throws.TypeOf<NotFoundException>());

    [Test]
    public async Task ListLegalCards_WithoutADate_ShowsTheLawOfTheDayInStockholm()
    {
        // 22:30 UTC is already the next day in Stockholm, the day the new law came into force.
        var handler = new ListLegalCardsHandler(Swedish, new Stopped("2025-07-01T22:30:00Z"));

        var cards = await handler.Handle(new ListLegalCardsQuery("employee", null), default);

        Assert.That(cards.Items.Select(card => card.Id), Has.Member("insult_official").And.No.Member("protection_official_before_2025"));
    }

    [TestCase("employee", true)]
    [TestCase("head_safety_representative", true)]
    [TestCase("boss", false)]
    public void ListLegalCards_ForARole_TakesOnlyRolesThatExist(string role, bool valid) =>
        Assert.That(new ListLegalCardsValidator().Validate(new ListLegalCardsQuery(role, null)).IsValid, Is.EqualTo(valid));

    [Test]
    public async Task ListRulePacks_OfSwedenToday_HoldsTheLimitsAndNoEarlierLaw()
    {
        var packs = await new ListRulePacksHandler(English).Handle(new ListRulePacksQuery("SE", new DateOnly(2026, 11, 21)), default);

        var rules = packs.Items.Single().Rules;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rules.Select(rule => rule.ValidTo), Has.All.Null);
            Assert.That(rules.Single(rule => rule.Rule == "R3").Limit, Is.EqualTo("PT24H"));
            Assert.That(rules.Single(rule => rule.Rule == "R3").Label, Is.EqualTo(RuleTitles.For("R3", "en")));
        }
    }

    [TestCase("US-CA", true)]
    [TestCase("SE", true)]
    [TestCase("se", false)]
    public void ListRulePacks_OfACountry_TakesOnlyCountriesThatHaveOne(string country, bool valid) =>
        Assert.That(new ListRulePacksValidator().Validate(new ListRulePacksQuery(country, null)).IsValid, Is.EqualTo(valid));

    [Test]
    public async Task ListOffenceHints_WithoutADate_StandUnderTheirReservation()
    {
        var hints = await new ListOffenceHintsHandler(English, new Stopped("2026-11-21T12:00:00Z"))
            .Handle(new ListOffenceHintsQuery(["other_violation.verbal_abuse"], null), default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hints.Items.Select(hint => hint.Section), Has.Member("17:3"));
            Assert.That(hints.Reservation, Does.Contain("police"));
        }
    }

    [TestCase("threat_veiled", true)]
    [TestCase("none", false)]
    public void ListOffenceHints_OfKinds_TakesOnlyKindsThatExist(string kind, bool valid) =>
        Assert.That(new ListOffenceHintsValidator().Validate(new ListOffenceHintsQuery([kind], null)).IsValid, Is.EqualTo(valid));

    private sealed class Caller(string language) : ICurrentUser
    {
        public UserId Id { get; } = new(Guid.CreateVersion7());

        public EmployerId EmployerId { get; } = new(Guid.CreateVersion7());

        public IReadOnlyList<HeldRole> Roles => [];

        public string Language => language;
    }

    private sealed class Stopped(string at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
    }
}
