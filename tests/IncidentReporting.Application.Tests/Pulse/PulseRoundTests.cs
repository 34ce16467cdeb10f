using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Pulse.CreateRound;
using IncidentReporting.Application.Pulse.GetRound;
using IncidentReporting.Application.Pulse.GetSurvey;
using IncidentReporting.Application.Pulse.ListRounds;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Pulse;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PulseRoundTests(DatabaseProvider provider)
{
    private const int Asked = 28;

    private PulseHouse _house = null!;

    [SetUp]
    public async Task StartAsync() => _house = await PulseHouse.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Round_OfToday_AsksEverybodyWhoWorksThereAtOnce()
    {
        var round = await _house.OpenAsync();

        var (mails, tickets) = (await _house.MailsAsync(), await _house.TicketsAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mails, Has.Count.EqualTo(Asked).And.All.Matches<OutboxMessage>(mail => mail is { Template: MailTemplate.PulseInvitation, LinkPath: null, SealedLink: not null }));
            Assert.That(mails.Select(mail => mail.RecipientId), Is.Unique);
            Assert.That(mails.Select(mail => mail.RecipientId), Does.Contain(_house.Worker.Id).And.Not.Contain(_house.Gone.Id).And.Not.Contain(_house.Analyst.Id).And.Not.Contain(_house.Coordinator.Id));
            Assert.That(tickets, Has.Count.EqualTo(Asked));
            Assert.That((await _house.RoundAsync(round)).Invited, Is.EqualTo(Asked));
        }
    }

    [Test]
    public async Task Answer_OfASmallUnit_SaysNeitherItNorTheOneThatJoinsIt()
    {
        await _house.OpenAsync();

        // 4 in the small one: one of those with 12 joins them, so that "the employer" means 16 people.
        var units = (await _house.TicketsAsync()).GroupBy(ticket => ticket.UnitId, (unit, tickets) => (Key: unit, Value: tickets.Count())).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(units.Select(unit => unit.Value), Is.EquivalentTo([12, 16]));
            Assert.That(units.Single(unit => unit.Value == 16).Key, Is.Null);
            Assert.That(units.Single(unit => unit.Value == 12).Key, Is.EqualTo(_house.Large.Id).Or.EqualTo(_house.Other.Id));
        }
    }

    [Test]
    public async Task Round_PlannedAhead_AsksInTheMorningAndRemindsHalfwayAndCloses()
    {
        var round = await _house.CreateAsync(PulseHouse.Today.AddDays(3), PulseHouse.Today.AddDays(16), _house.Department);
        await AtAsync(PulseHouse.Today.AddDays(3), 7, 29, PulseRoundState.Open, mails: 0);
        await AtAsync(PulseHouse.Today.AddDays(3), 7, 30, PulseRoundState.Open, mails: Asked);
        await _house.DeliverAsync();
        await AtAsync(PulseHouse.Today.AddDays(10), 7, 29, PulseRoundState.Open, mails: Asked);
        await AtAsync(PulseHouse.Today.AddDays(10), 7, 30, PulseRoundState.Open, mails: 2 * Asked);
        await AtAsync(PulseHouse.Today.AddDays(16), 23, 59, PulseRoundState.Open, mails: 2 * Asked);
        Assert.That((await _house.RoundAsync(round)).ClosedAt, Is.Null);
        await _house.DeliverAsync();
        await AtAsync(PulseHouse.Today.AddDays(17), 0, 0, PulseRoundState.Closed, mails: 2 * Asked);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _house.RoundAsync(round)).ClosedAt, Is.Not.Null);
            Assert.That((await _house.MailsAsync()).CountBy(mail => mail.Template), Is.EquivalentTo(new Dictionary<MailTemplate, int> { [MailTemplate.PulseInvitation] = Asked, [MailTemplate.PulseReminder] = Asked }));
            Assert.That(await _house.StepAsync(), Is.Zero);
        }

        async Task AtAsync(DateOnly day, int hour, int minute, PulseRoundState state, int mails)
        {
            _house.Service.Time.MoveTo(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(1)));
            await _house.StepAsync();
            Assert.That((await _house.RoundAsync(round)).StateAt(_house.Service.Now), Is.EqualTo(state));
            Assert.That(await _house.MailsAsync(), Has.Count.EqualTo(mails), $"{day} {hour}.{minute}");
        }
    }

    [Test]
    public async Task Reminder_GoesToWhoWasAskedAndStillWorksThere_WithoutALink()
    {
        await _house.OpenAsync();
        await _house.DeliverAsync();
        _house.Service.Time.Advance(TimeSpan.FromDays(8));
        await _house.StepAsync();

        var reminders = (await _house.MailsAsync()).Where(mail => mail.Template == MailTemplate.PulseReminder).ToList();
        Assert.That(reminders, Has.Count.EqualTo(Asked).And.All.Matches<OutboxMessage>(mail => mail is { LinkPath: null, SealedLink: null, Step: "reminder" }));
    }

    [Test]
    public async Task Link_OpensTheSurveyAndAnswersOnce()
    {
        await _house.OpenAsync();
        var token = (await _house.TokensAsync())[0].Token;

        var survey = await _house.Service.SendAsync(new GetPulseSurveyQuery(token));
        await _house.AnswerAsync(token, ("exposure", "threat_veiled"), ("exposure", "physical_violence"), ("support", "none"), ("occupational_group", "counsellor"));

        var answer = (await _house.AnswersAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((survey.Round.Employer, survey.Round.Name, survey.Questions.Count), Is.EqualTo(("Arbetsgivarnamn", "Hösten", PulseQuestions.All.Count)));
            Assert.That((answer.Exposure, answer.Support, answer.OccupationalGroup, answer.Influence), Is.EqualTo((1 | 16, 4, 4, 0)));
            Assert.That(answer.StatKey, Is.InRange(0, uint.MaxValue));
            Assert.That(await _house.TicketsAsync(), Has.Count.EqualTo(Asked - 1));
            Assert.That(() => _house.AnswerAsync(token, ("influence", "yes")), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(PulseRules.NotYetAnswered));
            Assert.That(() => _house.Service.SendAsync(new GetPulseSurveyQuery(token)), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(PulseRules.NotYetAnswered));
        }
    }

    [Test]
    public async Task Link_InTwoWindowsAtOnce_GivesOneAnswer()
    {
        await _house.OpenAsync();
        var token = (await _house.TokensAsync())[0].Token;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await _house.AnswerAsync(token, ("influence", "yes"));
                return "answered";
            }
            catch (RuleBrokenException broken)
            {
                return broken.Rule.Code;
            }
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.CountBy(outcome => outcome), Is.EquivalentTo(new Dictionary<string, int> { ["answered"] = 1, ["pulse_already_answered"] = 5 }));
            Assert.That(await _house.AnswersAsync(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Link_ThatNeverWas_IsNotFound()
    {
        await _house.OpenAsync();
        var token = (await _house.TokensAsync())[0].Token;
        var changed = token[..40] + (token[40] == 'A' ? 'B' : 'A') + token[41..];

        foreach (var invented in new[] { changed, token + "A", token[..^1], "hej", string.Empty, new string('A', token.Length), new string('å', token.Length) })
        {
            Assert.That(() => _house.AnswerAsync(invented, ("influence", "yes")), Throws.TypeOf<NotFoundException>(), invented.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [TestCase("exposure", "threat_veiled", "none")]
    [TestCase("support", "fully", "mostly")]
    [TestCase("legal_protection", "splendid", "splendid")]
    public async Task Answer_ThatDoesNotHold_IsRefusedByQuestionAndKeepsTheLink(string question, string one, string other)
    {
        await _house.OpenAsync();
        var token = (await _house.TokensAsync())[0].Token;

        Assert.That(() => _house.AnswerAsync(token, (question, one), (question, other)), Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey(question));
        Assert.That(() => _house.AnswerAsync(token), Throws.TypeOf<InvalidInputException>(), "a link is not spent on nothing");

        await _house.AnswerAsync(token, ("influence", "no"));
        Assert.That(await _house.AnswersAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Close_MixesTheAnswersUnderNewKeysAndEndsAllLinks()
    {
        var round = await _house.OpenAsync();
        var tokens = await _house.TokensAsync();
        await _house.DeliverAsync();
        foreach (var (place, token) in tokens.Take(9).Index())
        {
            await _house.AnswerAsync(token.Token, ("influence", place < 4 ? "yes" : "no"));
        }

        var before = await _house.AnswersAsync();
        _house.Service.Time.Advance(TimeSpan.FromDays(14));
        await _house.StepAsync();

        var after = await _house.AnswersAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.CountBy(answer => (answer.Influence, answer.UnitId)), Is.EquivalentTo(before.CountBy(answer => (answer.Influence, answer.UnitId))));
            Assert.That(after.Select(answer => answer.Id), Is.Not.SubsetOf(before.Select(answer => answer.Id)).And.None.AnyOf(before.Select(answer => (object)answer.Id).ToArray()));
            Assert.That(after.Select(answer => answer.StatKey), Is.Not.EquivalentTo(before.Select(answer => answer.StatKey)));
            Assert.That(await _house.TicketsAsync(), Is.Empty);
            Assert.That((await _house.RoundAsync(round)).NextStepAt, Is.Null);
            foreach (var used in new[] { tokens[0].Token, tokens[20].Token })
            {
                Assert.That(() => _house.AnswerAsync(used, ("influence", "yes")), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(PulseRules.RoundIsOpen));
            }
        }
    }

    [Test]
    public async Task Close_TakesMailsThatNeverLeftWithIt()
    {
        await _house.OpenAsync();
        _house.Service.Time.Advance(TimeSpan.FromDays(14));
        await _house.StepAsync();

        Assert.That(await _house.MailsAsync(), Is.Empty);
    }

    [Test]
    public async Task Link_AfterTheLastDay_IsClosedBeforeTheRoundIsTidied()
    {
        await _house.OpenAsync();
        var token = (await _house.TokensAsync())[0].Token;
        _house.Service.Time.Advance(TimeSpan.FromDays(14));

        Assert.That(() => _house.AnswerAsync(token, ("influence", "yes")), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(PulseRules.RoundIsOpen));
    }

    [Test]
    public async Task Count_OfAnswers_IsNotToldWhileItMoves()
    {
        var round = await _house.OpenAsync();
        var tokens = await _house.TokensAsync();
        var shown = new List<long?>();
        foreach (var token in tokens.Take(11))
        {
            await _house.AnswerAsync(token.Token, ("influence", "yes"));
            shown.Add((await _house.Service.SendAsync(_house.Analyst.Id, new GetPulseRoundQuery(round.Value))).PublishedAnswers);
        }

        Assert.That(shown, Is.All.Null);
    }

    [Test]
    public async Task Rounds_AreTheEmployersOwn_LatestFirst()
    {
        var first = await _house.CreateAsync(PulseHouse.Today, PulseHouse.Today, _house.Large);
        var second = await _house.CreateAsync(PulseHouse.Today.AddDays(30), PulseHouse.Today.AddDays(40), _house.Large, _house.Other);
        var elsewhere = TestOrganisation.Named("En annan", _house.Service.Now);
        var stranger = elsewhere.AddPerson("Främling", elsewhere.Top, Role.Administrator);
        await elsewhere.SaveAsync(_house.Service);

        var list = await _house.Service.SendAsync(_house.Analyst.Id, new ListPulseRoundsQuery());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Items.Select(round => (round.Id, round.State, round.Invited)), Is.EqualTo([(second.Value, PulseRoundState.Planned, null), (first.Value, PulseRoundState.Open, (int?)null)]));
            Assert.That(list.Items[0].UnitIds, Is.EquivalentTo([_house.Large.Id, _house.Other.Id]));
            Assert.That((await _house.Service.SendAsync(stranger.Id, new ListPulseRoundsQuery())).Items, Is.Empty);
            Assert.That(() => _house.Service.SendAsync(stranger.Id, new GetPulseRoundQuery(first.Value)), Throws.TypeOf<NotFoundException>());
            Assert.That(() => _house.Service.SendAsync(_house.Worker.Id, new ListPulseRoundsQuery()), Throws.TypeOf<NotAllowedException>());
            Assert.That(() => _house.Service.SendAsync(_house.Analyst.Id, new CreatePulseRoundCommand("A", PulseHouse.Today, PulseHouse.Today, [_house.Large.Id])), Throws.TypeOf<NotAllowedException>());
        }
    }

    [Test]
    public void Round_ThatDoesNotHold_IsRefusedByField()
    {
        using (Assert.EnterMultipleScope())
        {
            Refused(new CreatePulseRoundCommand(" ", null, null, []), "name", "opensOn", "closesOn", "unitIds");
            Refused(new CreatePulseRoundCommand("A", PulseHouse.Today.AddDays(1), PulseHouse.Today, [_house.Large.Id]), "closesOn");
            Refused(new CreatePulseRoundCommand("A", PulseHouse.Today, PulseHouse.Today.AddDays(92), [_house.Large.Id]), "closesOn");
            Refused(new CreatePulseRoundCommand("A", PulseHouse.Today.AddDays(-1), PulseHouse.Today, [_house.Large.Id]), "opensOn");
            Refused(new CreatePulseRoundCommand("A", PulseHouse.Today, PulseHouse.Today, [new UnitId(Guid.NewGuid())]), "unitIds");
        }
    }

    private void Refused(CreatePulseRoundCommand command, params string[] fields) => Assert.That(
        () => _house.Service.SendAsync(_house.Coordinator.Id, command),
        Throws.TypeOf<InvalidInputException>().With.Matches<InvalidInputException>(invalid => invalid.Errors.Keys.Order().SequenceEqual(fields.Order())), string.Join(' ', fields));
}
