using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace IncidentReporting.Api.Tests.Conventions;

[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ConventionTests
{
    private const string Tokens = "/api/v1/access-tokens";

    private TestHost _host = null!;
    private HttpClient _employee = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        await _host.AddPersonAsync("employee@example.org");
        _employee = await _host.SignInAsync("employee@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase("{")]
    [TestCase("hello")]
    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    [TestCase("{\"name\": 5}")]
    [TestCase("{\"name\": \"a\", \"scopes\": \"read\"}")]
    [TestCase("{\"name\": \"a\", \"scopes\": [1]}")]
    [TestCase("{\"name\": \"a\", \"scopes\": [null]}")]
    [TestCase("{\"name\": \"a\", \"expiresAt\": 17}")]
    [TestCase("{\"name\": \"a\", \"name\": \"b\"}")]
    [TestCase("{\"name\": \"\\ud800\"}")]
    public async Task Body_NotJsonOrOfWrongTypes_Is400(string body)
    {
        using var answer = await _employee.PostJsonAsync(Tokens, body);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "unreadable");
        Assert.That(problem.ErrorPaths(), Is.Not.Empty);
    }

    [Test]
    public async Task Body_NotUtf8_Is400()
    {
        var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await _employee.PostAsync(Tokens, content);

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Body_WithUnknownMembers_Is422NamingEach()
    {
        using var answer = await _employee.PostJsonAsync(Tokens, """{"name": "a", "expiresIn": 5, "Scopes": []}""");

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.That(problem.ErrorPaths(), Is.EquivalentTo(["expiresIn", "Scopes"]));
    }

    [TestCase("""{"name": "a", "expiresAt": "tomorrow"}""", "expiresAt")]
    [TestCase("""{"name": "a", "expiresAt": "2027-01-01T10:00:00"}""", "expiresAt")]
    [TestCase("""{"name": "a", "expiresAt": "1999-01-01T10:00:00Z"}""", "expiresAt")]
    [TestCase("""{"name": "a\u0000b"}""", "name")]
    [TestCase("""{"name": ""}""", "name")]
    [TestCase("""{"name": "a", "scopes": ["everything!"]}""", "scopes")]
    public async Task Body_WithUnusableValue_Is422NamingTheMember(string body, string path)
    {
        using var answer = await _employee.PostJsonAsync(Tokens, body);

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.That(problem.ErrorPaths(), Is.EquivalentTo([path]));
    }

    [Test]
    public async Task Problem_OfBadValue_DoesNotRepeatIt()
    {
        using var answer = await _employee.PostJsonAsync(Tokens, """{"name": "a", "expiresAt": "hemligt ord", "scopes": ["hemligt ord"]}""");

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("hemligt"));
    }

    [Test]
    public async Task Body_OfAnotherContentType_Is415()
    {
        using var answer = await _employee.PostAsync(Tokens, new StringContent("name=a", Encoding.UTF8, "application/x-www-form-urlencoded"));

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Test]
    public async Task Body_TooLarge_Is413()
    {
        var tooMuch = $$"""{"name": "{{new string('x', 6 * 1024 * 1024)}}"}""";

        using var answer = await _employee.PostJsonAsync(Tokens, tooMuch);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Test]
    public async Task Query_WithUnknownParameters_Is422NamingEach()
    {
        using var answer = await _employee.GetAsync("/api/v1/me?verbose=1&lang=sv");

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.That(problem.ErrorPaths(), Is.EquivalentTo(["verbose", "lang"]));
    }

    [Test]
    public async Task Query_WithAnUnusableValue_Is422NamingTheParameter()
    {
        using var answer = await _employee.GetAsync("/api/v1/legal-cards?date=someday");

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.That(problem.ErrorPaths(), Is.EqualTo(["date"]));
    }

    [TestCase("/api/v1/nothing")]
    [TestCase("/api/v1/sessions/not-an-id")]
    [TestCase("/nothing")]
    public async Task Address_Unknown_Is404(string path)
    {
        using var answer = await _employee.DeleteAsync(path);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Thing_OfNobodyOrSomebodyElse_Is404()
    {
        using var answer = await _employee.DeleteAsync($"/api/v1/sessions/{Guid.CreateVersion7()}");

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Method_NotThere_Is405NamingThoseThatAre()
    {
        using var answer = await _employee.PutAsync("/api/v1/session", content: null);

        await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        Assert.That(answer.Content.Headers.Allow, Is.EquivalentTo(["POST", "DELETE"]));
    }

    [Test]
    public async Task Caller_NotSignedIn_Is401()
    {
        using var answer = await _host.Client().GetAsync("/api/v1/me");

        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "not_signed_in");
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
    }

    [TestCase("sv", "Du är inte inloggad")]
    [TestCase("en", "You are not signed in")]
    [TestCase("de, en-GB;q=0.5, sv;q=0.1", "You are not signed in")]
    [TestCase("fr", "Du är inte inloggad")]
    public async Task Problem_InTheLanguageAskedFor_SaysSo(string language, string title)
    {
        using var answer = await _host.Client(language).GetAsync("/api/v1/me");

        var problem = await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.That((string)problem["title"]!, Is.EqualTo(title));
    }

    [Test]
    public async Task Answer_OfTheInterface_IsNotKeptAndTellsTheBrowserSo()
    {
        using var answer = await _employee.GetAsync("/api/v1/me");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(answer.Headers.Vary, Does.Contain("Accept-Language"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'"));
        }
    }

    [Test]
    public async Task Key_SentAgainWithTheSameBody_GivesTheFirstAnswer()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var first = await _employee.PostJsonAsync(Tokens, """{"name": "once"}""", key);
        using var second = await _employee.PostJsonAsync(Tokens, """{"name": "once"}""", key);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(second.Headers.Location, Is.EqualTo(first.Headers.Location));
            Assert.That(await second.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
            Assert.That(await CountTokensAsync("once"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Key_SentAtTheSameMoment_MakesOneThing()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _employee.PostJsonAsync(Tokens, """{"name": "race"}""", key)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.Created));
            Assert.That(answers.Select(answer => answer.Headers.Location).Distinct().Count(), Is.EqualTo(1));
            Assert.That(await CountTokensAsync("race"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Key_SentAgainWithAnotherBody_Is422()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var first = await _employee.PostJsonAsync(Tokens, """{"name": "a"}""", key);
        using var second = await _employee.PostJsonAsync(Tokens, """{"name": "b"}""", key);

        var problem = await second.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.That(problem.ErrorPaths(), Is.EquivalentTo(["Idempotency-Key"]));
    }

    [TestCase(129)]
    [TestCase(0)]
    public async Task Key_TooLongOrEmpty_Is422(int length)
    {
        using var answer = await _employee.PostJsonAsync(Tokens, """{"name": "a"}""", ("Idempotency-Key", new string('k', length)));

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.That(problem.ErrorPaths(), Is.EquivalentTo(["Idempotency-Key"]));
    }

    [Test]
    public async Task Key_OfARefusedCall_CanBeUsedAgain()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var refused = await _employee.PostJsonAsync(Tokens, """{"name": ""}""", key);
        using var corrected = await _employee.PostJsonAsync(Tokens, """{"name": "corrected"}""", key);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(corrected.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    private async Task<int> CountTokensAsync(string name)
    {
        using var answer = await _employee.GetAsync(Tokens);
        return (await answer.JsonAsync())["items"]!.AsArray().Count(token => (string)token!["name"]! == name);
    }
}
