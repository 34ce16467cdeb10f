using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Log;

/// <summary>The promise: whatever is done to an entry of the log is found, and the first bad entry named.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class LogCannotBeBentTests(DatabaseProvider provider)
{
    private const int Entries = 12;

    private LogWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await LogWorld.WithAsync(provider, Entries);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Log_LeftAlone_IsWhole()
    {
        var outcome = await _world.VerifyAsync();

        Assert.That(outcome.Fault, Is.Null);
        Assert.That((outcome.Entries, outcome.Checkpoints), Is.EqualTo((Entries, 1)));
    }

    [TestCase("\"Fields\" = 'core'")]
    [TestCase("\"ActorId\" = NULL")]
    [TestCase("\"ActorRole\" = 'deputy'")]
    [TestCase("\"ActorRole\" = 'no_such_role'")]
    [TestCase("\"CaseRole\" = 'deputy'")]
    [TestCase("\"FieldGroup\" = NULL")]
    [TestCase("\"Action\" = 'signed_in'")]
    [TestCase("\"Group\" = 'case'")]
    [TestCase("\"IncidentId\" = NULL")]
    [TestCase("\"About\" = \"ActorId\"")]
    public async Task Entry_WithAChangedField_IsNamed(string change)
    {
        var bent = (await _world.EntriesAsync())[4];

        await _world.BendAsync($"""UPDATE "LogEntry" SET {change} WHERE "Seq" = 5""");

        await ExpectAsync(LogFaultKind.Changed, 5, bent.Id);
    }

    [Test]
    public async Task Entry_WithAChangedTime_IsNamed()
    {
        var entries = await _world.EntriesAsync();

        await _world.BendAsync("""UPDATE "LogEntry" SET "At" = (SELECT MAX("At") FROM "LogEntry") WHERE "Seq" = 5""");

        await ExpectAsync(LogFaultKind.Changed, 5, entries[4].Id);
    }

    [Test]
    public async Task Entry_ThatWasRemoved_IsMissed()
    {
        await _world.BendAsync("""DELETE FROM "LogEntry" WHERE "Seq" = 5""");

        await ExpectAsync(LogFaultKind.Removed, 5, entry: null);
    }

    [Test]
    public async Task Entry_ThatWasRemovedWithTheGapClosed_IsMissed()
    {
        var next = (await _world.EntriesAsync())[5];

        await _world.BendAsync(["""DELETE FROM "LogEntry" WHERE "Seq" = 5""", .. Enumerable.Range(6, Entries - 5).Select(seq => $"""UPDATE "LogEntry" SET "Seq" = {seq - 1} WHERE "Seq" = {seq}""")]);

        await ExpectAsync(LogFaultKind.Removed, 5, next.Id);
    }

    [Test]
    public async Task Entry_ThatWasInserted_IsNamed()
    {
        var false_ = _world.Entry();
        await _world.Service.WithDbAsync(db =>
        {
            db.Set<LogEntry>().Add(false_);
            return db.SaveChangesAsync();
        });

        await _world.BendAsync([
            .. Enumerable.Range(0, Entries - 4).Select(back => $"""UPDATE "LogEntry" SET "Seq" = {Entries - back + 1} WHERE "Seq" = {Entries - back}"""),
            """UPDATE "LogEntry" SET "Seq" = 5, "Hash" = (SELECT "Hash" FROM "LogEntry" WHERE "Seq" = 6) WHERE "Seq" IS NULL""",
        ]);

        await ExpectAsync(LogFaultKind.Inserted, 5, false_.Id);
    }

    [TestCase(5, 6)]
    [TestCase(5, 9)]
    public async Task Entries_ThatChangedPlaces_AreNamed(int first, int second)
    {
        var entries = await _world.EntriesAsync();

        await _world.BendAsync(
            $"""UPDATE "LogEntry" SET "Seq" = 1000 WHERE "Seq" = {first}""",
            $"""UPDATE "LogEntry" SET "Seq" = {first} WHERE "Seq" = {second}""",
            $"""UPDATE "LogEntry" SET "Seq" = {second} WHERE "Seq" = 1000""");

        await ExpectAsync(LogFaultKind.Reordered, first, entries[second - 1].Id);
    }

    [Test]
    public async Task Entries_MissingAtTheEnd_AreMissed()
    {
        await _world.BendAsync("""DELETE FROM "LogEntry" WHERE "Seq" > 9""");

        await ExpectAsync(LogFaultKind.Truncated, 10, entry: null);
    }

    [Test]
    public async Task Entries_MissingAtTheEndTogetherWithTheHead_AreMissedByTheCheckpoint()
    {
        await _world.BendAsync(
            """DELETE FROM "LogEntry" WHERE "Seq" > 9""", """UPDATE "LogChain" SET "Seq" = 9, "Hash" = (SELECT "Hash" FROM "LogEntry" WHERE "Seq" = 9)""");

        await ExpectAsync(LogFaultKind.Truncated, 10, entry: null);
    }

    [Test]
    public async Task Chain_MadeAnewBySomebodyWhoKnowsHow_IsFoundByTheCheckpoint()
    {
        await _world.BendAsync("""UPDATE "LogEntry" SET "Fields" = 'core' WHERE "Seq" = 5""");
        await _world.LinkAnewAsync();

        await ExpectAsync(LogFaultKind.Changed, 1, entry: null);
    }

    [Test]
    public async Task Chain_MadeAnewWhileTheServerRuns_IsNotSigned()
    {
        await _world.BendAsync("""UPDATE "LogEntry" SET "Fields" = 'core' WHERE "Seq" = 5""");
        await _world.LinkAnewAsync();

        await _world.LogAsync(2);
        await _world.SealAsync();

        Assert.That(await File.ReadAllLinesAsync(_world.Checkpoints()), Has.Length.EqualTo(1));
        await ExpectAsync(LogFaultKind.Changed, 1, entry: null);
    }

    [Test]
    public async Task Chain_MadeAnewWithItsCheckpointCutOff_IsNotSigned()
    {
        await _world.LogAsync(3);
        await _world.SealAsync();
        var lines = await File.ReadAllLinesAsync(_world.Checkpoints());
        await _world.BendAsync("""UPDATE "LogEntry" SET "Fields" = 'core' WHERE "Seq" = 14""");
        await _world.LinkAnewAsync();
        await File.WriteAllTextAsync(_world.Checkpoints(), lines[0] + "\n");

        await _world.LogAsync(2);
        await _world.SealAsync();

        Assert.That(await File.ReadAllLinesAsync(_world.Checkpoints()), Is.EqualTo([lines[0]]));
    }

    [Test]
    public async Task Chain_MadeAnewWhileTheServerStood_IsNotSignedAfterItsStart()
    {
        await _world.BendAsync("""UPDATE "LogEntry" SET "Fields" = 'core' WHERE "Seq" = 5""");
        await _world.LinkAnewAsync();
        await _world.LogAsync(2);
        await _world.Service.WithAsync(async services =>
        {
            await services.GetRequiredService<LogLinker>().LinkAllAsync(_world.Employer, most: 100, CancellationToken.None);
            return true;
        });

        await ActivatorUtilities.CreateInstance<LogCheckpoints>(_world.Service.Services).WriteAsync(CancellationToken.None);

        Assert.That(await File.ReadAllLinesAsync(_world.Checkpoints()), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Checkpoint_AddedByAnotherProcess_IsGoneOnFrom()
    {
        await _world.LogAsync(2);
        await _world.Service.WithAsync(async services =>
        {
            await services.GetRequiredService<LogLinker>().LinkAllAsync(_world.Employer, most: 100, CancellationToken.None);
            return true;
        });
        await ActivatorUtilities.CreateInstance<LogCheckpoints>(_world.Service.Services).WriteAsync(CancellationToken.None);

        await _world.LogAsync(2);
        await _world.SealAsync();

        var outcome = await _world.VerifyAsync();
        Assert.That((outcome.Fault, outcome.Checkpoints), Is.EqualTo(((LogFault?)null, 3)));
    }

    [Test]
    public async Task Everything_Removed_IsMissedByTheCheckpoint()
    {
        await _world.BendAsync("""DELETE FROM "LogEntry" """, """DELETE FROM "LogChain" """);

        Assert.That(await _world.Service.WithAsync(services => services.GetRequiredService<ILogVerifier>().EmployersAsync(CancellationToken.None)), Does.Contain(_world.Employer));
        await ExpectAsync(LogFaultKind.Truncated, 1, entry: null);
    }

    [Test]
    public async Task Checkpoint_WithAChangedNumber_IsNamed()
    {
        var file = _world.Checkpoints();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"seq\":12", "\"seq\":11", StringComparison.Ordinal));

        await ExpectAsync(LogFaultKind.Checkpoint, 11, entry: null);
    }

    [Test]
    public async Task Checkpoint_SignedWithAnotherKey_IsNamed()
    {
        var folder = TestFolder.Create("key-");
        using var other = new LogKey(new LogFolders(folder, folder));
        var head = (await _world.EntriesAsync())[^1];
        await File.WriteAllTextAsync(_world.Checkpoints(), Checkpoint.Sign(_world.Employer.Value, Entries, head.Hash!, _world.Service.Now, other).Line() + "\n");
        Directory.Delete(folder, recursive: true);

        await ExpectAsync(LogFaultKind.Checkpoint, Entries, entry: null);
    }

    [Test]
    public async Task Checkpoints_ThatAreGone_AreMissed()
    {
        File.Delete(_world.Checkpoints());
        Assert.That((await _world.VerifyAsync()).Fault, Is.Null, "The first is signed in a moment.");
        _world.Service.Time.Advance(TimeSpan.FromMinutes(1));

        await ExpectAsync(LogFaultKind.Checkpoint, seq: null, entry: null);
    }

    [Test]
    public async Task Checkpoint_CutOffByACrash_IsMadeAnew()
    {
        await File.AppendAllTextAsync(_world.Checkpoints(), "{\"employer\":\"01a2");
        Assert.That((await _world.VerifyAsync()).Fault, Is.Null);

        await _world.LogAsync(1);
        await _world.SealAsync();

        var outcome = await _world.VerifyAsync();
        Assert.That((outcome.Fault, outcome.Checkpoints), Is.EqualTo(((LogFault?)null, 2)));
    }

    [Test]
    public async Task Entries_ThatNobodyLinks_AreNamedAfterTenSeconds()
    {
        await _world.LogAsync(2);
        var left = (await _world.EntriesAsync()).Where(entry => entry.Seq is null).OrderBy(entry => entry.Id).First();
        Assert.That((await _world.VerifyAsync()).Fault, Is.Null, "They are new.");

        _world.Service.Time.Advance(TimeSpan.FromSeconds(11));
        var fault = (await _world.VerifyAsync()).Fault;
        Assert.That((fault?.Kind, fault?.Entry), Is.EqualTo((LogFaultKind.Unlinked, left.Id)));
    }

    [TestCase("DELETE FROM \"LogEntry\"")]
    [TestCase("DELETE FROM \"LogEntry\" WHERE \"Seq\" = 12")]
    [TestCase("UPDATE \"LogEntry\" SET \"Fields\" = 'core'")]
    [TestCase("UPDATE \"LogEntry\" SET \"ActorId\" = NULL WHERE \"Seq\" = 12")]
    [TestCase("UPDATE \"LogEntry\" SET \"Seq\" = NULL, \"Hash\" = NULL WHERE \"Seq\" = 12")]
    [TestCase("UPDATE \"LogEntry\" SET \"Hash\" = (SELECT \"Hash\" FROM \"LogChain\") WHERE \"Seq\" = 3")]
    [TestCase("UPDATE \"LogEntry\" SET \"Seq\" = 13 WHERE \"Seq\" = 12")]
    public async Task Database_AskedToBendTheLog_Refuses(string statement)
    {
        await Assert.ThatAsync(() => _world.TryAsync(statement), Throws.InstanceOf<System.Data.Common.DbException>().With.Message.Contains("only ever added to"));

        Assert.That((await _world.VerifyAsync()).Fault, Is.Null);
    }

    [Test]
    public async Task Entry_ThatIsNotLinkedYet_IsOnlyEverLinked()
    {
        await _world.LogAsync(1);

        await Assert.ThatAsync(
            () => _world.TryAsync("""UPDATE "LogEntry" SET "Seq" = 13, "Hash" = (SELECT "Hash" FROM "LogChain"), "Fields" = 'core' WHERE "Seq" IS NULL"""),
            Throws.InstanceOf<System.Data.Common.DbException>());
        await Assert.ThatAsync(() => _world.TryAsync("""UPDATE "LogEntry" SET "Fields" = 'core' WHERE "Seq" IS NULL"""), Throws.InstanceOf<System.Data.Common.DbException>());
        await _world.SealAsync();
        Assert.That((await _world.EntriesAsync())[^1].Seq, Is.EqualTo(Entries + 1));
    }

    [Test]
    public async Task Linkers_AtOnce_MakeOneChainWithoutAGap()
    {
        await _world.LogAsync(300);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _world.Service.WithAsync(async services =>
        {
            await services.GetRequiredService<LogLinker>().LinkAllAsync(_world.Employer, most: 7, CancellationToken.None);
            return true;
        }))));

        var entries = await _world.EntriesAsync();
        Assert.That(entries.Select(entry => entry.Seq), Is.EqualTo(Enumerable.Range(1, Entries + 300).Select(seq => (long?)seq)));
        Assert.That((await _world.VerifyAsync()).Fault, Is.Null);
    }

    [Test]
    public async Task Linking_WithTheClockMovedBack_SkipsNothing()
    {
        _world.Service.Time.Advance(TimeSpan.FromDays(3));
        await _world.LogAsync(2);
        await _world.SealAsync();
        await _world.Service.WithDbAsync(db =>
        {
            db.Set<LogEntry>().Add(new LogEntry { Id = Guid.CreateVersion7(_world.Service.Now.AddYears(-1)), EmployerId = _world.Employer, At = _world.Service.Now.AddYears(-1), Action = "old", Group = "case" });
            return db.SaveChangesAsync();
        });

        await _world.SealAsync();

        Assert.That((await _world.EntriesAsync())[^1].Action, Is.EqualTo("old"));
        Assert.That((await _world.VerifyAsync()).Fault, Is.Null);
    }

    private async Task ExpectAsync(LogFaultKind kind, long? seq, Guid? entry)
    {
        var outcome = await _world.VerifyAsync();

        Assert.That((outcome.Fault?.Kind, outcome.Fault?.Seq, outcome.Fault?.Entry), Is.EqualTo(((LogFaultKind?)kind, seq, entry)), outcome.Fault?.What);
    }
}
