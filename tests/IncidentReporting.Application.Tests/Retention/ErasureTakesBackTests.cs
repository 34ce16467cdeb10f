using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>What is to be erased is gone: from the database, from the disk, and from every copy that was taken before.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ErasureTakesBackTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    // What is left of a case: that there was one, where, when by the month, and how it ended; and what the statistics count.
    private static readonly string[] Left =
    [
        "Id", "EmployerId", "UnitId", "Number", "State", "Version", "CreatedAt", "SubmittedAt", "EndedAt", "ErasedAt", "Report_OccurredAt", "Report_OccurredPrecision",
        "StatKey", "StatUnit", "StatMonth",
    ];

    [Test]
    public async Task Case_RestoredFromABackupFromBeforeItsErasure_IsErasedAgain()
    {
        var (erased, other) = (await World.EndedCaseAsync(), await World.EndedCaseAsync());
        await World.WithAsync(async db =>
        {
            var stored = await db.Set<Incident>().Where(row => row.Id == erased).Select(row => EF.Property<byte[]?>(row, SealColumns.Key)).SingleAsync();
            var key = CaseKey.Parse(stored!);
            World.Cases.Service.Services.GetRequiredService<CaseShares>().Destroy([(key.ShareFile, key.SharePlace)]);
            return true;
        });

        await using var scope = World.Cases.Service.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<SealVerifier>().VerifyAsync(default);
        var again = await scope.ServiceProvider.GetRequiredService<ErasureReplay>().RunAsync(outcome.Erased, default);

        Assert.That((again, outcome.Broken), Is.EqualTo((1, (HashSet<string>)[])));
        await World.WithAsync(async db =>
        {
            var rows = await db.Set<Incident>().AsNoTracking().ToListAsync();
            Assert.That(rows.Single(row => row.Id == erased).ErasedAt, Is.Not.Null);
            Assert.That(rows.Single(row => row.Id == other).ErasedAt, Is.Null);
            return true;
        });
    }

    [Test]
    public async Task Case_Erased_LeavesAHuskAndNothingElse()
    {
        var id = await World.EndedCaseAsync();
        Assert.That(await World.WithAsync(db => RowsOfAsync(db, id)), Has.Count.GreaterThan(10), "there was something in many tables");

        var run = await World.EraseDueAsync();

        await World.WithAsync(async db =>
        {
            Assert.Multiple(async () =>
            {
                Assert.That(run.State, Is.EqualTo(RetentionRunState.Done));
                Assert.That(run.Items.Single(item => item.Rule == "case").State, Is.EqualTo(RetentionItemState.Erased));
                Assert.That(await RowsOfAsync(db, id), Is.Empty);
                Assert.That(await FilledColumnsAsync(db, id), Is.SubsetOf(Left));
                Assert.That(World.Evidence, Is.Empty);
                Assert.That(await db.Set<IdempotencyRecord>().CountAsync(answer => answer.Cases.Contains(id.Value.ToString())), Is.Zero);
                Assert.That(await db.Set<OutboxMessage>().CountAsync(mail => mail.IncidentId == id), Is.Zero);
                Assert.That(await db.Set<Doomed>().CountAsync(), Is.Zero);
            });
            return 0;
        });
    }

    [Test]
    public async Task Codes_OfAnErasedCase_AreNotLeftInTheFile()
    {
        await World.EndedCaseAsync();
        Assert.That(await IsLeftAsync(), Is.True);

        await World.EraseDueAsync();

        Assert.That(await IsLeftAsync(), Is.False);

        // A server's files are its own: there its rows are asked.
        async Task<bool> IsLeftAsync() => Provider == DatabaseProvider.Sqlite
            ? await FilesHoldAsync("client_home")
            : await World.WithAsync(db => db.Set<Incident>().AnyAsync(incident => incident.Report.Place == "client_home"));
    }

    [Test]
    public async Task Times_OfAHusk_SayTheMonthOnly()
    {
        var id = await World.EndedCaseAsync();
        await World.EraseDueAsync();

        var husk = await World.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id));
        foreach (var time in (DateTimeOffset?[])[husk.CreatedAt, husk.SubmittedAt, husk.EndedAt, husk.Report.OccurredAt])
        {
            Assert.That(time, Is.EqualTo(WorkCalendar.Sweden.StartOf(new DateOnly(2026, 11, 1))));
        }
    }

    [Test]
    public async Task CopyTakenBefore_WithTheKeysAfter_OpensEveryCaseButTheErasedOne()
    {
        var erased = await World.EndedCaseAsync();
        var other = await World.EndedCaseAsync();
        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new HoldCaseCommand(new CaseReference(other, Number: null), RetentionWorld.Text("domstol")));
        await using var copy = await World.CopyAsync();

        await World.EraseDueAsync();

        await using var db = copy.GetRequiredService<AppDb>();
        var before = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == erased);
        Assert.Multiple(() =>
        {
            Assert.That(before.Notes, Is.Not.Empty, "the copy still has the rows");
            Assert.That(() => before.Report.Description!.Value, Throws.TypeOf<SealBrokenException>().With.Message.Contains("destroyed"));
            Assert.That(() => before.Notes[0].Text.Value, Throws.TypeOf<SealBrokenException>());
            Assert.That(() => before.Attachments[0].FileKey.Value, Throws.TypeOf<SealBrokenException>());
        });
        var kept = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == other);
        Assert.That(kept.Report.Description!.Value, Does.StartWith(RetentionWorld.Marker));
        var answers = await db.Set<IdempotencyRecord>().AsNoTracking().ToListAsync();
        Assert.That(() => answers.Single(answer => answer.Cases.Contains(erased.Value.ToString())).Answer.Value, Throws.TypeOf<SealBrokenException>());
    }

    [Test]
    public async Task ErasedCase_IsFoundByNobody_AndTheLogStillTellsThatItWas()
    {
        var id = await World.EndedCaseAsync();
        await World.EraseDueAsync();

        foreach (var person in (Person[])[World.Cases.Colleague, World.Cases.Exposed, World.Cases.Manager, World.Cases.Coordinator, World.Cases.Officer])
        {
            var reference = new CaseReference(id, Number: null);
            Assert.That(async () => await World.Cases.Service.SendAsync(person.Id, new GetDetailsQuery(reference)), Throws.TypeOf<NotFoundException>());
            Assert.That(async () => await World.Cases.Service.SendAsync(person.Id, new ListReadsQuery(reference)), Throws.TypeOf<NotFoundException>());
        }

        var entries = await World.WithAsync(db => db.Set<LogEntry>().AsNoTracking().Where(entry => entry.IncidentId == id).Select(entry => entry.Action).ToListAsync());
        Assert.That(entries, Does.Contain("submitted").And.Contain("erased"));
    }

    [Test]
    public async Task LogOfAnErasedCase_NamesNobody()
    {
        var id = await World.EndedCaseAsync();
        var reads = await NamesAsync(id, actor: null);
        await World.EraseDueAsync();

        var after = await NamesAsync(id, actor: null);
        var asked = await NamesAsync(id, World.Cases.Colleague.Id);

        Assert.Multiple(() =>
        {
            Assert.That(reads, Does.Contain("submitted Reporter Kolleganamn"));
            Assert.That(after, Does.Contain("submitted Reporter ").And.Contain("erased System "));
            Assert.That(after, Has.None.Contains("namn"));
            Assert.That(asked, Is.Empty, "nor when she is asked for");
        });
    }

    private async Task<List<string>> NamesAsync(IncidentId id, UserId? actor)
    {
        var query = new ListLogEntriesQuery(Group: null, Action: null, actor, id, Number: null, Since: null, Until: null, new Page());
        return [.. (await World.Cases.Service.SendAsync(World.Cases.Officer.Id, query)).Items.Select(entry => $"{entry.Action} {entry.CaseRole} {entry.Actor?.Name}")];
    }

    // Every row that belongs to the case, by its table; the log and the run itself may tell of it.
    private static async Task<List<string>> RowsOfAsync(AppDb db, IncidentId id)
    {
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(LogEntry) && type.ClrType != typeof(RetentionItem)))
        {
            foreach (var column in type.GetProperties().Where(property => property.Name is "IncidentId" or "DuplicateOf" or "SubjectId").Select(property => property.GetColumnName()))
            {
                var table = type.GetTableName();
#pragma warning disable EF1002 // Names of the model.
                var rows = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}", id.Value).SingleAsync();
#pragma warning restore EF1002
                found.AddRange(Enumerable.Repeat($"{table}.{column}", rows));
            }
        }

        return found;
    }

    private static async Task<List<string>> FilledColumnsAsync(AppDb db, IncidentId id)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT * FROM \"Incidents\" WHERE \"Id\" = @id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@id", id.Value);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.That(await reader.ReadAsync(), Is.True);
        return
        [
            .. Enumerable.Range(0, reader.FieldCount).Where(index => !reader.IsDBNull(index) && Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture) is not ("" or "0" or "False"))
                .Where(index => !Guid.TryParse(Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture), out var guid) || guid != Guid.Empty)
                .Select(reader.GetName),
        ];
    }

    // The file and its journal, as they lie on disk.
    private async Task<bool> FilesHoldAsync(string code)
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(World.Cases.Service.Settings.ConnectionString).DataSource;
        var found = false;
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(file)!))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            found |= bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(code)) >= 0;
        }

        return found;
    }
}
