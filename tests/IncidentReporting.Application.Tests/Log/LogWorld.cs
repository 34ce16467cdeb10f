using System.Globalization;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Log;

/// <summary>An employer's log that a test fills, links and bends.</summary>
internal sealed class LogWorld : IAsyncDisposable
{
    private LogWorld(TestService service, EmployerId employer) => (Service, Employer) = (service, employer);

    public TestService Service { get; }

    public EmployerId Employer { get; }

    /// <summary>As many entries, linked and signed.</summary>
    public static async Task<LogWorld> WithAsync(DatabaseProvider provider, int entries)
    {
        var service = await TestService.StartAsync(provider);
        var world = new LogWorld(service, EmployerId.New(service.Now));
        await world.LogAsync(entries);
        await world.SealAsync();
        return world;
    }

    public LogEntry Entry() => Entry(Employer);

    public LogEntry Entry(EmployerId employer) => new()
    {
        Id = OrderedId.New(Service.Now),
        EmployerId = employer,
        At = Service.Now,
        ActorId = UserId.New(Service.Now),
        ActorRole = Role.Manager,
        CaseRole = CaseRole.Manager,
        FieldGroup = FieldGroup.Reads,
        Action = "incident_read",
        IncidentId = IncidentId.New(Service.Now),
        Fields = "core,police",
        Group = "read",
    };

    public Task LogAsync(int entries) => Service.WithDbAsync(async db =>
    {
        for (var made = 0; made < entries; made++)
        {
            db.Set<LogEntry>().Add(Entry());
            Service.Time.Advance(TimeSpan.FromMilliseconds(7));
        }

        return await db.SaveChangesAsync();
    });

    public Task SealAsync() => Service.Services.GetRequiredService<ILogSealing>().SealAsync(CancellationToken.None);

    public Task<LogOutcome> VerifyAsync() => Service.WithAsync(services => services.GetRequiredService<ILogVerifier>().VerifyAsync(Employer, CancellationToken.None));

    public Task<List<LogEntry>> EntriesAsync() => Service.WithDbAsync(db => db.Set<LogEntry>().AsNoTracking().OrderBy(entry => entry.Seq).ToListAsync());

    /// <summary>Past the program, and past the triggers.</summary>
    public Task BendAsync(params IEnumerable<string> statements) => Service.WithAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var on = Service.Settings.Provider == DatabaseProvider.PostgreSql ? " ON \"LogEntry\"" : string.Empty;
        foreach (var statement in new[] { $"DROP TRIGGER \"TR_LogEntry_Update\"{on}", $"DROP TRIGGER \"TR_LogEntry_Delete\"{on}" }.Concat(statements))
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }

        return true;
    });

    /// <summary>One statement as it is, with the triggers in place.</summary>
    public Task TryAsync(string statement) => Service.WithAsync(services => services.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(statement));

    /// <summary>The entries before and after a change, linked anew by somebody who knows how.</summary>
    public async Task LinkAnewAsync()
    {
        var hash = LogForm.Beginning;
        foreach (var entry in await EntriesAsync())
        {
            hash = LogForm.Hash(hash, entry.Seq!.Value, LogRow.Of(entry));
            await TryAsync($"""UPDATE "LogEntry" SET "Hash" = {Bytes(hash)} WHERE "Seq" = {Number(entry.Seq.Value)}""");
        }

        await TryAsync($"""UPDATE "LogChain" SET "Hash" = {Bytes(hash)}""");
    }

    public string Checkpoints() => Directory.GetFiles(Service.Services.GetRequiredService<LogFolders>().Checkpoints, "*.jsonl").Single();

    public async ValueTask DisposeAsync() => await Service.DisposeAsync();

    private string Bytes(byte[] hash) => Service.Settings.Provider switch
    {
        DatabaseProvider.PostgreSql => $"'\\x{Convert.ToHexString(hash)}'",
        DatabaseProvider.SqlServer => $"0x{Convert.ToHexString(hash)}",
        _ => $"x'{Convert.ToHexString(hash)}'",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
