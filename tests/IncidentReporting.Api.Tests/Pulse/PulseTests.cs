using System.Net;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Pulse;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Api.Tests.Pulse;

[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class PulseTests
{
    private PulseWorld _world = null!;
    private Guid _round;
    private Queue<string> _tokens = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await PulseWorld.StartAsync();
        (_round, var links) = await _world.OpenAsync();
        _tokens = new Queue<string>(links.Select(link => link.Token));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase("sv", "Har du under de senaste tolv månaderna, på grund av din yrkesutövning, utsatts för något av detta?")]
    [TestCase("en", "In the last twelve months, because of your professional practice, have you been exposed to any of this?")]
    public async Task Survey_OfALink_IsGivenToAnybodyInTheirLanguage(string language, string question)
    {
        using var answer = await _world.Host.Client(language).GetAsync($"/api/v1/pulse/{_tokens.Peek()}");

        var survey = await answer.JsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((string)survey["questions"]![0]!["text"]!, Is.EqualTo(question));
            Assert.That(survey["questions"]!.AsArray().Select(one => (string)one!["id"]!), Is.EqualTo(PulseQuestions.All.Select(one => one.Id)));
            Assert.That((string)survey["round"]!["employer"]!, Is.EqualTo("Testkommun"));
            Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo((string[])["no-referrer"]));
            Assert.That(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Test]
    public async Task Answer_IsTakenOnce()
    {
        var path = $"/api/v1/pulse/{_tokens.Dequeue()}";
        var body = """{"exposure": ["threat_veiled", "online_attack"], "support": "insufficient", "legal_protection": "rather_weak", "occupational_group": "counsellor"}""";

        using var first = await _world.Host.Client().PostJsonAsync($"{path}/answers", body);
        using var second = await _world.Host.Client().PostJsonAsync($"{path}/answers", body);
        using var look = await _world.Host.Client().GetAsync(path);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await second.ProblemAsync(HttpStatusCode.Conflict, "pulse_already_answered");
        await look.ProblemAsync(HttpStatusCode.Conflict, "pulse_already_answered");
    }

    [Test]
    public async Task Link_ThatNeverWas_IsNotFound()
    {
        var token = _tokens.Peek();

        foreach (var invented in new[] { "hej", token[..^1] + (token[^1] == 'A' ? 'E' : 'A'), token + "A" })
        {
            using var read = await _world.Host.Client().GetAsync($"/api/v1/pulse/{invented}");
            using var sent = await _world.Host.Client().PostJsonAsync($"/api/v1/pulse/{invented}/answers", """{"influence": "yes"}""");
            await read.ProblemAsync(HttpStatusCode.NotFound, "not_found");
            await sent.ProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [TestCase("""{"exposure": ["threat_veiled", "none"]}""", "exposure")]
    [TestCase("""{"exposure": ["shouting"], "support": "splendid"}""", "exposure", "support")]
    [TestCase("""{"legal_protection": "yes", "influence": "yes"}""", "legal_protection")]
    [TestCase("""{"legalProtection": "very_weak"}""", "legalProtection")]
    [TestCase("{}", "exposure")]
    public async Task Answer_ThatDoesNotHold_Is422NamingTheQuestion(string body, params string[] questions)
    {
        var path = $"/api/v1/pulse/{_tokens.Peek()}/answers";

        using var answer = await _world.Host.Client().PostJsonAsync(path, body);

        Assert.That((await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid")).ErrorPaths(), Is.EquivalentTo(questions));
    }

    [Test]
    public async Task Answer_WithAnIdempotencyKeyAndASession_LeavesNeither()
    {
        var before = await _world.WithDbAsync(db => db.Set<IdempotencyRecord>().CountAsync());

        using var answer = await _world.Coordinator.PostJsonAsync($"/api/v1/pulse/{_tokens.Dequeue()}/answers", """{"influence": "yes"}""", ("Idempotency-Key", "my-answer"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(await _world.WithDbAsync(db => db.Set<IdempotencyRecord>().CountAsync()), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Round_SentTwiceWithOneKey_IsMadeOnce()
    {
        var first = await _world.CreateAsync(("Idempotency-Key", "autumn"));
        var second = await _world.CreateAsync(("Idempotency-Key", "autumn"));

        Assert.That((string)second["id"]!, Is.EqualTo((string)first["id"]!));
    }

    [Test]
    public async Task Rounds_ShowWhoWasAskedAndNeverExactlyHowManyAnswered()
    {
        var rounds = (await (await _world.Coordinator.GetAsync("/api/v1/pulse-rounds")).JsonAsync())["items"]!.AsArray();

        var round = rounds.Single(row => (string)row!["id"]! == _round.ToString())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)round["state"]!, Is.EqualTo("open"));
            Assert.That((int)round["invited"]!, Is.EqualTo(PulseWorld.People));
            Assert.That(round["publishedAnswers"], Is.Null);
            Assert.That(round.AsObject().Select(member => member.Key), Does.Not.Contain("linkKey").And.Not.Contain("answered"));
        }
    }

    [Test]
    public async Task Round_ThatDoesNotHold_Is422ByField()
    {
        using var answer = await _world.Coordinator.PostJsonAsync("/api/v1/pulse-rounds", """{"name": "", "opensOn": "2026-13-01"}""");
        using var empty = await _world.Coordinator.PostJsonAsync("/api/v1/pulse-rounds", "{}");

        Assert.That((await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity)).ErrorPaths(), Does.Contain("opensOn"));
        Assert.That((await empty.ProblemAsync(HttpStatusCode.UnprocessableEntity)).ErrorPaths(), Is.EquivalentTo((string[])["name", "opensOn", "closesOn", "unitIds"]));
    }

    [Test]
    public async Task Mails_InTheList_ShowRuleAndStateOnly()
    {
        await _world.Host.GiveAsync("coordinator@example.org", Domain.Organisation.Role.Administrator);

        var mails = (await (await _world.Coordinator.GetAsync("/api/v1/mail-messages?limit=200")).JsonAsync())["items"]!.AsArray();

        var invitation = mails.First(mail => (string)mail!["template"]! == "pulse_invitation")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string)invitation["rule"]!, (string)invitation["step"]!), Is.EqualTo(("pulse", "invitation")));
            Assert.That(mails.ToJsonString(), Does.Not.Contain("sealed").And.Not.Contain(_tokens.Peek()));
        }
    }
}
