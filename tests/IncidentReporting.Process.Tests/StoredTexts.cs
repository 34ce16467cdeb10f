using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Process.Tests;

/// <summary>The database of an installation as its model sees it, beside the service.</summary>
internal sealed class StoredTexts : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private readonly AppDb _db;

    public StoredTexts(Installation data)
    {
        _services = new ServiceCollection()
            .AddPersistence(DatabaseSettings.SqliteIn(data.Folder), new SealingFolder(Path.Combine(data.Folder, "keys"))).BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        _db = _scope.ServiceProvider.GetRequiredService<AppDb>();
    }

    /// <summary>Every column that the model seals and that no row has anything in.</summary>
    public async Task<IReadOnlyList<string>> EmptyColumnsAsync()
    {
        var empty = new List<string>();
        foreach (var type in _db.Model.GetEntityTypes())
        {
            foreach (var property in type.GetFlattenedProperties().Where(property => property.ClrType == typeof(CaseText)))
            {
                var (table, column) = (type.GetTableName()!, property.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema())));
                var count = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
                if (await _db.Database.SqlQueryRaw<int>(count).SingleAsync() == 0)
                {
                    empty.Add($"{table}.{column}");
                }
            }
        }

        return empty;
    }

    /// <summary>A warning as the early warning opens it after two years of counting; it holds no text until somebody has gone through it.</summary>
    public async Task<Guid> AddWarningAsync()
    {
        var (now, month) = (DateTimeOffset.UtcNow, new DateOnly(2026, 1, 1));
        var unit = await _db.Set<Unit>().AsNoTracking().SingleAsync(unit => !_db.Set<Unit>().Any(below => below.ParentId == unit.Id));
        var evidence = new SignalEvidence(new SignalBaseline("2024-01", "2025-12", 24, 12, 240, 0.05), 0.5, Limit: 4, Overdispersion: 1, [], [], Test: null, RunFrom: null, HeldBack: false);
        var watch = UnitWatch.Open(unit.EmployerId, unit.Id, wholeEmployer: false, WatchKind.Cusum, WarningLevel.Alert, month, JsonSerializer.Serialize(evidence, Json.Options), now);
        _db.AddRange(watch, WarningRun.Of(unit.EmployerId, month, now));
        await _db.SaveChangesAsync();
        return watch.Id.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
