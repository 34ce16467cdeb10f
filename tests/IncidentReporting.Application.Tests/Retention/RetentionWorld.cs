using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Retention.Propose;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Application.Retention.Settle;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>Cases with something written everywhere that ended, and those who decide on their erasure.</summary>
internal sealed class RetentionWorld : IAsyncDisposable
{
    public const string Marker = "Markörtext";

    private readonly DatabaseProvider _provider;

    private RetentionWorld(CaseService cases, DatabaseProvider provider) => (Cases, _provider) = (cases, provider);

    public CaseService Cases { get; }

    public static async Task<RetentionWorld> StartAsync(DatabaseProvider provider) => new(await CaseService.StartAsync(provider), provider);

    /// <summary>A case with a text in every part that can hold one, evidence on disk and a kept answer; withdrawn, and so at its end.</summary>
    public async Task<IncidentId> EndedCaseAsync()
    {
        var reported = await Cases.ReportAsync(Cases.Colleague, Cases.Report(Cases.Exposed) with
        {
            Description = Text("beskrivning"),
            Platform = Text("plattform"),
            Place = "client_home",
            Consequences = CodeSet.Of(["fear_off_duty"]),
            PerceivedSeverity = 3,
            HateMotives = CodeSet.Of(["religion"]),
            ProtectedIdentity = true,
        });
        var now = Cases.Now;
        Actor As(Person person, CaseRole role) => new(person.Id, role, now);
        var (exposed, manager) = (As(Cases.Exposed, CaseRole.Exposed), As(Cases.Manager, CaseRole.Manager));
        await Cases.AttachAsync(Cases.Colleague.Id, CaseService.Of(reported), System.Text.Encoding.UTF8.GetBytes(Marker), $"{Marker}.txt");
        await WithAsync(async db =>
        {
            var incident = await db.Set<Incident>().SingleAsync(row => row.Id == reported.Id);
            var content = incident.Report with
            {
                CounterpartIdentity = Text("motpart"),
                CounterpartIdentityGround = "legal_claim",
                CounterpartRelation = "client",
                WishesText = Text("önskan"),
                CounterpartUserId = Cases.Outsider.Id,
            };
            incident.Correct(content, exposed);
            incident.Acknowledge(Text("till dig"), manager);
            incident.Assess(new Assessment { Danger = "serious", AvDuty = "no", AvReason = Text("skäl"), Text = Text("bedömning"), Injury = "serious" }, manager);
            var offer = incident.Offer(incident.Exposed[0].Id, "relieving_talk", Text("erbjudande"), null, manager);
            incident.RecordOffer(offer, "accepted", now, null, exposed);
            incident.Rate("mostly", Text("betyg"), exposed);
            incident.Notify("av_33a", "sent", now, Text("anmälan"), Text("diarienummer"), manager);
            incident.Write(Text("anteckning"), "case", manager);
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), "lvu", exposed);
            incident.Withdraw(Text("ångrad"), exposed);
            db.Add(incident.DiscloseOnward("union_expert", DateOnly.FromDateTime(now.UtcDateTime), As(Cases.Representative, CaseRole.Representative)));
            incident.TakeEvents();
            db.Add(new IdempotencyRecord
            {
                Id = Guid.CreateVersion7(now),
                UserId = Cases.Colleague.Id,
                KeyHash = Guid.NewGuid().ToString("N"),
                RequestHash = "x",
                Answer = Text("svar"),
                Cases = $"{Guid.NewGuid()} {incident.Id.Value}",
                CreatedAt = now,
            });
            await db.SaveChangesAsync();
            return 0;
        });
        return reported.Id;
    }

    /// <summary>As far on as makes what has ended due.</summary>
    public void PassTenYears() => Cases.Service.Time.Advance(TimeSpan.FromDays(3660));

    public Task<RetentionRunResult> ProposeAsync(Person? by = null) => Cases.Service.SendAsync((by ?? Cases.Officer).Id, new ProposeRetentionRunCommand(On: null));

    public Task<RetentionRunResult> ReleaseAsync(RetentionRunResult run, Person? by = null) =>
        Cases.Service.SendAsync((by ?? Cases.Administrator).Id, new ReleaseRetentionRunCommand(run.Id));

    public Task<RetentionRunResult> ReadAsync(RetentionRunResult run) => Cases.Service.SendAsync(Cases.Officer.Id, new GetRetentionRunQuery(run.Id));

    /// <summary>Everything that is released, as the server does it.</summary>
    public Task WorkAsync() =>
        new RetentionService(Cases.Service.Services.GetRequiredService<IServiceScopeFactory>(), Cases.Service.Time, NullLogger<RetentionService>.Instance).RunOnceAsync(CancellationToken.None);

    /// <summary>Proposed, released by another and done.</summary>
    public async Task<RetentionRunResult> EraseDueAsync()
    {
        PassTenYears();
        var run = await ProposeAsync();
        await ReleaseAsync(run);
        await WorkAsync();
        return await ReadAsync(run);
    }

    /// <summary>The files of evidence; the key of receipts lies beside them.</summary>
    public IEnumerable<string> Evidence => Directory.EnumerateFiles(Cases.Folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/keys/", StringComparison.Ordinal));

    public Task<T> WithAsync<T>(Func<AppDb, Task<T>> action) => Cases.Service.WithAsync(services => action(services.GetRequiredService<AppDb>()));

    public Task<DateTimeOffset?> ErasedAtAsync(IncidentId id) =>
        WithAsync(async db => await db.Set<Incident>().Where(row => row.Id == id).Select(row => row.ErasedAt).SingleAsync());

    public Task<string> DescriptionAsync(IncidentId id) =>
        WithAsync(async db => (await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id)).Report.Description!.Value);

    public Task ChangeAsync(IncidentId id, Action<Incident> change) => WithAsync(async db =>
    {
        var incident = await db.Set<Incident>().SingleAsync(row => row.Id == id);
        change(incident);
        incident.TakeEvents();
        return await db.SaveChangesAsync();
    });

    public static async Task<string> DescriptionAsync(IncidentId id, ServiceProvider copy)
    {
        await using var scope = copy.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id)).Report.Description!.Value;
    }

    /// <summary>The database as it is now, beside the keys as they will be.</summary>
    public async Task<ServiceProvider> CopyAsync()
    {
        var keys = new SealingFolder(Cases.Service.KeyFolder);
        if (_provider == DatabaseProvider.Sqlite)
        {
            var folder = TestFolder.Create("copy-");
            await WithAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM INTO {0}", Path.Combine(folder, DatabaseSettings.FileName)));
            return new ServiceCollection().AddPersistence(DatabaseSettings.SqliteIn(folder), keys).BuildServiceProvider();
        }

        var copy = await TestDatabase.CopyOfAsync(Cases.Service.Settings);
        return new ServiceCollection().AddPersistence(copy, keys).BuildServiceProvider();
    }

    public static CaseText Text(string text) => CaseText.From($"{Marker} {text}")!;

    public ValueTask DisposeAsync() => Cases.DisposeAsync();
}
