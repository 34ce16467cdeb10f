using System.Globalization;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.DiscardDraft;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>What goes without anyone's release: drafts, the record of mails, and the word to who decides on the rest.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ShortLivedTests(DatabaseProvider provider)
{
    private RetentionWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await RetentionWorld.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Draft_Discarded_IsUnreadableInEveryCopy()
    {
        var draft = await _world.Cases.ReportAsync(_world.Cases.Exposed, _world.Cases.Report(_world.Cases.Exposed) with { Description = RetentionWorld.Text("utkast") }, draft: true);
        await using var copy = await _world.CopyAsync();

        await _world.Cases.Service.SendAsync(_world.Cases.Exposed.Id, new DiscardDraftCommand(new CaseReference(draft.Id, Number: null)));

        Assert.That(async () => await RetentionWorld.DescriptionAsync(draft.Id, copy), Throws.TypeOf<SealBrokenException>());
        Assert.That(await _world.WithAsync(db => db.Set<Incident>().CountAsync(row => row.Id == draft.Id)), Is.Zero);
    }

    [Test]
    public async Task Draft_ThrownAwayOrRunOut_TakesItsKeptAnswerWithIt()
    {
        var (discarded, expired) = (await DraftAsync(), await DraftAsync());

        await _world.Cases.Service.SendAsync(_world.Cases.Exposed.Id, new DiscardDraftCommand(new CaseReference(discarded, Number: null)));
        Assert.That(await _world.WithAsync(db => db.Set<IdempotencyRecord>().Select(answer => answer.Cases).ToListAsync()), Is.EqualTo(new[] { expired.Value.ToString() }));
        foreach (var days in (int[])[27, 4])
        {
            _world.Cases.Service.Time.Advance(TimeSpan.FromDays(days));
            await _world.Cases.Service.WithAsync(services => services.GetRequiredService<Application.Incidents.ExpireDrafts.IDraftExpiry>().TakeAsync(expired, CancellationToken.None));
        }

        Assert.That(await _world.WithAsync(db => db.Set<IdempotencyRecord>().CountAsync()), Is.Zero);
        var told = await _world.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "draft_discarded").Select(entry => new { entry.IncidentId, entry.ActorId }).ToListAsync());
        Assert.That(told.Select(entry => (entry.IncidentId, entry.ActorId)), Is.EqualTo(new[] { ((IncidentId?)discarded, (UserId?)_world.Cases.Exposed.Id) }));
    }

    [Test]
    public async Task ShortLived_GoesByItself_AndTheOfficerIsRemindedOnceAMonth()
    {
        await _world.EndedCaseAsync();
        _world.PassTenYears();
        await _world.WithAsync(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(change => change.SetProperty(mail => mail.State, OutboxState.Sent)));
        var before = await _world.WithAsync(db => db.Set<OutboxMessage>().CountAsync());

        for (var round = 0; round < 3; round++)
        {
            await new ShortLivedUpkeep(_world.Cases.Service.Services.GetRequiredService<IServiceScopeFactory>()).RunAsync(CancellationToken.None);
        }

        var mails = await _world.WithAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
        var told = await _world.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "mail_log_erased").Select(entry => entry.Fields).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.GreaterThan(0));
            Assert.That(mails.Select(mail => (mail.RecipientId, mail.Template, mail.IncidentId)), Is.EqualTo(new[] { (_world.Cases.Officer.Id, MailTemplate.RetentionDue, (IncidentId?)null) }));
            Assert.That(told, Is.EqualTo(new[] { string.Create(CultureInfo.InvariantCulture, $"count={before}") }));
        });
    }

    [Test]
    public async Task ShortLived_WhereNothingIsDue_DoesNotTakeTheWritersTurn()
    {
        await _world.EndedCaseAsync();
        var keeper = new ShortLivedUpkeep(_world.Cases.Service.Services.GetRequiredService<IServiceScopeFactory>());
        await using var scope = _world.Cases.Service.Services.CreateAsyncScope();
        await using var writer = await scope.ServiceProvider.GetRequiredService<AppDb>().BeginAsync();

        var run = keeper.RunAsync(CancellationToken.None);
        await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(10)));

        Assert.That(run.IsCompletedSuccessfully, Is.True);
    }

    private async Task<IncidentId> DraftAsync()
    {
        var draft = await _world.Cases.ReportAsync(_world.Cases.Exposed, _world.Cases.Report(_world.Cases.Exposed), draft: true);
        await _world.WithAsync(db =>
        {
            db.Add(new IdempotencyRecord
            {
                Id = Guid.NewGuid(),
                UserId = _world.Cases.Exposed.Id,
                KeyHash = Guid.NewGuid().ToString("N"),
                RequestHash = "x",
                Answer = RetentionWorld.Text("svar"),
                Cases = draft.Id.Value.ToString(),
                CreatedAt = _world.Cases.Now,
            });
            return db.SaveChangesAsync();
        });
        return draft.Id;
    }
}
