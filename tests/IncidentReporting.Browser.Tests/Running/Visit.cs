using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests;

/// <summary>
/// Someone's visit in a browser of their own, which forgets everything afterwards. Ends in a failure when a page broke the policy for content, had an error in its
/// script or asked for anything from elsewhere.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    public const string Password = "demo-Lösenord-2026";

    private const float Patience = 20_000;

    private readonly Uri _site;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Visit(Uri site, IBrowserContext context, IPage page)
    {
        _site = site;
        Context = context;
        Page = page;
        context.SetDefaultTimeout(Patience);
        context.Console += (_, message) => Heard(message);
        context.WebError += (_, fault) => _troubles.Enqueue($"script: {fault.Error}");
        context.Request += (_, request) => Asked(request.Url);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>True where the visit is to end elsewhere.</summary>
    public bool MayLeave { get; set; }

    /// <summary>Path of where the page now is.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public static string AddressOf(string person) => person.Contains('@', StringComparison.Ordinal) ? person : $"{person}@exempelkommun.example";

    /// <param name="person">Who is signed in: a user of the demonstration, such as "employee" (of Exempelkommun) or "manager@omsorg.example"; null for nobody.</param>
    public static async Task<Visit> StartAsync(Site site, string? person = null, Look? look = null)
    {
        var context = await site.Browser.NewContextAsync((look ?? Look.Desktop).Options(site.Address));
        var visit = new Visit(site.Address, context, await context.NewPageAsync());
        if (person is not null)
        {
            await visit.SignInAsync(person);
        }

        return visit;
    }

    public static Task<Visit> StartAsync(string? person = null, Look? look = null) => StartAsync(RunSetUp.Site, person, look);

    /// <summary>Signs in by the interface; the page for it is visited in journeys.</summary>
    public async Task SignInAsync(string person)
    {
        var answer = await Context.APIRequest.PostAsync("/api/v1/session", new() { DataObject = new { userName = AddressOf(person), password = Password } });
        Assert.That(answer.Status, Is.EqualTo(204), $"signing in as {person}");
    }

    /// <summary>Opens an address and waits until all of it is there.</summary>
    public async Task OpenAsync(string path, int status = 200, WaitUntilState wait = WaitUntilState.Load)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = wait });
        Assert.That(answer!.Status, Is.EqualTo(status), path);
    }

    /// <summary>Reports by the interface, for journeys that begin later.</summary>
    /// <returns>The case's number.</returns>
    public async Task<string> ReportAsync()
    {
        var csrf = (string)(await ReadAsync("/session/csrf"))["token"]!;
        var report = new { kinds = (string[])["threat_direct.violence"], occurredAt = DateTimeOffset.Now.AddHours(-2), safeNow = "yes", description = "Hot i telefon." };
        var answer = await Context.APIRequest.PostAsync("/api/v1/incidents", new()
        {
            DataObject = report,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-CSRF-TOKEN"] = csrf },
        });
        Assert.That(answer.Status, Is.EqualTo(201), "reporting");
        return (string)JsonNode.Parse(await answer.TextAsync())!["number"]!;
    }

    /// <summary>As if the person's sessions had run out; the browser does not know.</summary>
    public async Task EndSessionsAsync()
    {
        var csrf = (string)(await ReadAsync("/session/csrf"))["token"]!;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-CSRF-TOKEN"] = csrf };

        // The one that asks comes last.
        var sessions = (await ReadAsync("/sessions"))["items"]!.AsArray().OrderBy(session => (bool?)session!["current"] ?? false).Select(session => (string)session!["id"]!).ToList();
        foreach (var session in sessions)
        {
            await Context.APIRequest.DeleteAsync("/api/v1/sessions/" + session, new() { Headers = headers });
        }

        var answer = await Context.APIRequest.GetAsync("/api/v1/me");
        Assert.That(answer.Status, Is.EqualTo(401), "ending the sessions");
    }

    /// <summary>What the interface answers to the person who is signed in.</summary>
    public async Task<JsonObject> ReadAsync(string path)
    {
        var answer = await Context.APIRequest.GetAsync("/api/v1" + path);
        Assert.That(answer.Status, Is.EqualTo(200), path);
        return JsonNode.Parse(await answer.TextAsync())!.AsObject();
    }

    /// <summary>How far the page goes beyond the window's width, in pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth");

    /// <summary>The innermost elements that reach beyond the window.</summary>
    public Task<string> WidestAsync() => Page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll("body *")]
          .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !element.closest("[data-scrolls]"))
          .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
          .slice(0, 3).map((element) => element.localName + (element.id ? "#" + element.id : "") + "." + element.className).join(", ")
        """);

    /// <summary>What is to be pressed and is lower than a fingertip.</summary>
    public Task<string[]> SmallTargetsAsync() => Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll("main button, main a.ds-button, main label.choice, main select, main summary, main textarea, main input:not([type=hidden]):not([type=checkbox]):not([type=radio])")]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 47.5)
          .map((element) => element.localName + "." + element.className + " " + element.getBoundingClientRect().height)
        """);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        if (!_troubles.IsEmpty)
        {
            throw new AssertionException($"In the browser: {string.Join('\n', _troubles)}");
        }
    }

    // A page that answers with an error is the test's matter; that the browser says so is not.
    private void Heard(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _troubles.Enqueue($"console: {message.Text}");
        }
    }

    private void Asked(string url)
    {
        if (!MayLeave && url.StartsWith("http", StringComparison.Ordinal) && new Uri(url).Authority != _site.Authority)
        {
            _troubles.Enqueue($"asked elsewhere: {url}");
        }
    }
}
