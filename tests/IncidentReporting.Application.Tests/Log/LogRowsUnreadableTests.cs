using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Log;

/// <summary>A row that holds what no entry can hold; only SQLite keeps such a value.</summary>
public sealed class LogRowsUnreadableTests
{
    private LogWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await LogWorld.WithAsync(DatabaseProvider.Sqlite, 12);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Employer_WhoseEntryCannotBeRead_KeepsNoOthersWaiting()
    {
        var other = _world.Entry(EmployerId.New(_world.Service.Now));
        var bad = _world.Entry(new EmployerId(Guid.Empty));
        await _world.Service.WithDbAsync(db =>
        {
            db.Set<LogEntry>().AddRange(bad, other);
            return db.SaveChangesAsync();
        });
        await _world.BendAsync("""UPDATE "LogEntry" SET "ActorId" = 'nobody' WHERE "EmployerId" = '00000000-0000-0000-0000-000000000000'""");

        await _world.Service.Services.GetRequiredService<LogSealer>().RunOnceAsync(CancellationToken.None);

        var linked = await _world.Service.WithDbAsync(db => db.Set<LogEntry>().Where(entry => entry.Seq != null).Select(entry => entry.Id).ToListAsync());
        Assert.That(linked, Does.Contain(other.Id).And.Not.Contain(bad.Id));
        Assert.That(Directory.GetFiles(_world.Service.Services.GetRequiredService<LogFolders>().Checkpoints, "*.jsonl"), Has.Length.EqualTo(2));
    }
}
