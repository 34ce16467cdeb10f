using System.Collections.Concurrent;
using System.Globalization;
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

    /// <summary>Reports by the interface, for what begins later; <paramref name="more"/> changes what is told.</summary>
    public async Task<JsonObject> ReportAsync(Action<JsonObject>? more = null)
    {
        var report = new JsonObject
        {
            ["kinds"] = new JsonArray("threat_direct.violence"),
            ["occurredAt"] = DateTimeOffset.Now.AddHours(-2).ToString("O", CultureInfo.InvariantCulture),
            ["safeNow"] = "yes",
            ["description"] = "Hot i telefon.",
        };
        more?.Invoke(report);
        return await PostAsync("/incidents", report);
    }

    /// <summary>Creates something by the interface.</summary>
    public async Task<JsonObject> PostAsync(string path, JsonObject body)
    {
        var answer = await Context.APIRequest.PostAsync("/api/v1" + path, new() { DataString = body.ToJsonString(), Headers = await HeadersAsync(("Content-Type", "application/json")) });
        Assert.That(answer.Status, Is.EqualTo(201), path);
        return JsonNode.Parse(await answer.TextAsync())!.AsObject();
    }

    /// <summary>Changes something as it stands now, by the interface.</summary>
    public async Task PutAsync(string path, JsonObject body)
    {
        var standing = await Context.APIRequest.GetAsync("/api/v1" + path);
        var headers = await HeadersAsync(("Content-Type", "application/json"), ("If-Match", standing.Headers["etag"]));
        var answer = await Context.APIRequest.PutAsync("/api/v1" + path, new() { DataString = body.ToJsonString(), Headers = headers });
        Assert.That(answer.Status, Is.EqualTo(200), path);
    }

    /// <summary>Attaches a picture to the case by the interface.</summary>
    /// <returns>The attachment's id.</returns>
    public async Task<string> AttachAsync(string id)
    {
        var form = Context.APIRequest.CreateFormData();
        form.Set("type", "screenshot");
        form.Set("file", new FilePayload { Name = "bild.png", MimeType = "image/png", Buffer = await Page.ScreenshotAsync() });
        var answer = await Context.APIRequest.PostAsync($"/api/v1/incidents/{id}/attachments", new() { Multipart = form, Headers = await HeadersAsync() });
        Assert.That(answer.Status, Is.EqualTo(201), "attaching");
        return (string)JsonNode.Parse(await answer.TextAsync())!["attachments"]![0]!["id"]!;
    }

    /// <summary>As if the person's sessions had run out; the browser does not know.</summary>
    public async Task EndSessionsAsync()
    {
        var headers = await HeadersAsync();

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

    private async Task<Dictionary<string, string>> HeadersAsync(params (string Name, string Value)[] more)
    {
        var headers = more.ToDictionary(header => header.Name, header => header.Value, StringComparer.Ordinal);
        headers["X-CSRF-TOKEN"] = (string)(await ReadAsync("/session/csrf"))["token"]!;
        return headers;
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
