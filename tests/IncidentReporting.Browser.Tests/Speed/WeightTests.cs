using System.Text.Json;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Speed;

/// <summary>What a phone has to load, over the wire and with everything, and whether the page stands still meanwhile.</summary>
internal sealed class WeightTests
{
    private const int MostAtFirst = 160 * 1024;
    private const int MostAfterwards = 25 * 1024;
    private const double MostShift = 0.02;

    [TestCase("/", "/report")]
    [TestCase("/report", "/")]
    [TestCase("/sign-in", "/settings")]
    public async Task Page_OnAFirstVisit_IsLightAndTheNextIsLighter(string first, string next)
    {
        await using var visit = await Visit.StartAsync(first == "/sign-in" ? null : "employee", Look.Phone);
        var loaded = await CountAsync(visit);

        await visit.OpenAsync(first, wait: WaitUntilState.NetworkIdle);
        var atFirst = loaded.Bytes;
        await visit.OpenAsync(next, wait: WaitUntilState.NetworkIdle);
        var afterwards = loaded.Bytes - atFirst;

        TestContext.Out.WriteLine($"{first} {atFirst / 1024.0:F1} KiB, then {next} {afterwards / 1024.0:F1} KiB");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(atFirst, Is.InRange(10_000, MostAtFirst), first);
            Assert.That(afterwards, Is.InRange(500, MostAfterwards), next);
        }
    }

    [TestCase("/", true)]
    [TestCase("/", false)]
    [TestCase("/report", true)]
    [TestCase("/sign-in", true)]
    public async Task Page_OnASlowLine_StandsStillWhileItLoads(string path, bool isPhone)
    {
        await using var visit = await Visit.StartAsync(path == "/sign-in" ? null : "employee", isPhone ? Look.Phone : Look.Desktop);
        await visit.Page.AddInitScriptAsync("""
            window.shift = 0;
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) { window.shift += entry.value; } }).observe({ type: "layout-shift", buffered: true });
            """);
        await SlowDownAsync(visit);

        await visit.OpenAsync(path, wait: WaitUntilState.NetworkIdle);
        await visit.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var shift = await visit.Page.EvaluateAsync<double>("() => window.shift");

        TestContext.Out.WriteLine($"{path} moved by {shift:F4}");
        Assert.That(shift, Is.LessThan(MostShift));
    }

    [Test]
    public async Task Shift_OfAPageThatMoves_IsMeasured()
    {
        await using var visit = await Visit.StartAsync(person: null, Look.Phone);
        await visit.Page.SetContentAsync("<main style=\"height:600px;background:#ccc\">Text</main>");

        var shift = await visit.Page.EvaluateAsync<double>("""
            () => new Promise((resolve) => {
              new PerformanceObserver((list) => resolve(list.getEntries()[0].value)).observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => setTimeout(() => {
                const block = document.createElement("div");
                block.style.height = "300px";
                document.body.prepend(block);
              }, 100));
            })
            """);

        Assert.That(shift, Is.GreaterThan(MostShift));
    }

    private static async Task<Loaded> CountAsync(Visit visit)
    {
        var loaded = new Loaded();
        var network = await visit.Context.NewCDPSessionAsync(visit.Page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, finished) => loaded.Add(finished);
        return loaded;
    }

    // 1.6 Mbit/s and 150 ms there and back: a phone at the edge of the net.
    private static async Task SlowDownAsync(Visit visit)
    {
        var network = await visit.Context.NewCDPSessionAsync(visit.Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = 150,
            ["downloadThroughput"] = 1_600_000 / 8,
            ["uploadThroughput"] = 750_000 / 8,
        });
    }

    private sealed class Loaded
    {
        private double _bytes;

        public double Bytes => Volatile.Read(ref _bytes);

        public void Add(JsonElement? finished) => Volatile.Write(ref _bytes, _bytes + finished!.Value.GetProperty("encodedDataLength").GetDouble());
    }
}
