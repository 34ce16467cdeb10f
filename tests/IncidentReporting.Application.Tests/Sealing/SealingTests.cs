using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Sealing;

/// <summary>What is written stays between those it is for, also if the database is stolen.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SealingTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);
    private static readonly UserId Victim = new(Guid.CreateVersion7(Start));

    private static readonly EmployerId Municipality = new(Guid.CreateVersion7(Start));
    private static readonly UnitId Mottag = new(Guid.CreateVersion7(Start));

    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task DeleteDatabase() => await _database.DisposeAsync();

    [Test]
    public async Task Text_Stored_IsReadBackByItsOwnKeyAndIsNowhereInTheDatabase()
    {
        var incident = await SaveAsync("hemlig berättelse");

        await using var db = _database.Open();
        var read = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == incident.Id);
        Assert.Multiple(() =>
        {
            Assert.That(read.Report.Description!.Value, Is.EqualTo("hemlig berättelse"));
            Assert.That(read.Report.Consequences, Is.EqualTo(incident.Report.Consequences));
            Assert.That(read.Notes[0].Text.Value, Is.EqualTo("anteckning"));
            Assert.That(read.Influences[0].Outcomes, Is.EqualTo(CodeSet.Of(["hesitated"])));
        });
        foreach (var told in (string[])["hemlig", "anteckning", "fear_off_duty", "hesitated", "influence"])
        {
            Assert.That(await CellsHoldingAsync(told), Is.Empty, told);
        }
    }

    [Test]
    public async Task Byte_FlippedInAText_IsNamedWithItsCaseAndField()
    {
        var incident = await SaveAsync("hemlig berättelse");
        var stored = await BytesAsync("Report_Description", incident.Id);
        stored[^3] ^= 1;
        await SetAsync("Report_Description", incident.Id, stored);

        Assert.That(async () => await DescriptionAsync(incident.Id), Throws.TypeOf<SealBrokenException>()
            .With.Message.Contains("Report_Description").And.Message.Contains(incident.Id.Value.ToString()));
    }

    [Test]
    public async Task Text_MovedToAnotherCase_IsNamed()
    {
        var (one, other) = (await SaveAsync("den ena"), await SaveAsync("den andra"));
        await SetAsync("Report_Description", other.Id, await BytesAsync("Report_Description", one.Id));

        Assert.That(async () => await DescriptionAsync(other.Id), Throws.TypeOf<SealBrokenException>().With.Message.Contains(other.Id.Value.ToString()));
        Assert.That(await DescriptionAsync(one.Id), Is.EqualTo("den ena"));
    }

    [Test]
    public async Task Text_MovedToAnotherField_IsNamed()
    {
        var incident = await SaveAsync("hemlig berättelse");
        await SetAsync("Report_WishesText", incident.Id, await BytesAsync("Report_Description", incident.Id));

        await using var db = _database.Open();
        var read = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == incident.Id);
        Assert.That(() => read.Report.WishesText!.Value, Throws.TypeOf<SealBrokenException>().With.Message.Contains("Report_WishesText"));
    }

    [Test]
    public async Task Version_ChangedInAText_IsNamed()
    {
        var incident = await SaveAsync("hemlig berättelse");
        var stored = await BytesAsync("Report_Description", incident.Id);
        stored[8]++;
        await SetAsync("Report_Description", incident.Id, stored);

        Assert.That(async () => await DescriptionAsync(incident.Id), Throws.TypeOf<SealBrokenException>());
    }

    [Test]
    public async Task Key_OfAnotherCase_OpensNothing()
    {
        var (one, other) = (await SaveAsync("den ena"), await SaveAsync("den andra"));
        await SetAsync("SealKey", other.Id, await BytesAsync("SealKey", one.Id));
        await SetAsync("Report_Description", other.Id, await BytesAsync("Report_Description", one.Id));

        Assert.That(async () => await DescriptionAsync(other.Id), Throws.TypeOf<SealBrokenException>());
    }

    [Test]
    public async Task MasterKey_Another_IsRefusedAtTheStartAndOpensNothing()
    {
        var incident = await SaveAsync("hemlig berättelse");
        await File.WriteAllBytesAsync(Path.Combine(_database.Keys.Path, "master.key"), RandomNumberGenerator.GetBytes(32));

        await using var services = Services();
        Assert.That(async () => await CheckAsync(services), Throws.TypeOf<KeyMissingException>().With.Message.Contains("keys/master.key"));
        Assert.That(async () => await DescriptionAsync(incident.Id, services), Throws.TypeOf<KeyMissingException>());
    }

    [Test]
    public async Task MasterKey_Gone_IsRefusedAtTheStartInOneLine()
    {
        await SaveAsync("hemlig berättelse");
        File.Delete(Path.Combine(_database.Keys.Path, "master.key"));

        await using var services = Services();
        Assert.That(async () => await CheckAsync(services), Throws.TypeOf<KeyMissingException>().With.Message.Contains("restore keys/master.key").And.Message.Not.Contains("\n"));
        Assert.That(File.Exists(Path.Combine(_database.Keys.Path, "master.key")), Is.False, "No new key is made where an old one is missing.");
    }

    [Test]
    public async Task Shares_OfAFirstCaseThatWasCutOff_KeepNoServiceFromStarting()
    {
        await SaveAsync("hemlig berättelse");

        await using var empty = await TestDatabase.CreateAsync(provider);
        await using var services = new ServiceCollection().AddPersistence(empty.Settings, _database.Keys).BuildServiceProvider();
        Assert.That(async () => await CheckAsync(services), Throws.Nothing);
    }

    [Test]
    public async Task KeyFiles_AreForTheirOwnerOnly()
    {
        await SaveAsync("hemlig berättelse");

        foreach (var file in Directory.EnumerateFiles(_database.Keys.Path, "*", SearchOption.AllDirectories))
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Test]
    public async Task Rotation_OfAllKeys_LeavesEveryTextReadableAndTheOldKeysUseless()
    {
        var incident = await SaveAsync("hemlig berättelse");
        var (master, wrapped) = (await File.ReadAllBytesAsync(Path.Combine(_database.Keys.Path, "master.key")), await BytesAsync("SealKey", incident.Id));

        await using (var services = Services())
        {
            await RotateAsync(services);
        }

        Assert.That(await DescriptionAsync(incident.Id, Services()), Is.EqualTo("hemlig berättelse"));
        Assert.That(await BytesAsync("SealKey", incident.Id), Is.Not.EqualTo(wrapped));
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(_database.Keys.Path, "master.key")), Is.Not.EqualTo(master));
        await using var db = _database.Open();
        Assert.That(await db.Set<EmployerKey>().CountAsync(), Is.EqualTo(1), "The former employer key is gone.");
    }

    [Test]
    public async Task Rotation_CutOffAfterTheMasterKey_GoesOn()
    {
        var incident = await SaveAsync("hemlig berättelse");
        await using (var services = Services())
        {
            services.GetRequiredService<IMasterKeys>().Replace();
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var key = await db.Set<EmployerKey>().AsNoTracking().SingleAsync();
            await services.GetRequiredService<EmployerKeys>().AddAsync(db, key.EmployerId, key.Number + 1, default);
        }

        await using (var services = Services())
        {
            await RotateAsync(services);
        }

        Assert.That(await DescriptionAsync(incident.Id, Services()), Is.EqualTo("hemlig berättelse"));
        await using var after = _database.Open();
        var left = await after.Set<EmployerKey>().AsNoTracking().SingleAsync();
        Assert.That(left.Number, Is.EqualTo(2), "The key that was begun is used; no third was made.");
    }

    [Test]
    public async Task Share_Destroyed_MakesEveryCopyOfTheCaseUnreadable()
    {
        var (gone, other) = (await SaveAsync("den ena"), await SaveAsync("den andra"));
        await using (var services = Services())
        {
            var key = CaseKey.Parse(await BytesAsync("SealKey", gone.Id));
            services.GetRequiredService<CaseShares>().Destroy([(key.ShareFile, key.SharePlace)]);
        }

        // The row with its wrapped key is still there, as it is in every backup.
        Assert.That(async () => await DescriptionAsync(gone.Id), Throws.TypeOf<SealBrokenException>().With.Message.Contains("destroyed"));
        Assert.That(await DescriptionAsync(other.Id), Is.EqualTo("den andra"));
    }

    [Test]
    public void MasterKey_ReplacedWhileSecretsAreWrapped_IsNamedByWhatItWrapped()
    {
        var keys = new FileMasterKeys(_database.Keys);
        var other = new FileMasterKeys(_database.Keys);
        var secret = RandomNumberGenerator.GetBytes(32);
        var wrapped = new List<WrappedSecret>();
        for (var turn = 0; turn < 20; turn++)
        {
            wrapped.Add(keys.Wrap(secret, "employer key"));
            other.Replace();
        }

        Assert.That(wrapped.Select(one => one.KeyId).Distinct().Count(), Is.GreaterThan(1));
        Assert.That(wrapped.Select(one => keys.Unwrap(one.KeyId, one.Bytes, "employer key")), Is.All.EqualTo(secret));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Shares_OutOfReachWhileTheProcessRuns_AreWaitedForAndNoneAreMade(bool leavesTheEmptyPlaceOfAMount)
    {
        var incident = await SaveAsync("hemlig berättelse");
        var key = CaseKey.Parse(await BytesAsync("SealKey", incident.Id));
        await using var services = Services();
        var shares = services.GetRequiredService<CaseShares>();
        DrawAll(shares);
        var away = $"{shares.Folder}.away";
        Directory.Move(shares.Folder, away);
        if (leavesTheEmptyPlaceOfAMount)
        {
            Directory.CreateDirectory(shares.Folder);
        }

        Assert.That(() => shares.Take(), Throws.TypeOf<KeysAwayException>());
        Assert.That(() => shares.Destroy([(key.ShareFile, key.SharePlace)]), Throws.TypeOf<KeysAwayException>());
        Assert.That(Directory.Exists(shares.Folder) && Directory.EnumerateFileSystemEntries(shares.Folder).Any(), Is.False);
        if (leavesTheEmptyPlaceOfAMount)
        {
            Directory.Delete(shares.Folder);
        }
        else
        {
            Assert.That(() => shares.Get(incident.Id.Value, key.ShareFile, key.SharePlace), Throws.TypeOf<KeysAwayException>());
        }

        Directory.Move(away, shares.Folder);
        Assert.That(() => shares.Take(), Throws.Nothing);
        Assert.That(await DescriptionAsync(incident.Id), Is.EqualTo("hemlig berättelse"));
    }

    [Test]
    public async Task Share_InAFileThatIsGoneAmongOthers_IsDestroyedAlready()
    {
        await SaveAsync("hemlig berättelse");
        await using var services = Services();

        Assert.That(() => services.GetRequiredService<CaseShares>().Destroy([(Guid.NewGuid(), 0)]), Throws.Nothing);
    }

    [Test]
    public void MasterKey_OutOfReachWhileTheProcessRuns_IsWaitedForAndNoSecondIsMade()
    {
        var keys = new FileMasterKeys(_database.Keys);
        var file = Path.Combine(_database.Keys.Path, "master.key");
        var id = keys.Wrap([1], "test").KeyId;
        File.Move(file, $"{file}.away");

        Assert.That(() => keys.Wrap([1], "test"), Throws.TypeOf<KeysAwayException>());
        Assert.That(File.Exists(file), Is.False);

        File.Move($"{file}.away", file);
        Assert.That(keys.Wrap([1], "test").KeyId, Is.EqualTo(id));
    }

    [Test]
    public async Task Start_OfANewInstallation_MakesMasterKeyAndFolder()
    {
        await using var services = Services();

        await CheckAsync(services);

        Assert.That(File.Exists(Path.Combine(_database.Keys.Path, "master.key")) && Directory.Exists(Path.Combine(_database.Keys.Path, "shares")), Is.True);
    }

    [Test]
    public void Keys_OutOfReach_AreAFaultThatPasses() => Assert.That(PassingFaults.Of(new KeysAwayException("shares")), Is.EqualTo(PassingFault.Busy));

    [Test]
    public async Task Share_WhoseFileIsMissing_IsALossAndNotAnErasure()
    {
        var incident = await SaveAsync("hemlig berättelse");
        foreach (var file in Directory.GetFiles(Path.Combine(_database.Keys.Path, "shares")))
        {
            File.Delete(file);
        }

        Assert.That(async () => await DescriptionAsync(incident.Id), Throws.TypeOf<SealBrokenException>()
            .With.Property(nameof(SealBrokenException.IsErased)).False.And.Message.Contains("restore the folder keys"));
        await using var db = _database.Open();
        var outcome = await new SealVerifier(db).VerifyAsync(default);
        Assert.That((outcome.Erased.Count, outcome.Broken.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Rotation_WithACaseWhoseShareWasDestroyed_TakesTheRestOfItsKey()
    {
        var (gone, other) = (await SaveAsync("den ena"), await SaveAsync("den andra"));
        await using var services = Services();
        var key = CaseKey.Parse(await BytesAsync("SealKey", gone.Id));
        services.GetRequiredService<CaseShares>().Destroy([(key.ShareFile, key.SharePlace)]);

        await RotateAsync(services);

        Assert.That(await DescriptionAsync(other.Id, services), Is.EqualTo("den andra"));
        await using var db = _database.Open();
        Assert.That(await db.Set<Incident>().CountAsync(row => EF.Property<byte[]?>(row, SealColumns.Key) == null), Is.EqualTo(1));
    }

    [TestCase("share")]
    [TestCase("key")]
    [TestCase("wrapped")]
    public async Task Rotation_WithACaseThatDoesNotOpen_NamesItAndGoesOn(string lost)
    {
        var (broken, other) = (await SaveAsync("den ena"), await SaveAsync("den andra"));
        var stored = await BytesAsync("SealKey", broken.Id);
        await SetAsync("SealKey", broken.Id, lost switch
        {
            "share" => [.. Guid.NewGuid().ToByteArray(), .. stored[16..]],
            "key" => stored[..^1],
            _ => [.. stored[..^1], (byte)(stored[^1] ^ 1)],
        });
        await using var services = Services();

        var first = await RotateAsync(services);
        var second = await RotateAsync(services);

        Assert.That((first.Moved, first.Left, second.Moved, second.Left), Is.EqualTo((1, new[] { broken.Id.Value }, 1, new[] { broken.Id.Value })));
        Assert.That(await DescriptionAsync(other.Id, services), Is.EqualTo("den andra"));
        await using var db = _database.Open();
        Assert.That(await db.Set<EmployerKey>().OrderBy(key => key.Number).Select(key => key.Number).ToListAsync(), Is.EqualTo(new[] { 1, 3 }), "The key that it rests on stays.");

        await SetAsync("SealKey", broken.Id, stored);
        await RotateAsync(services);

        Assert.That(await DescriptionAsync(broken.Id, services), Is.EqualTo("den ena"));
        Assert.That(await db.Set<EmployerKey>().CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Rotation_BesideAnother_IsRefusedInOneLine()
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var rotation = scope.ServiceProvider.GetRequiredService<KeyRotation>();
        using (rotation.Claim())
        {
            Assert.That(() => rotation.Claim(), Throws.InvalidOperationException.With.Message.Not.Contains("\n"));
        }

        Assert.That(() => rotation.Claim().Dispose(), Throws.Nothing);
    }

    [Test]
    public async Task Text_SharedByTwoParts_IsSealedForEach()
    {
        var incident = await SaveAsync("hemlig berättelse");
        await using (var db = _database.Open())
        {
            var read = await db.Set<Incident>().SingleAsync(row => row.Id == incident.Id);
            read.Write(read.Notes[0].Text, "case", new Actor(Victim, CaseRole.Exposed, Start));
            read.TakeEvents();
            await db.SaveChangesAsync();
        }

        await using var after = _database.Open();
        var notes = (await after.Set<Incident>().SingleAsync(row => row.Id == incident.Id)).Notes;
        Assert.That(notes.Select(note => note.Text.Value), Is.EqualTo(new[] { "anteckning", "anteckning" }));
    }

    // So that the next one needs a new file.
    private static void DrawAll(CaseShares shares)
    {
        var first = shares.Take().File;
        for (var next = shares.Take(); next.Place < 255; next = shares.Take())
        {
            Assert.That(next.File, Is.EqualTo(first));
        }
    }

    private static FormattableString Sql(string format, params object[] values) => FormattableStringFactory.Create(format, values);

    private static CaseText Text(string text) => CaseText.From(text)!;

    private static async Task CheckAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealingCheck>().RunAsync(default);
    }

    private static async Task<EmployersRotated> RotateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var rotation = scope.ServiceProvider.GetRequiredService<KeyRotation>();
        await rotation.RotateMasterAsync(default);
        return await rotation.RotateEmployersAsync(progress: null, default);
    }

    private ServiceProvider Services() => new ServiceCollection().AddSingleton<TimeProvider>(new SwiftTime()).AddPersistence(_database.Settings, _database.Keys).BuildServiceProvider();

    private async Task<Incident> SaveAsync(string description)
    {
        var by = new Actor(Victim, CaseRole.Exposed, Start);
        var report = new ReportContent
        {
            Kinds = CodeSet.Of(["threat_direct.death"]),
            OccurredAt = Start.AddHours(-1),
            SafeNow = "yes",
            Description = Text(description),
            Consequences = CodeSet.Of(["fear_off_duty", "sleep"]),
        };
        await using var db = _database.Open();
        if (!await db.Set<Employer>().AnyAsync())
        {
            db.Add(Employer.Create(Municipality, "Exempelkommun", "municipality", county: null));
            db.Add(Unit.Create(Mottag, Municipality, parentId: null, "Mottag"));
        }

        var incident = Incident.Draft(Municipality, Mottag, report, [new NamedExposed(Victim, "direct", null)], by);
        incident.Submit(new Submission(Guid.NewGuid().ToString("N")[..12], null, null, []), by);
        incident.Write(Text("anteckning"), "case", by);
        incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), "lvu", by);
        incident.TakeEvents();
        db.Add(incident);
        await db.SaveChangesAsync();
        return incident;
    }

    private async Task<string> DescriptionAsync(IncidentId id, IServiceProvider? services = null)
    {
        await using var db = services?.CreateScope().ServiceProvider.GetRequiredService<AppDb>() ?? _database.Open();
        return (await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id)).Report.Description!.Value;
    }

    private async Task<byte[]> BytesAsync(string column, IncidentId id)
    {
        await using var db = _database.Open();
        return await db.Database.SqlQuery<byte[]>(Sql($"SELECT \"{column}\" AS \"Value\" FROM \"Incidents\" WHERE \"Id\" = {{0}}", id.Value)).SingleAsync();
    }

    private async Task SetAsync(string column, IncidentId id, byte[] value)
    {
        await using var db = _database.Open();
        var changed = await db.Database.ExecuteSqlAsync(Sql($"UPDATE \"Incidents\" SET \"{column}\" = {{0}} WHERE \"Id\" = {{1}}", value, id.Value));
        Assert.That(changed, Is.EqualTo(1));
    }

    // Every cell of every table, as text and as bytes.
    private async Task<List<string>> CellsHoldingAsync(string told)
    {
        await using var db = _database.Open();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Where(table => table is not "StatFact"))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A table of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.AddRange(Enumerable.Range(0, reader.FieldCount).Where(index => Holds(reader, index, told)).Select(index => $"{table}.{reader.GetName(index)}"));
            }
        }

        return found;
    }

    private static bool Holds(DbDataReader reader, int index, string told)
    {
        var cell = reader.GetValue(index);
        var text = cell is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;
        return text.Contains(told, StringComparison.OrdinalIgnoreCase);
    }
}
