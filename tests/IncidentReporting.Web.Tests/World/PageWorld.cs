using IncidentReporting.Api.Tests;
using IncidentReporting.Api.Tests.Cases;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Tests;

/// <summary>
/// The people of <see cref="CaseWorld"/> (employee, colleague, manager, deputy, rep, outsider, head, headrep, coordinator, analyst, auditor, admin, dpo,
/// private-employee, private-manager, reader), each with a browser.
/// <code>
/// var id = await PageWorld.Shared.Cases.ReportAsync();                    // by the interface, as "employee"
/// var manager = await PageWorld.Shared.AsAsync("manager");               // signed in; or Stranger() for nobody
/// var page = await manager.OpenAsync($"/incidents/{id}");
/// page.Is(HttpStatusCode.OK);
/// page = await page.Form("acknowledge").Fill("Message", "Jag ringer.").SubmitAsync();
/// Assert.That(page.Heading, Is.EqualTo("…"));
/// </code>
/// </summary>
internal sealed class PageWorld : IAsyncDisposable
{
    private static PageWorld? s_shared;

    private readonly Dictionary<(string Name, string Language), Browser> _browsers = [];
    private readonly List<Browser> _strangers = [];

    private PageWorld(CaseWorld cases) => Cases = cases;

    /// <summary>One for all tests of a run. A test that changes people, units or settings, or that counts what is there, starts its own.</summary>
    public static PageWorld Shared => s_shared ?? throw new InvalidOperationException("Started by RunSetUp.");

    /// <summary>The same service over the interface: to prepare cases, and to look at what a page has done.</summary>
    public CaseWorld Cases { get; }

    public static async Task<PageWorld> StartAsync(Action<IServiceCollection>? more = null, params string[] settings) => new(await CaseWorld.StartAsync(
        services =>
        {
            // Slow hashing is what protects passwords, and what tests would wait for.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            more?.Invoke(services);
        },
        ["--applicationName=IncidentReporting.Api", .. settings]));

    public static async Task StartSharedAsync() => s_shared = await StartAsync();

    /// <summary>The person's browser, signed in; the same one at each call.</summary>
    /// <param name="language">As the browser asks for it.</param>
    public async Task<Browser> AsAsync(string name, string language = "sv")
    {
        if (!_browsers.TryGetValue((name, language), out var browser))
        {
            _browsers[(name, language)] = browser = new Browser(Cases.Host.Address, language);
            await browser.SignInAsync(CaseWorld.AddressOf(name), TestHost.Password);
        }

        return browser;
    }

    /// <summary>A new browser that nobody is signed in with.</summary>
    public Browser Stranger(string language = "sv")
    {
        var browser = new Browser(Cases.Host.Address, language);
        _strangers.Add(browser);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values.Concat(_strangers))
        {
            browser.Dispose();
        }

        await Cases.DisposeAsync();
    }
}
