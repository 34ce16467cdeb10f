using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Application.Tests.Statistics;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[SetUICulture("sv")]
[SetCulture("sv-SE")]
internal sealed class IndicatorTests
{
    private static readonly string[] Withheld = ["O20", "O23", "O24", "O28"];

    private PublishedWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await PublishedWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Police_AsInTheMethod_IsToldWithIntervalAndVerdict()
    {
        await PutIncidentsAsync();

        await IsAsync("V7", 23, 17.3, 29.0, n: 212, BenchmarkVerdict.NotDistinguishable);
        await IsAsync("V8", 33, 20.3, 49.5, n: 48, BenchmarkVerdict.NotDistinguishable);
        Assert.That((await _world.FigureAsync("V7")).Verdict!.Text, Does.StartWith("går inte att skilja från 20").And.EndWith("(Vision 2021)"));
    }

    [Test]
    public async Task Support_AsInTheMethod_IsAShareOfTwoPublishedNumbers()
    {
        await _world.PutAsync(
            _world.Node, PublishedWorld.Year, ("exposures", 212), ("exposures.support.adequate", 57), ("exposures.support.insufficient", 20), ("exposures.support.none", 11));

        await IsAsync("V4", 35, 25.7, 46.1, n: 88, BenchmarkVerdict.NotDistinguishable);
    }

    [Test]
    public async Task Private_AsInTheMethod_IsOfTheSectorWhoeverAsks()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(StatNode.OfSector("private_provider"), PublishedWorld.Year, ("incidents", 160), ("incidents.policeStatus.reported", 22));
        var before = (await _world.AskAsync()).Items.Single(item => item.Id == "V9");
        var other = IncidentReporting.TestKit.TestOrganisation.Named("Enskild", _world.Service.Now, "private_provider");
        await other.SaveAsync(_world.Service);

