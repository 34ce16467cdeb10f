using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Log;

/// <summary>Commands add checkpoints beside the server: no line is lost, doubled or mixed with another.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CheckpointFileTests
{
    private static readonly EmployerId Employer = new(Guid.CreateVersion7());

    private string _folder = null!;

    private LogFolders Folders => new(Path.Combine(_folder, "keys"), Path.Combine(_folder, "checkpoints"));

    [SetUp]
    public void MakeFolder() => _folder = TestFolder.Create("checkpoints-");

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Lines_AddedByManyAtOnce_StandWholeAndEachFurtherAlong()
    {
        using var key = new LogKey(Folders);
        var signed = Enumerable.Range(1, 60).Select(seq => Checkpoint.Sign(Employer.Value, seq, new byte[32], DateTimeOffset.UnixEpoch, key)).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            foreach (var checkpoint in signed)
            {
                await CheckpointFile.Of(Folders, Employer, TimeProvider.System).AddAsync(checkpoint, CancellationToken.None);
            }
        })));

        var file = CheckpointFile.Of(Folders, Employer, TimeProvider.System);
        Assert.That(file.Read(file.Length()), Is.EqualTo(signed));
    }

    [Test]
    public async Task Line_OfAnotherProcessThatStillWrites_IsNotTakenForCutOff()
    {
        using var key = new LogKey(Folders);
        var file = CheckpointFile.Of(Folders, Employer, TimeProvider.System);
        await file.AddAsync(Checkpoint.Sign(Employer.Value, 1, new byte[32], DateTimeOffset.UnixEpoch, key), CancellationToken.None);
        var path = Directory.GetFiles(Folders.Checkpoints, "*.jsonl").Single();
        var whole = await File.ReadAllTextAsync(path);

        await using (new FileStream($"{path}.lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await File.AppendAllTextAsync(path, "{ half of a li");
            Assert.That(async () => await file.LastAsync(CancellationToken.None), Throws.InstanceOf<IOException>());
            Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(whole + "{ half of a li"));
            Assert.That(file.Read(whole.Length).Count(), Is.EqualTo(1), "Reading waits for nobody.");
        }

        Assert.That((await file.LastAsync(CancellationToken.None))!.Seq, Is.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(whole), "What a crash has cut off is taken away.");
    }
}
