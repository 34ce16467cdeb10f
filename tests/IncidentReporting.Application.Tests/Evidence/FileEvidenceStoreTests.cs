using System.Security.Cryptography;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Infrastructure.Evidence;

namespace IncidentReporting.Application.Tests.Evidence;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FileEvidenceStoreTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);

    private readonly string _path = Directory.CreateTempSubdirectory("evidence-").FullName;
    private readonly Guid _id = Guid.CreateVersion7(At);
    private readonly FileEvidenceStore _store;

    public FileEvidenceStoreTests() => _store = new FileEvidenceStore(new EvidenceFolder(_path));

    [Test]
    public async Task Keep_AFile_AnswersItsSizeHashAndStartAndGivesTheSameBytesBack()
    {
        var content = RandomNumberGenerator.GetBytes(300_001);

        var stored = await _store.KeepAsync(_id, new MemoryStream(content), CancellationToken.None);

        await using var opened = await _store.OpenAsync(_id, stored.Key, CancellationToken.None);
        using var back = new MemoryStream();
        await opened.CopyToAsync(back);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Size, Is.EqualTo(content.Length));
            Assert.That(stored.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(content))));
            Assert.That(stored.Start.ToArray(), Is.EqualTo(content[..stored.Start.Length]).And.Not.Empty);
            Assert.That(back.ToArray(), Is.EqualTo(content));
            Assert.That(Files(), Is.EqualTo(new[] { Path.Combine("2026", _id.ToString()) }));
        }
    }

    [Test]
    public async Task Keep_OfExactlyTheLargestSize_IsTaken()
    {
        var stored = await _store.KeepAsync(_id, new LongStream(IEvidenceStore.MaxSize), CancellationToken.None);

        Assert.That(stored.Size, Is.EqualTo(50L * 1024 * 1024));
    }

    [Test]
    public void Keep_OfOneByteMore_IsRefusedAndLeavesNothing()
    {
        Assert.That(() => _store.KeepAsync(_id, new LongStream(IEvidenceStore.MaxSize + 1), CancellationToken.None), Throws.TypeOf<TooLargeException>());

        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public void Keep_OfAStreamThatBreaks_LeavesNothingUnderTheName()
    {
        Assert.That(() => _store.KeepAsync(_id, new LongStream(200_000, breaksAt: 100_000), CancellationToken.None), Throws.TypeOf<IOException>());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Files(), Is.Empty);
            Assert.That(() => _store.OpenAsync(_id, Convert.ToBase64String(new byte[32]), CancellationToken.None), Throws.TypeOf<EvidenceDamagedException>());
        }
    }

    [Test]
    public async Task Keep_UnderANameThatIsTaken_IsRefusedAndKeepsTheFirst()
    {
        var first = await _store.KeepAsync(_id, new MemoryStream([1]), CancellationToken.None);

        Assert.That(() => _store.KeepAsync(_id, new MemoryStream([2]), CancellationToken.None), Throws.InstanceOf<IOException>());

        await using var opened = await _store.OpenAsync(_id, first.Key, CancellationToken.None);
        Assert.That(opened.ReadByte(), Is.EqualTo(1));
    }

    [Test]
    public async Task Remove_OfAFile_TakesItAwayAndCanBeRepeated()
    {
        await _store.KeepAsync(_id, new MemoryStream([1]), CancellationToken.None);

        _store.Remove(_id);
        _store.Remove(_id);

        Assert.That(Files(), Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Keep_AFile_IsForTheServiceAlone()
    {
        await _store.KeepAsync(_id, new MemoryStream([1]), CancellationToken.None);

        Assert.That(File.GetUnixFileMode(Path.Combine(_path, Files()[0])), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private string[] Files() => [.. Directory.GetFiles(_path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_path, file))];

    /// <summary>Zeros, never all in memory.</summary>
    private sealed class LongStream(long length, long breaksAt = long.MaxValue) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_read >= breaksAt)
            {
                throw new IOException("The connection is gone.");
            }

            var now = (int)Math.Min(count, length - _read);
            Array.Clear(buffer, offset, now);
            _read += now;
            return now;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
