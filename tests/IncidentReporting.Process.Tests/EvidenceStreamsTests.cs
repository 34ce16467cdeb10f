using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>A file passes through the running service: whole neither in its memory nor, readable, on its disk; and it holds nobody up.</summary>
internal sealed class EvidenceStreamsTests
{
    private const int MiB = 1024 * 1024;
    private const long Largest = 50L * MiB;
    private const string Marker = "Kannetecken-i-beviset";

    private Installation _data = null!;
    private Municipality _people = null!;
    private Service _service = null!;
    private HttpClient _employee = null!;
    private string _attachments = null!;

    [SetUp]
    public async Task StartAsync()
    {
        (_data, _people) = await Municipality.CopyAsync();
        _service = await _data.StartAsync();
        _employee = _people.Client(_service, "employee1");
        var incident = await _employee.SendAsync("/incidents", Reports.One("threat_direct"));
        _attachments = $"{Calls.Base}/incidents/{incident["number"]}/attachments";
    }

    [TearDown]
    public async Task StopAsync()
    {
        _employee.Dispose();
        await _service.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Test]
    public async Task Upload_OfTheLargestSize_AddsLessThan20MiBToTheProcess()
    {
        for (var warm = 0; warm < 20; warm++)
        {
            using var small = await SendAsync(new Marked(MiB));
            Assert.That(small.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        }

        var before = _service.RestartPeakMemory();
        using var answer = await SendAsync(new Marked(Largest));
        var added = _service.PeakMemory() - before;

        TestContext.Out.WriteLine($"50 MiB added {added / (double)MiB:0.0} MiB to {before / (double)MiB:0.0} MiB.");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(added, Is.LessThan(20L * MiB));
        }
    }

    [Test]
    public async Task Download_OfTheLargestSize_AddsLessThan20MiBAndGivesTheSameHash()
    {
        using var sent = await SendAsync(new Marked(Largest));
        var attachment = (await sent.ExpectAsync(HttpStatusCode.Created))["attachments"]![0]!;
        var before = _service.RestartPeakMemory();

        using var answer = await _employee.GetAsync(new Uri($"{_attachments}/{attachment["id"]}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var content = await answer.Content.ReadAsStreamAsync();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hash, Is.EqualTo((string?)attachment["sha256"]).And.EqualTo(await Marked.HashOfAsync(Largest)));
            Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(Largest));
            Assert.That(_service.PeakMemory() - before, Is.LessThan(20L * MiB));
        }
    }

    [Test]
    public async Task Upload_OfOneByteMore_IsRefusedWithAClearTextAndLeavesNothing()
    {
        using var answer = await SendAsync(new Marked(Largest + 1));
        var problem = await answer.ExpectAsync(HttpStatusCode.RequestEntityTooLarge);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)problem["type"], Does.EndWith(":too_large"));
            Assert.That((string?)problem["detail"], Is.Not.Empty);
            Assert.That(Files(), Is.Empty);
        }
    }

    [Test]
    public async Task Upload_Aborted_LeavesNothing()
    {
        using var abort = new CancellationTokenSource();
        var slow = new Marked(Largest) { PausesAt = 10 * MiB };
        var sending = SendAsync(slow, abort.Token);
        await slow.Paused;
        await Calls.UntilAsync(() => Task.FromResult(Files()), files => files.Length == 1, TimeSpan.FromSeconds(10));
        await abort.CancelAsync();
        Assert.That(() => sending, Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await Calls.UntilAsync(() => Task.FromResult(Files()), files => files.Length == 0, TimeSpan.FromSeconds(10)), Is.Empty);
        Assert.That((await _employee.ReadAsync(_attachments[Calls.Base.Length..^"/attachments".Length]))["attachments"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Upload_UnderWay_KeepsNobodyElseWaiting()
    {
        using var abort = new CancellationTokenSource();
        var slow = new Marked(Largest) { PausesAt = 5 * MiB };
        var sending = SendAsync(slow, abort.Token);
        await slow.Paused;

        var reports = new Reports(40);
        using var within = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await reports.SendAsync(_people, _service).WaitAsync(within.Token);

        Assert.That(reports.Answered, Has.Count.EqualTo(40));
        slow.Go();
        using var answer = await sending;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Upload_UnderWayAndKept_IsReadableNowhereOnDisk()
    {
        var temporary = Directory.GetFiles(Path.GetTempPath()).ToHashSet(StringComparer.Ordinal);
        using var abort = new CancellationTokenSource();
        var slow = new Marked(8 * MiB) { PausesAt = 4 * MiB };
        var sending = SendAsync(slow, abort.Token);
        await slow.Paused;

        var during = WithMarker(Directory.GetFiles(Path.GetTempPath()).Where(file => !temporary.Contains(file)).Concat(AllFiles()));
        slow.Go();
        using var answer = await sending;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(Files(), Has.Length.EqualTo(1));
            Assert.That(during, Is.Empty);
            Assert.That(WithMarker(AllFiles()), Is.Empty);
        }
    }

    [Test]
    public async Task Kill_InTheMiddleOfAnUpload_LeavesNoRowAndTheRestForCleaning()
    {
        using var abort = new CancellationTokenSource();
        var slow = new Marked(Largest) { PausesAt = 5 * MiB };
        var sending = SendAsync(slow, abort.Token);
        await slow.Paused;
        await _service.KillAsync();
        slow.Go();
        Assert.That(() => sending, Throws.Exception);

        await using var next = await _data.StartAsync();
        var incident = await _people.Client(next, "employee1").ReadAsync(_attachments[Calls.Base.Length..^"/attachments".Length]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(incident["attachments"]!.AsArray(), Is.Empty);
            Assert.That(Files(), Has.All.Contain($"{Path.DirectorySeparatorChar}incoming{Path.DirectorySeparatorChar}"));
        }
    }

    private string[] AllFiles() => Directory.GetFiles(_data.Folder, "*", SearchOption.AllDirectories);

    private string[] Files() => Directory.Exists(Path.Combine(_data.Folder, "attachments"))
        ? Directory.GetFiles(Path.Combine(_data.Folder, "attachments"), "*", SearchOption.AllDirectories)
        : [];

    private static List<string> WithMarker(IEnumerable<string> files) => [.. files.Where(HasMarker)];

    private static bool HasMarker(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.ASCII.GetBytes(Marker)) >= 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Marked content, CancellationToken cancellationToken = default)
    {
        using var form = new MultipartFormDataContent { { new StringContent("screenshot"), "type" } };
        using var file = new StreamContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "bild.png");
        return await _employee.PostAsync(new Uri(_attachments, UriKind.Relative), form, cancellationToken);
    }

    /// <summary>Content of any length that is never whole in memory, with the marker in each block.</summary>
    private sealed class Marked(long length) : Stream
    {
        private static readonly byte[] Block = [.. Encoding.ASCII.GetBytes(Marker), .. RandomNumberGenerator.GetBytes((16 * 1024) - Marker.Length)];

        private readonly TaskCompletionSource _paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _read;

        public long PausesAt { get; init; } = long.MaxValue;

        public Task Paused => _paused.Task;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public static async Task<string> HashOfAsync(long length)
        {
            await using var content = new Marked(length);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
        }

        public void Go() => _go.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read >= PausesAt && !_go.Task.IsCompleted)
            {
                _paused.TrySetResult();
                await _go.Task.WaitAsync(cancellationToken);
            }

            var from = (int)(_read % Block.Length);
            var count = (int)Math.Min(Math.Min(buffer.Length, Block.Length - from), length - _read);
            Block.AsMemory(from, count).CopyTo(buffer);
            _read += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
