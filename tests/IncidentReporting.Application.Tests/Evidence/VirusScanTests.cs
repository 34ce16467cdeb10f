using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Evidence;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.PreviewAttachment;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Evidence;

/// <summary>Files are kept back until ClamAV's own daemon has seen them; what it finds is handed out only to who insists. Where it does not answer, it is asked again.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class VirusScanTests
{
    private CaseService? _started;
    private IncidentView _case = null!;

    // In two parts, so that no scanner takes this very file.
    private static byte[] Eicar => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private CaseService Cases => _started!;

    private CaseReference Reference => CaseService.Of(_case);

    private AttachmentView File => _case.Attachments.Value![0];

    [TearDown]
    public async Task StopAsync()
    {
        if (_started is not null)
        {
            await _started.DisposeAsync();
        }
    }

    [Test]
    public async Task File_WithNoScannerSetUp_IsNotScannedAndOpens()
    {
        await StartAsync(address: null, "rent"u8.ToArray());
        await ScanAsync();

        Assert.That((File.Scan.State, await OpenAsync()), Is.EqualTo((ScanState.NotScanned, 4)));
    }

    [Test]
    public async Task File_ThatIsClean_WaitsForTheScanAndThenOpens()
    {
        await StartAsync(await Clamd.AddressAsync(), "rent"u8.ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Scan.State, Is.EqualTo(ScanState.Waiting));
            Assert.That(() => OpenAsync(), Breaks(IncidentRules.EvidenceScanned));
            Assert.That(() => OpenAsync("infected"), Breaks(IncidentRules.EvidenceScanned));
        }

        await ScanAsync();

        Assert.That((File.Scan.State, await OpenAsync()), Is.EqualTo((ScanState.Clean, 4)));
        var sheet = await Cases.Service.SendAsync(Cases.Exposed.Id, new ShowEvidenceQuery(Reference, File.Id));
        Assert.That(sheet.ChainOfCustody.Select(step => (step.What, step.Outcome, step.By is null)), Is.EqualTo([("received", null, false), ("scanned", "clean", true), ("opened", (string?)null, false)]));
    }

    [Test]
    public async Task File_ThatIsInfected_OpensOnlyForWhoIsHitOrHandlesAndInsists()
    {
        await StartAsync(await Clamd.AddressAsync(), Eicar);

        await ScanAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((File.Scan.State, File.Scan.Finding), Is.EqualTo((ScanState.Infected, "Eicar-Test.UNOFFICIAL")));
            Assert.That(() => OpenAsync(), Breaks(IncidentRules.EvidenceNotInfected));
            Assert.That(() => OpenAsync("failed"), Breaks(IncidentRules.EvidenceNotInfected));
            Assert.That(() => OpenAsync("yes"), Throws.TypeOf<InvalidInputException>());
            Assert.That(() => OpenAsync("infected", Cases.Representative), Breaks(IncidentRules.EvidenceNotInfected));
            Assert.That(() => Cases.Service.SendAsync(Cases.Exposed.Id, new PreviewAttachmentQuery(Reference, File.Id)), Throws.Exception);
            Assert.That(await OpenAsync("infected"), Is.EqualTo(Eicar.Length));
            Assert.That(await OpenAsync("infected", Cases.Manager), Is.EqualTo(Eicar.Length));
        }

        var sheet = await Cases.Service.SendAsync(Cases.Exposed.Id, new ShowEvidenceQuery(Reference, File.Id));
        Assert.That(sheet.ChainOfCustody.Select(step => step.What), Is.EqualTo(["received", "scanned", "opened_despite_scan", "opened_despite_scan"]));
    }

    [Test]
    public async Task File_LargerThanTheDaemonTakes_IsNotScannedAndOpens()
    {
        await StartAsync(await Clamd.AddressAsync(), new byte[3 * 1024 * 1024]);

        await ScanAsync();

        Assert.That((File.Scan.State, await OpenAsync()), Is.EqualTo((ScanState.NotScanned, 3 * 1024 * 1024)));
    }

    [Test]
    public async Task File_WhereNobodyListens_IsTriedAgainWithLongerAndLongerWaits()
    {
        var port = FreePort();
        await StartAsync($"127.0.0.1:{port}", "rent"u8.ToArray());

        var waits = new List<int>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await ScanAsync();
            waits.Add(await MinutesUntilDueAsync());
            Cases.Service.Time.Advance(TimeSpan.FromMinutes(waits[^1]));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Scan.State, Is.EqualTo(ScanState.Failed));
            Assert.That(waits, Is.EqualTo([1, 2, 4]));
            Assert.That(() => OpenAsync(), Breaks(IncidentRules.EvidenceScanned));
            Assert.That(await OpenAsync("failed"), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task Daemon_ThatClosesTheConnection_HasNotScanned()
    {
        using var daemon = new FakeDaemon(answer: null);
        await StartAsync(daemon.Address, new byte[2_000_000]);

        await ScanAsync();

        Assert.That(File.Scan.State, Is.Not.EqualTo(ScanState.Clean));
    }

    [Test]
    public async Task Daemon_ThatAnswersSomethingElse_HasNotScanned()
    {
        using var daemon = new FakeDaemon("stream: Can't allocate memory ERROR\0");
        await StartAsync(daemon.Address, "rent"u8.ToArray());

        await ScanAsync();

        Assert.That(File.Scan.State, Is.EqualTo(ScanState.Failed));
    }

    [Test]
    public async Task Instances_ThatLookAtTheSameTime_ScanAFileOnce()
    {
        using var daemon = new FakeDaemon("stream: OK\0");
        await StartAsync(daemon.Address, "rent"u8.ToArray());

        var due = await Cases.Service.WithAsync(services => services.GetRequiredService<IScanWork>().DueAsync(CancellationToken.None));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Cases.Service.WithAsync(async services =>
        {
            await services.GetRequiredService<IScanWork>().ScanAsync(due.Single(), CancellationToken.None);
            return true;
        })));

        Assert.That(daemon.Asked, Is.EqualTo(1));
    }

    [TestCase("localhost:3310")]
    [TestCase("[::1]:3310")]
    [TestCase("/run/clamav/clamd.ctl")]
    [TestCase("")]
    public void Address_ThatIsOne_IsTaken(string text) => Assert.That(ClamAvAddress.Parse(text)?.IsSetUp, Is.EqualTo(text.Length > 0));

    [TestCase("localhost")]
    [TestCase("localhost:port")]
    [TestCase(":3310")]
    [TestCase("localhost:99999")]
    public void Address_ThatIsNone_IsRefused(string text) => Assert.That(ClamAvAddress.Parse(text), Is.Null);

    private static NUnit.Framework.Constraints.IResolveConstraint Breaks(Rule rule) =>
        Throws.TypeOf<RuleBrokenException>().With.Property(nameof(RuleBrokenException.Rule)).EqualTo(rule);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartAsync(string? address, byte[] content)
    {
        _started = await CaseService.StartAsync(DatabaseProvider.Sqlite, services => services.AddSingleton(ClamAvAddress.Parse(address)!));
        _case = await Cases.ReportAsync(Cases.Exposed, Cases.Report(Cases.Exposed));
        _case = await Cases.AttachAsync(Cases.Exposed.Id, Reference, content);
    }

    private async Task ScanAsync()
    {
        await Cases.Service.WithAsync(async services =>
        {
            var work = services.GetRequiredService<IScanWork>();
            foreach (var file in await work.DueAsync(CancellationToken.None))
            {
                await work.ScanAsync(file, CancellationToken.None);
            }

            return true;
        });
        _case = await Cases.Service.SendAsync(Cases.Exposed.Id, new GetDetailsQuery(Reference));
    }

    private async Task<int> MinutesUntilDueAsync() => await Cases.Service.WithDbAsync(db => Task.FromResult(
        (int)Math.Round((db.Set<Attachment>().Select(attachment => attachment.ScanDueAt).Single()!.Value - Cases.Now).TotalMinutes)));

    private async Task<int> OpenAsync(string? despite = null, Person? by = null)
    {
        var file = await Cases.Service.SendAsync((by ?? Cases.Exposed).Id, new OpenAttachmentQuery(Reference, File.Id, despite));
        await using var content = file.Content;
        using var back = new MemoryStream();
        await content.CopyToAsync(back);
        return (int)back.Length;
    }

    /// <summary>Takes what comes, answers one thing and closes; with no answer it closes at once.</summary>
    private sealed class FakeDaemon : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string? _answer;
        private int _asked;

        public FakeDaemon(string? answer)
        {
            _answer = answer;
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

        public int Asked => _asked;

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _asked);
                if (_answer is not null)
                {
                    var stream = client.GetStream();
                    _ = await stream.ReadAtLeastAsync(new byte[22], 22, throwOnEndOfStream: false);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer));
                }
            }
        }
    }
}
