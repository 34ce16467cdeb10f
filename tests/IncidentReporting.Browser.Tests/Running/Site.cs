using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IncidentReporting.TestKit.Running;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests;

/// <summary>The built service with its demonstration, in a process of its own, and a Chromium to visit it with. One for a run.</summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Installation _installation;
    private readonly Service _service;
    private readonly IPlaywright _playwright;

    private Site(Installation installation, Service service, IPlaywright playwright, IBrowser browser)
    {
        _installation = installation;
        _service = service;
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    public Uri Address => _service.Address;

    /// <summary>Where the mails are put that the service sends.</summary>
    public string MailFolder => _installation.MailFolder;

    public static async Task<Site> StartAsync()
    {
        var program = Chromium();
        var installation = await Installation.EmptyAsync();
        try
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
            installation.Settings["ASPNETCORE_ENVIRONMENT"] = "Development";
            installation.Settings["Demo__Enabled"] = "true";
            installation.Settings["Urls"] = address;
            installation.Settings["Email__BaseUrl"] = address;
            var playwright = await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags, Timeout = 60_000 });
            return new Site(installation, await installation.StartAsync(), playwright, browser);
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _service.DisposeAsync();
        await _installation.DisposeAsync();
    }

    private static string Chromium()
    {
        var program = Environment.GetEnvironmentVariable("TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        return File.Exists(program)
            ? program
            : throw new InvalidOperationException($"There is no Chromium at {program}: install the package chromium, or name the program in TEST_CHROMIUM.");
    }

    // The links of mails need the address before the service has one.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
