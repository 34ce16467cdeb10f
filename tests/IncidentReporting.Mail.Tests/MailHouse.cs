using System.Collections.Concurrent;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Mail.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Mail.Tests;

/// <summary>The mail subsystem on an embedded database of its own, with two people.</summary>
internal sealed class MailHouse : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);
    public static readonly EmployerId Employer = EmployerId.New(Start);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-house-");
    private readonly ServiceProvider _services;
    private readonly People _people = new();

    public MailHouse(ScriptedServer? server = null, TimeProvider? clock = null, bool signedIn = false)
    {
        Settings = new Dictionary<string, string?>
        {
            ["Email:From"] = "no-reply@example.test",
            ["Email:BaseUrl"] = "https://example.test",
            ["Email:Transport"] = server is null ? "Pickup" : "Smtp",
            ["Email:Smtp:Host"] = "127.0.0.1",
            ["Email:Smtp:Port"] = server?.Port.ToString(),
            ["Email:Smtp:Security"] = "None",
            ["Email:Smtp:TimeoutSeconds"] = "1",
            ["Email:Smtp:UserName"] = signedIn ? "sender" : null,
            ["Email:Smtp:Password"] = signedIn ? "secret" : null,
        };
        _services = Build(clock ?? Clock);
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<AppDb>().Database.EnsureCreated();
        Manager = _people.Add("Mats Chef", "manager@example.test", "sv");
        Deputy = _people.Add("Dorte Deputy", "deputy@example.test", "en");
    }

    public Dictionary<string, string?> Settings { get; }

    public MovableClock Clock { get; } = new(Start);

    public UserId Manager { get; }

    public UserId Deputy { get; }

    public IncidentId Case { get; } = IncidentId.New(Start);

    public IServiceProvider Services => _services;

    public string MailFolder => Path.Combine(_folder.FullName, "mail");

    /// <summary>Another process over the same database.</summary>
    public ServiceProvider Build(TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton<IRecipients>(_people);
        services.AddSingleton<IMailFailureRecipients>(_people);
        services.AddPersistence(DatabaseSettings.SqliteIn(_folder.FullName), new SealingFolder(Path.Combine(_folder.FullName, "keys")));
        services.AddMail(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(), new PickupFolder(MailFolder));
        services.AddMailDispatcher();
        return services.BuildServiceProvider();
    }

    public void StandsInFor(UserId recipient, UserId substitute) => _people.Substitutes[recipient] = substitute;

    public UserId AddPerson(string address, string language = "sv") => _people.Add("Namn Namnsson", address, language);

    public MailOrder Order(string step = "remind:1", UserId? to = null, string rule = "R1", MailTemplate template = MailTemplate.Reminder) => new(
        Employer, to ?? Manager, Case, "2026-000123", rule, step, template, Start.AddHours(2), "/cases/2026-000123", null, $"case-{Case.Value:N}", Party.Manager);

    public Task AddAsync(params MailOrder[] orders) => InScopeAsync(async scope =>
    {
        foreach (var order in orders)
        {
            scope.GetRequiredService<IOutbox>().Add(order);
        }

        return await scope.GetRequiredService<IIncidentReportingDb>().SaveChangesAsync();
    });

    public Task AddToDigestAsync(params DigestOrder[] orders) => InScopeAsync(async scope =>
    {
        foreach (var order in orders)
        {
            scope.GetRequiredService<IDigest>().Add(order);
        }

        return await scope.GetRequiredService<IIncidentReportingDb>().SaveChangesAsync();
    });

    public Task<bool> RunOnceAsync() => _services.GetRequiredService<OutboxDispatcher>().RunOnceAsync(CancellationToken.None);

    public Task<List<OutboxMessage>> RowsAsync() =>
        InScopeAsync(scope => scope.GetRequiredService<IIncidentReportingDb>().Set<OutboxMessage>().AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());

    public IReadOnlyList<ReceivedMail> Arrived() =>
        Directory.Exists(MailFolder) ? [.. Directory.GetFiles(MailFolder, "*.eml").Order().Select(File.ReadAllText).Select(ReceivedMail.Parse)] : [];

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public void Dispose()
    {
        _services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }

    private sealed class People : IRecipients, IMailFailureRecipients
    {
        private readonly ConcurrentDictionary<UserId, Recipient> _people = new();

        public Dictionary<UserId, UserId> Substitutes { get; } = [];

        public UserId Add(string name, string address, string language)
        {
            var id = UserId.New(Start);
            _people[id] = new Recipient(id, name, address, language, null);
            return id;
        }

        public Task<Recipient?> FindAsync(UserId id, CancellationToken cancellationToken) => Task.FromResult(_people.GetValueOrDefault(id));

        public Task<IReadOnlyList<UserId>> SubstitutesForAsync(UserId recipient, IncidentId? incident, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UserId>>(Substitutes.TryGetValue(recipient, out var substitute) ? [substitute] : []);
    }
}
