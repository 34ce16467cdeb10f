using IncidentReporting.Application.Incidents.ExpireDrafts;
using IncidentReporting.Application.Incidents.SubmitDraft;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Upkeep;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Incidents;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DraftExpiryTests(DatabaseProvider provider)
{
    private CaseService _cases = null!;
    private IncidentView _draft = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _cases = await CaseService.StartAsync(provider);
        _draft = await _cases.ReportAsync(_cases.Exposed, _cases.Report(_cases.Exposed), draft: true);
    }

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [Test]
    public async Task Draft_BeforeSevenDays_IsLeftAlone()
    {
        await AfterAsync(days: 6.9);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StepsAsync(), Is.Empty);
            Assert.That(await ExistsAsync(), Is.True);
        }
    }

    [Test]
    public async Task Draft_OverItsWholeTime_IsToldOfTwiceAndThenRemoved()
    {
        await AfterAsync(days: 7);
        await AfterAsync(days: 7);
        Assert.That(await StepsAsync(), Is.EqualTo(new[] { "day7" }));
        await AfterAsync(days: 13);
        Assert.That(await StepsAsync(), Is.EqualTo(new[] { "day7", "day27" }));
        await AfterAsync(days: 2.9);
        Assert.That(await ExistsAsync(), Is.True);
        await AfterAsync(days: 0.1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ExistsAsync(), Is.False);
            Assert.That(await StepsAsync(), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task Mail_OfADraft_HasNoNumberAndSaysUntilWhen()
    {
        await AfterAsync(days: 7);

        var mail = await _cases.Service.WithDbAsync(db => db.Set<OutboxMessage>().SingleAsync(message => message.Rule == "draft"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mail.Number, Is.Null);
            Assert.That(mail.RecipientId, Is.EqualTo(_cases.Exposed.Id));
            Assert.That(mail.LinkPath, Is.EqualTo($"/incidents/{_draft.Id.Value}"));
            Assert.That(mail.DueAt, Is.EqualTo(_draft.CreatedAt.AddDays(30)));
        }
    }

    [Test]
    public async Task Draft_AfterALongStandstill_IsToldOfBeforeItIsRemoved()
    {
        await AfterAsync(days: 40);
        Assert.That((await ExistsAsync(), (await StepsAsync()).Single()), Is.EqualTo((true, "day27")));

        await AfterAsync(days: 2.9);
        Assert.That(await ExistsAsync(), Is.True);
        await AfterAsync(days: 0.1);

        Assert.That(await ExistsAsync(), Is.False);
    }

    [Test]
    public async Task Draft_SubmittedInTime_Stays()
    {
        await AfterAsync(days: 27);
        await _cases.Service.SendAsync(_cases.Exposed.Id, new SubmitDraftCommand(CaseService.Of(_draft)));

        await AfterAsync(days: 10);

        Assert.That(await ExistsAsync(), Is.True);
    }

    [Test]
    public async Task Upkeep_OfSeveralInstancesAtOnce_OrdersOneMail()
    {
        _cases.Service.Time.Advance(TimeSpan.FromDays(7));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAsync)));

        Assert.That(await StepsAsync(), Is.EqualTo(new[] { "day7" }));
    }

    private async Task AfterAsync(double days)
    {
        _cases.Service.Time.Advance(TimeSpan.FromDays(days));
        await RunAsync();
    }

    private Task RunAsync() =>
        new DraftUpkeep(_cases.Service.Services.GetRequiredService<IServiceScopeFactory>()).RunAsync(CancellationToken.None);

    private Task<string[]> StepsAsync() => _cases.Service.WithDbAsync(async db =>
        (await db.Set<OutboxMessage>().Where(message => message.Rule == DraftExpiry.Rule).OrderBy(message => message.CreatedAt).Select(message => message.Step).ToListAsync()).ToArray());

    private Task<bool> ExistsAsync() => _cases.Service.WithDbAsync(db => db.Set<Incident>().AnyAsync(incident => incident.Id == _draft.Id));
}