        await IsAsync("V9.private_provider", 14, 9.0, 20.5, n: 160, BenchmarkVerdict.NotDistinguishable);
        Assert.That(before.ReasonCode, Is.EqualTo("no_sector"));
    }

    [Test]
    public async Task Exposed_AsInTheMethod_IsAShareOfTheHeadcount()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(_world.Node, PublishedWorld.Year, ("persons", 212), ("persons.repeat.three_or_more", 40), ("persons.occupationalGroup.social_secretary", 212));
        await _world.StaffAsync(PublishedWorld.Year, 430, fte: 400);

        await IsAsync("V1", 49, 44.5, 54.1, n: 430, BenchmarkVerdict.NotDistinguishable);
        await IsAsync("V3.social_secretary", 49, 44.5, 54.1, n: 430, BenchmarkVerdict.Lower);
        await IsAsync("O10", 19, 14.0, 25.0, n: 212, verdict: null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _world.FigureAsync("O8.per_staff")).Value, Is.EqualTo(49.3), "212 per 430");
            Assert.That((await _world.FigureAsync("O8.per_fte")).Value, Is.EqualTo(53), "212 per 400");
            Assert.That((await _world.FigureAsync("O8.per_contacts")).ReasonCode, Is.EqualTo("not_counted"));
            Assert.That((await _world.FigureAsync("V3.counsellor")).ReasonCode, Is.EqualTo("no_headcount"));
        }
    }

    [Test]
    public async Task Exposed_WhereTheSurveysAnswersAreKnown_IsComparedByTheDifference()
    {
        await using var world = await PublishedWorld.StartAsync(visionAnswers: 1000);
        await world.PutAsync(world.Node, PublishedWorld.Year, ("incidents", 212), ("persons", 212));
        await world.StaffAsync(PublishedWorld.Year, 400);
        var figure = await world.FigureAsync("V1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figure.Benchmark!.N, Is.EqualTo(1000));
            Assert.That(figure.Verdict!.Code, Is.EqualTo(BenchmarkVerdict.Higher), "53 % against 45 %");
        }
    }

    [Test]
    public async Task Margin_WithDueOnes_IsAShareOfTheirOwnNumber()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(
            _world.Node, PublishedWorld.Year,
            ("incidents.first_follow_up.on_time", 60), ("incidents.first_follow_up.late", 25), ("incidents.first_follow_up.not_held", 15), ("incidents.first_follow_up.declined", 20),
            ("incidents.av_notice.sent_within_24_hours", 24), ("incidents.av_notice.sent_later", 4), ("incidents.av_notice.required_not_sent", 2));

        await IsAsync("O5.first", 60, 49.4, 69.7, n: 100, verdict: null);
        await IsAsync("O7.required", 14, 9.9, 19.8, n: 212, verdict: null);
        await IsAsync("O7.within_24_hours", 80, 54.6, 93.0, n: 30, verdict: null);
    }

    [Test]
    public async Task Times_AreToldAsTheClassThatHoldsTheMiddle()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(
            _world.Node, PublishedWorld.Year,
            ("incidents.report_delay.within_2_hours", 10), ("incidents.report_delay.within_8_hours", 20), ("incidents.report_delay.within_24_hours", 30),
            ("incidents.report_delay.within_3_days", 20), ("incidents.report_delay.within_7_days", 10), ("incidents.report_delay.later", 5));
        var (median, ninety) = (await _world.FigureAsync("O1.median"), await _world.FigureAsync("O1.nine_in_ten"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((median.Value, median.Text, median.N), Is.EqualTo(((double?)24, "24 timmar", (double?)95)), "10+20+30 of 95");
            Assert.That((ninety.Value, ninety.Text), Is.EqualTo(((double?)168, "7 dygn")), "90 of 95");
            Assert.That((await _world.FigureAsync("O2.median")).ReasonCode, Is.EqualTo("too_many_small"));
        }
    }

    [Test]
    public async Task Survey_IsToldBesideTheRegister_WithTheDarkFigure()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(_world.Node, PublishedWorld.Year, ("persons", 212));
        await _world.StaffAsync(PublishedWorld.Year, 430);
        await _world.SurveyAsync(
            (90, new() { ["exposure"] = ["threat_veiled", "threat_direct"], ["prevention"] = ["not_enough"], ["legal_protection"] = ["very_weak"] }),
            (60, new() { ["exposure"] = ["none"], ["prevention"] = ["enough"], ["legal_protection"] = ["rather_strong"] }));
        var result = await _world.AskAsync();
        var exposed = result.Items.Single(item => item.Id == "V1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((exposed.Pulse!.Value, exposed.Pulse.Low, exposed.Pulse.High, exposed.Pulse.N), Is.EqualTo(((double?)60, (double?)51.8, (double?)67.6, (double?)150)));
            Assert.That(exposed.Pulse.Verdict!.Code, Is.EqualTo(BenchmarkVerdict.Higher));
            Assert.That(result.Round!.Answers.Value, Is.EqualTo(150));
        }

        await IsAsync("O9", 18, 2.3, 29.8, n: null, verdict: null);
        await IsAsync("V5", 60, 51.8, 67.6, n: 150, BenchmarkVerdict.Higher);
        await IsAsync("V10", 60, 51.8, 67.6, n: 150, BenchmarkVerdict.Higher);
        await IsAsync("V1a.threat_direct", 60, 51.6, 67.9, n: 150, verdict: null);
    }

    [Test]
    public async Task Change_IsOnlyToldAsOne_WhereItIsMoreThanChance()
    {
        await _world.FreezeAsync(PublishedWorld.Year - 1);
        await PutIncidentsAsync();
        await _world.PutAsync(_world.Node, PublishedWorld.Year - 1, ("incidents", 150), ("incidents.policeStatus.reported", 60));
        await _world.StaffAsync(PublishedWorld.Year, 430);
        await _world.StaffAsync(PublishedWorld.Year - 1, 430);
        var (police, rate) = (await _world.FigureAsync("V7"), await _world.FigureAsync("O8.per_staff"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _world.AskAsync()).Before, Is.EqualTo("2024"));
            Assert.That(police.Change, Is.EqualTo(new ChangeResult("2024", 40, ChangeDirection.Down, "lägre än 2024 (40\u00a0%)")));
            Assert.That(rate.Change!.Direction, Is.EqualTo(ChangeDirection.Up), "212 against 150: z = 3.2");
            Assert.That((await _world.FigureAsync("O14.reported")).Change!.Direction, Is.EqualTo(ChangeDirection.None), "48 against 60: z = −1.1");
        }
    }

    [Test]
    public async Task Influence_BelowTen_IsNotTold()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(_world.Node, PublishedWorld.Year, ("exposures", 212), ("exposures.influence.yes", 9), ("exposures.influence.no", 60));
        var figure = await _world.FigureAsync("V13");

        Assert.That((figure.State, figure.Upper, figure.Value, figure.Suppressed, figure.Text), Is.EqualTo((IndicatorState.Small, (int?)9, (double?)null, true, "färre än 10")));
    }

    [Test]
    public async Task PlatformNotices_RemovedWithinSevenDays_AreAShareOfAllSent()
    {
        await _world.PutAsync(
            _world.Node, PublishedWorld.Year, ("incidents", 400), ("incidents.platform_notice.removed_within_7_days", 60),
            ("incidents.platform_notice.removed_later", 10), ("incidents.platform_notice.not_removed", 30));

        var figure = await _world.FigureAsync("O27");

        Assert.That((figure.Value, figure.N), Is.EqualTo(((double?)60, (double?)100)), figure.Reason);
    }

    [Test]
    public async Task Shares_BeyondTheBounds_AreToldAsThem()
    {
        await _world.PutAsync(
            _world.Node, PublishedWorld.Year, ("incidents", 400), ("incidents.at_home.yes", 10), ("incidents.relative_hit.yes", 395), ("incidents.in_campaign.yes", 4));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StateAsync("O19.at_home"), Is.EqualTo((IndicatorState.Under, "under 5\u00a0%")));
            Assert.That(await StateAsync("O19.relative_hit"), Is.EqualTo((IndicatorState.Over, "över 95\u00a0%")));
            Assert.That(await StateAsync("O19.campaign"), Is.EqualTo((IndicatorState.Small, "färre än 5")));
        }
    }

    [Test]
    public async Task Figures_ThatCannotBeTold_SayWhyInWords()
    {
        await _world.PutAsync(_world.Node, PublishedWorld.Year, ("incidents", 19), ("incidents.policeStatus.reported", 6));
        var items = (await _world.AskAsync()).Items.ToDictionary(item => item.Id);
        var unit = (await _world.AskAsync(_world.Unit.Id.Value.ToString())).Items.ToDictionary(item => item.Id);
        var country = (await _world.AskAsync("national")).Items.ToDictionary(item => item.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(items["V7"].ReasonCode, Is.EqualTo("too_small_for_table"));
            Assert.That(items["V1"].ReasonCode, Is.EqualTo("no_headcount"));
            Assert.That(items["V5"].ReasonCode, Is.EqualTo("no_round"));
            Assert.That(items["O9"].ReasonCode, Is.EqualTo("dark"));
            Assert.That(unit["O1"].ReasonCode, Is.EqualTo("unit_not_shown"));
            Assert.That(unit["V7"].ReasonCode, Is.EqualTo("few_staff"));
            Assert.That(country["V5"].ReasonCode, Is.EqualTo("survey_node"));
            Assert.That(Withheld.Select(id => items[id].Reason), Is.All.Contains("inte bland de skyddade talen"));
            Assert.That(
                items.Values.SelectMany(item => item.Parts.Count == 0 ? [item] : item.Parts).Where(figure => figure.State is not (IndicatorState.Ok or IndicatorState.Under or IndicatorState.Over)),
                Is.All.Matches<FigureResult>(figure => figure.Value is null && figure.Low is null && !string.IsNullOrEmpty(figure.Reason)));
        }
    }

    [Test]
    public async Task Areas_WhereMostEmployersToldNoStaff_GiveNoRate()
    {
        await PutIncidentsAsync();
        await _world.PutAsync(StatNode.National, PublishedWorld.Year, ("incidents", 500));
        await _world.StaffAsync(PublishedWorld.Year, 430);
        var alone = await _world.FigureAsync("O8.per_staff", "national");
        await IncidentReporting.TestKit.TestOrganisation.Named("Utan tal", _world.Service.Now).SaveAsync(_world.Service);
        var among = await _world.FigureAsync("O8.per_staff", "national");

        Assert.That((alone.Value, among.ReasonCode), Is.EqualTo(((double?)116.3, "headcount_incomplete")));
    }

    [Test]
    public void Node_OfAnotherEmployer_IsRefused() =>
        Assert.That(async () => await _world.AskAsync(Guid.NewGuid().ToString()), Throws.InstanceOf<InvalidInputException>());

    [Test]
    public async Task Csv_HasARowForEachFigure_AndWhatMustBeSaid()
    {
        await PutIncidentsAsync();
        var result = await _world.AskAsync();
        var lines = IndicatorCsv.Of(result).Split("\r\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.EqualTo(1 + result.Items.Sum(item => Math.Max(1, item.Parts.Count)) + 5));
            Assert.That(lines.Single(line => line.StartsWith("V7,", StringComparison.Ordinal)), Does.StartWith("V7,1,,Polisanmälda händelser,percent,register,23,17.3,29,212,ok,"));
            Assert.That(lines[^4], Does.Contain("högst 5"));
            Assert.That(lines[^3], Does.Contain("PT-1"));
            Assert.That(lines[^2], Does.Contain("2025, final"));
        }
    }

    // 48 reported, of which 16 opened, as in the method's own example.
    private Task PutIncidentsAsync() => _world.PutAsync(
        _world.Node, PublishedWorld.Year,
        ("incidents", 212), ("incidents.policeStatus.undecided", 20), ("incidents.policeStatus.decided_not", 144), ("incidents.policeStatus.reported", 32), ("incidents.policeStatus.opened", 16));

    private async Task IsAsync(string id, double value, double low, double high, double? n, BenchmarkVerdict? verdict)
    {
        var figure = await _world.FigureAsync(id);
        Assert.That(
            (figure.Value, figure.Low, figure.High, figure.N, figure.Verdict?.Code), Is.EqualTo(((double?)value, (double?)low, (double?)high, n, verdict)), $"{id}: {figure.Reason}");
    }

    private async Task<(IndicatorState, string)> StateAsync(string id)
    {
        var figure = await _world.FigureAsync(id);
        return (figure.State, figure.Text);
    }
}
