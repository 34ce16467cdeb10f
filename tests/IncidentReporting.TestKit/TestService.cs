using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Statistics;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.TestKit;

/// <summary>The use cases on a database of their own, with a clock that the test moves.</summary>
public sealed class TestService : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private TestService(TestDatabase database, ServiceProvider services, FakeTimeProvider time, string folder)
    {
        _folder = folder;
        _database = database;
        _services = services;
        Time = time;
    }

    public FakeTimeProvider Time { get; }

    public DateTimeOffset Now => Time.Now();

    public IServiceProvider Services => _services;

    public DatabaseSettings Settings => _database.Settings;

    /// <summary>Where the keys lie that everything written is sealed by.</summary>
    public string KeyFolder => _database.Keys.Path;

    /// <param name="more">Registers what a test needs beside organisation, accounts and use cases.</param>
    public static async Task<TestService> StartAsync(DatabaseProvider provider, Action<IServiceCollection>? more = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var time = new FakeTimeProvider();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddPersistence(database.Settings, database.Keys);
        services.AddAccounts();
        services.AddOrganisation();
        services.AddObligations();
        var folder = TestFolder.Create("log-");
        services.AddLog(new LogFolders(Path.Combine(folder, "keys"), Path.Combine(folder, "checkpoints")));
        services.AddStatistics(new StatisticsKeyFolder(Path: string.Empty, TestStatistics.Key));
        services.AddErasure();
        services.AddHeadcounts();
        services.AddSignals();

        // Slow hashing is what protects passwords, and what tests would wait for.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        services.AddUseCases();
        more?.Invoke(services);
        return new TestService(database, services.BuildServiceProvider(validateScopes: true), time, folder);
    }

    /// <summary>Sends a use case as the person, in a scope of its own as a call is.</summary>
    public async Task<T> SendAsync<T>(UserId user, IRequest<T> request, CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        var caller = await scope.ServiceProvider.GetRequiredService<ICallers>().ByIdAsync(user, cancellationToken)
            ?? throw new InvalidOperationException("There is no such person.");
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Sends a use case as nobody.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Does something in a scope of its own.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = _services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <summary>Reads or writes the database directly.</summary>
    public Task<T> WithDbAsync<T>(Func<IIncidentReportingDb, Task<T>> action) =>
        WithAsync(services => action(services.GetRequiredService<IIncidentReportingDb>()));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
