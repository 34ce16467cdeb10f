using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Persistence;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SaveTests(DatabaseProvider provider)
{
    private TestService _service = null!;
    private TestOrganisation _employer = null!;
    private Unit _unit = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(provider);
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _unit = _employer.AddUnit("Mottag", _employer.Top);
        await _employer.SaveAsync(_service);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Save_OfWhatAnotherHasChanged_IsRefused()
    {
        await _service.WithDbAsync(async mine =>
        {
            var read = await mine.Set<Unit>().SingleAsync(unit => unit.Id == _unit.Id);
            await RenameAsync("Först");

            read.Rename("Sist");

            await Assert.ThatAsync(() => mine.SaveChangesAsync(), Throws.TypeOf<ChangedMeanwhileException>());
            return 0;
        });

        Assert.That(await NameAsync(), Is.EqualTo("Först"));
    }

    [Test]
    public async Task Save_OfAChange_MovesTheVersion()
    {
        await RenameAsync("Ett");
        await RenameAsync("Två");

        Assert.That(await _service.WithDbAsync(db => db.Set<Unit>().Where(unit => unit.Id == _unit.Id).Select(unit => unit.Version).SingleAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Save_OfAKeyThatIsTaken_IsRefusedAndTheTransactionGoesOn()
    {
        await _service.WithDbAsync(async db =>
        {
            db.Set<SignInFailures>().Add(SignInFailures.None("a", _service.Now));
            await db.SaveChangesAsync();
            db.ClearTracked();

            await using var scope = await db.BeginAsync();
            (await db.Set<Unit>().SingleAsync(unit => unit.Id == _unit.Id)).Rename("Kvar");
            await db.SaveChangesAsync();
            db.Set<SignInFailures>().Add(SignInFailures.None("a", _service.Now));
            await Assert.ThatAsync(() => db.SaveChangesAsync(), Throws.TypeOf<UniqueViolationException>());
            await scope.CommitAsync();
            return 0;
        });

        Assert.That(await NameAsync(), Is.EqualTo("Kvar"));
    }

    [Test]
    public async Task Transaction_WithinAnother_IsKeptOnlyWithTheOuterOne()
    {
        await _service.WithDbAsync(async db =>
        {
            await using var outer = await db.BeginAsync();
            await using (var inner = await db.BeginAsync())
            {
                (await db.Set<Unit>().SingleAsync(unit => unit.Id == _unit.Id)).Rename("Inre");
                await db.SaveChangesAsync();
                await inner.CommitAsync();
            }

            return 0;
        });

        Assert.That(await NameAsync(), Is.EqualTo("Mottag"));
    }

    [Test]
    public async Task AfterCommit_OfACommittedTransaction_IsDoneOnceItIsCommitted()
    {
        var (early, done) = (0, 0);
        await _service.WithDbAsync(async db =>
        {
            await using var scope = await db.BeginAsync();
            db.AfterCommit(() => done++);
            await db.SaveChangesAsync();
            early = done;
            await scope.CommitAsync();
            return 0;
        });

        Assert.That((early, done), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task AfterCommit_OfAnAbandonedTransaction_IsNeverDone()
    {
        var done = 0;
        await _service.WithDbAsync(async db =>
        {
            await using (await db.BeginAsync())
            {
                db.AfterCommit(() => done++);
            }

            return await db.SaveChangesAsync();
        });

        Assert.That(done, Is.Zero);
    }

    [Test]
    public async Task Writers_SixteenAtOnce_AreAllLetIn()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await _service.WithDbAsync(db =>
                {
                    db.Set<LogEntry>().Add(Entry(_service.Now));
                    return db.SaveChangesAsync();
                });
            }
        })));

        Assert.That(await _service.WithDbAsync(db => db.Set<LogEntry>().CountAsync()), Is.EqualTo(320));
    }

    [Test]
    public async Task Times_ReadBack_AreTheSameInUtc()
    {
        var at = new DateTimeOffset(2026, 10, 25, 2, 30, 0, 123, TimeSpan.FromHours(1));
        await _service.WithDbAsync(db =>
        {
            db.Set<LogEntry>().Add(Entry(at));
            return db.SaveChangesAsync();
        });

        var read = await _service.WithDbAsync(db => db.Set<LogEntry>().Select(entry => entry.At).SingleAsync());

        Assert.That((read.Offset, read), Is.EqualTo((TimeSpan.Zero, at.ToUniversalTime())));
    }

    [Test]
    public async Task Times_ComparedAndSortedInTheDatabase_FollowTheClock()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        int[] minutes = [10, -5, 0, 125, 3];
        await _service.WithDbAsync(db =>
        {
            db.Set<LogEntry>().AddRange(minutes.Select(minute => Entry(noon.AddMinutes(minute).AddMilliseconds(minute))));
            return db.SaveChangesAsync();
        });

        var found = await _service.WithDbAsync(db => db.Set<LogEntry>().Where(entry => entry.At >= noon).OrderBy(entry => entry.At).Select(entry => entry.At).ToListAsync());

        Assert.That(found.Select(at => (int)(at - noon).TotalMinutes), Is.EqualTo([0, 3, 10, 125]));
    }

    [Test]
    public async Task Names_Sorted_StandInSwedishOrder()
    {
        string[] names = ["Östra", "Ärlig", "Zenit", "Åsgård", "alfa", "Beta"];
        var other = TestOrganisation.Named("Annan", _service.Now);
        foreach (var name in names)
        {
            other.AddUnit(name, other.Top);
        }

        await other.SaveAsync(_service);

        var found = await _service.WithDbAsync(db =>
            db.Set<Unit>().Where(unit => unit.EmployerId == other.Id && unit.ParentId != null).OrderBy(unit => unit.Name).Select(unit => unit.Name).ToListAsync());

        Assert.That(found, Is.EqualTo(["alfa", "Beta", "Zenit", "Åsgård", "Ärlig", "Östra"]));
    }

    private LogEntry Entry(DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(), EmployerId = _employer.Id, At = at, Action = "tested", Group = "test" };

    private Task<int> RenameAsync(string name) => _service.WithDbAsync(async db =>
    {
        (await db.Set<Unit>().SingleAsync(unit => unit.Id == _unit.Id)).Rename(name);
        return await db.SaveChangesAsync();
    });

    private Task<string> NameAsync() => _service.WithDbAsync(db => db.Set<Unit>().Where(unit => unit.Id == _unit.Id).Select(unit => unit.Name).SingleAsync());
}
