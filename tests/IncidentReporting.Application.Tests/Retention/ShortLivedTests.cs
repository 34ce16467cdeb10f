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
public sealed class ShortLivedTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    [Test]
    public async Task Draft_Discarded_IsUnreadableInEveryCopy()
    {
        var draft = await World.Cases.ReportAsync(World.Cases.Exposed, World.Cases.Report(World.Cases.Exposed) with { Description = RetentionWorld.Text("utkast") }, draft: true);
        await using var copy = await World.CopyAsync();

        await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new DiscardDraftCommand(new CaseReference(draft.Id, Number: null)));

        Assert.That(async () => await RetentionWorld.DescriptionAsync(draft.Id, copy), Throws.TypeOf<SealBrokenException>());
        Assert.That(await World.WithAsync(db => db.Set<Incident>().CountAsync(row => row.Id == draft.Id)), Is.Zero);
    }

    [Test]
    public async Task Draft_ThrownAwayOrRunOut_TakesItsKeptAnswerWithIt()
    {
        var (discarded, expired) = (await DraftAsync(), await DraftAsync());

        await World.Cases.Service.SendAsync(World.Cases.Exposed.Id, new DiscardDraftCommand(new CaseReference(discarded, Number: null)));
        Assert.That(await World.WithAsync(db => db.Set<IdempotencyRecord>().Select(answer => answer.Cases).ToListAsync()), Is.EqualTo(new[] { expired.Value.ToString() }));
        foreach (var days in (int[])[27, 4])
        {
            World.Cases.Service.Time.Advance(TimeSpan.FromDays(days));
            await World.Cases.Service.WithAsync(services => services.GetRequiredService<Application.Incidents.ExpireDrafts.IDraftExpiry>().TakeAsync(expired, CancellationToken.None));
        }

        Assert.That(await World.WithAsync(db => db.Set<IdempotencyRecord>().CountAsync()), Is.Zero);
        var told = await World.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "draft_discarded").Select(entry => new { entry.IncidentId, entry.ActorId }).ToListAsync());
        Assert.That(told.Select(entry => (entry.IncidentId, entry.ActorId)), Is.EqualTo(new[] { ((IncidentId?)discarded, (UserId?)World.Cases.Exposed.Id) }));
    }

    [Test]
    public async Task ShortLived_GoesByItself_AndTheOfficerIsRemindedOnceAMonth()
    {
        await World.EndedCaseAsync();
        World.PassTenYears();
        await World.WithAsync(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(change => change.SetProperty(mail => mail.State, OutboxState.Sent)));
        var before = await World.WithAsync(db => db.Set<OutboxMessage>().CountAsync());

        for (var round = 0; round < 3; round++)
        {
            await new ShortLivedUpkeep(World.Cases.Service.Services.GetRequiredService<IServiceScopeFactory>()).RunAsync(CancellationToken.None);
        }

        var mails = await World.WithAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
        var told = await World.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "mail_log_erased").Select(entry => entry.Fields).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.GreaterThan(0));
            Assert.That(mails.Select(mail => (mail.RecipientId, mail.Template, mail.IncidentId)), Is.EqualTo(new[] { (World.Cases.Officer.Id, MailTemplate.RetentionDue, (IncidentId?)null) }));
            Assert.That(told, Is.EqualTo(new[] { string.Create(CultureInfo.InvariantCulture, $"count={before}") }));
        });
    }

    [Test]
    public async Task ShortLived_WhereNothingIsDue_DoesNotTakeTheWritersTurn()
    {
        await World.EndedCaseAsync();
        var keeper = new ShortLivedUpkeep(World.Cases.Service.Services.GetRequiredService<IServiceScopeFactory>());
        await using var scope = World.Cases.Service.Services.CreateAsyncScope();
        await using var writer = await scope.ServiceProvider.GetRequiredService<AppDb>().BeginAsync();

        Assert.That(async () => await keeper.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)), Throws.Nothing);
    }

    private async Task<IncidentId> DraftAsync()
    {
        var draft = await World.Cases.ReportAsync(World.Cases.Exposed, World.Cases.Report(World.Cases.Exposed), draft: true);
        await World.WithAsync(db =>
        {
            db.Add(new IdempotencyRecord
            {
                Id = Guid.NewGuid(),
                UserId = World.Cases.Exposed.Id,
                KeyHash = Guid.NewGuid().ToString("N"),
                RequestHash = "x",
                Answer = RetentionWorld.Text("svar"),
                Cases = draft.Id.Value.ToString(),
                CreatedAt = World.Cases.Now,
            });
            return db.SaveChangesAsync();
        });
        return draft.Id;
    }
}
