using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Mail.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentReporting.Mail.Tests.Outbox;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DispatcherTests : IDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly List<MailHouse> _houses = [];

    public void Dispose()
    {
        _houses.ForEach(house => house.Dispose());
        _server.Dispose();
    }

    [Test]
    public async Task Run_WaitingMail_ArrivesAndIsNoted()
    {
        var house = Pickup();
        await house.AddAsync(house.Order());

        await house.RunOnceAsync();

        var row = (await house.RowsAsync()).Single();
        var mail = house.Arrived().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.State, row.Attempts, row.SentAt, row.ClaimedBy), Is.EqualTo((OutboxState.Sent, 1, (DateTimeOffset?)MailHouse.Start, (string?)null)));
            Assert.That(mail["Message-ID"], Is.EqualTo(row.MessageId));
            Assert.That(mail["To"], Does.Contain("manager@example.test"));
            Assert.That(mail.Text, Does.Contain("2026-000123").And.Contain("https://example.test/cases/2026-000123"));
        }
    }

    [Test]
    public async Task Add_SameKeyTwiceInOneSave_IsOneMail()
    {
        var house = Pickup();

        await house.AddAsync(house.Order(), house.Order());

        Assert.That(await house.RowsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Add_SameKeyInALaterSave_IsRefusedByTheDatabase()
    {
        var house = Pickup();
        await house.AddAsync(house.Order());

        Assert.That(() => house.AddAsync(house.Order()), Throws.TypeOf<UniqueViolationException>());
    }

    [Test]
    public async Task Add_SaveFails_NothingIsAnnounced()
    {
        var house = Pickup();
        await house.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<IIncidentReportingDb>();
            await using var transaction = await db.BeginAsync();
            scope.GetRequiredService<IOutbox>().Add(house.Order());
            return await db.SaveChangesAsync();
        });

        await house.RunOnceAsync();

        Assert.That(house.Arrived(), Is.Empty);
    }

    [Test]
    public async Task Run_ServerSaysLater_IsTriedAgainAfterAWhileAndArrivesOnce()
    {
        var house = Smtp();
        _server.Answer("RCPT", "450 4.2.0 later");
        await house.AddAsync(house.Order());

        await house.RunOnceAsync();
        var row = (await house.RowsAsync()).Single();
        Assert.That((row.State, row.Attempts, row.FaultPhase, row.FaultCode), Is.EqualTo((OutboxState.Pending, 1, "rcpt", (int?)450)));
        Assert.That(row.NextAttemptAt - MailHouse.Start, Is.InRange(TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72)));

        _server.Answer("RCPT", "250 ok");
        await house.RunOnceAsync();
        Assert.That(_server.Taken, Is.Empty, "before its time");

        house.Clock.Move(TimeSpan.FromSeconds(73));
        await house.RunOnceAsync();
        await house.RunOnceAsync();
        Assert.That(_server.Taken, Has.Count.EqualTo(1));
        Assert.That((await house.RowsAsync()).Single().State, Is.EqualTo(OutboxState.Sent));
    }

    [Test]
    public async Task Run_ServerNeverTakesIt_StandsInDeadLetters()
    {
        var house = Smtp();
        _server.Answer("MAIL", "450 4.2.0 later");
        await house.AddAsync(house.Order());

        var waited = TimeSpan.Zero;
        while ((await house.RowsAsync())[0].State is OutboxState.Pending)
        {
            await house.RunOnceAsync();
            house.Clock.Move(TimeSpan.FromMinutes(73));
            waited += TimeSpan.FromMinutes(73);
            Assert.That(waited, Is.LessThan(TimeSpan.FromDays(10)));
        }

        var row = (await house.RowsAsync())[0];
        Assert.That((row.State, row.Attempts), Is.EqualTo((OutboxState.Dead, 77)));
        Assert.That(waited, Is.GreaterThan(TimeSpan.FromDays(3)));
    }

    [Test]
    public async Task Run_RecipientRefused_DeputyIsToldOnce()
    {
        var house = Smtp();
        house.StandsInFor(house.Manager, house.Deputy);
        _server.Answer("RCPT", "550 5.1.1 nobody");
        await house.AddAsync(house.Order());

        await house.RunOnceAsync();
        _server.Answer("RCPT", "250 ok");
        await house.RunOnceAsync();
        await house.RunOnceAsync();

        var rows = await house.RowsAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => (row.State, row.Template, row.RecipientId)), Is.EquivalentTo(new[]
            {
                (OutboxState.Dead, MailTemplate.Reminder, house.Manager), (OutboxState.Sent, MailTemplate.MailFailed, house.Deputy),
            }));
            Assert.That(_server.Taken, Has.Count.EqualTo(1));
            Assert.That(_server.Said, Does.Contain("RCPT TO:<deputy@example.test>"));
        }
    }

    [Test]
    public async Task Run_SubstituteCannotBeReachedEither_StopsThere()
    {
        var house = Smtp();
        house.StandsInFor(house.Manager, house.Deputy);
        house.StandsInFor(house.Deputy, house.Manager);
        _server.Answer("RCPT", "550 5.1.1 nobody");
        await house.AddAsync(house.Order());

        await house.RunOnceAsync();
        await house.RunOnceAsync();
        await house.RunOnceAsync();

        Assert.That((await house.RowsAsync()).Select(row => row.State), Is.EqualTo(new[] { OutboxState.Dead, OutboxState.Dead }));
    }

    [Test]
    public async Task Run_RecipientWithoutAccount_StandsInDeadLetters()
    {
        var house = Pickup();
        await house.AddAsync(house.Order(to: UserId.New(MailHouse.Start)));

        await house.RunOnceAsync();

        var row = (await house.RowsAsync()).Single();
        Assert.That((row.State, row.FaultPhase), Is.EqualTo((OutboxState.Dead, "recipient")));
    }

    [Test]
    public async Task Run_PasswordRefused_StopsTheQueueShowsItAndGoesOnLater()
    {
        var house = Smtp(signedIn: true);
        _server.Answer("AUTH", "535 5.7.8 wrong");
        await house.AddAsync([.. Enumerable.Range(0, 10).Select(step => house.Order($"remind:{step}"))]);
        var status = house.Services.GetRequiredService<IMailQueueStatus>();

        await house.RunOnceAsync();
        var tries = _server.Said.Count(line => line.StartsWith("AUTH", StringComparison.Ordinal));
        await house.RunOnceAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Fault, Is.EqualTo(new MailQueueFault("auth", 535, MailHouse.Start)));
            Assert.That(_server.Said.Count(line => line.StartsWith("AUTH", StringComparison.Ordinal)), Is.EqualTo(tries).And.LessThanOrEqualTo(4));
            Assert.That((await house.RowsAsync()).Select(row => (row.State, row.Attempts)), Is.All.EqualTo((OutboxState.Pending, 0)));
        }

        _server.Answer("AUTH", "235 ok");
        house.Clock.Move(TimeSpan.FromMinutes(1));
        while (await house.RunOnceAsync())
        {
        }

        Assert.That(status.Fault, Is.Null);
        Assert.That(_server.Taken, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Run_LineBreaksAfterTheDot_WaitsForAPerson()
    {
        var house = Smtp();
        _server.Answer(".", null);
        await house.AddAsync(house.Order());

        await house.RunOnceAsync();
        house.Clock.Move(TimeSpan.FromDays(1));
        await house.RunOnceAsync();

        var row = (await house.RowsAsync()).Single();
        Assert.That((row.State, row.FaultPhase), Is.EqualTo((OutboxState.Review, "dot")));
        Assert.That(_server.Taken, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Run_DispatcherWasKilledWithAMailInHand_PickupWritesItOnce()
    {
        var house = Pickup();
        await house.AddAsync(house.Order());
        var (claimed, mail) = await ClaimAndForgetAsync(house, TimeSpan.FromSeconds(5));
        await house.Services.GetRequiredService<IMailTransport>().SendAsync(mail, CancellationToken.None);

        await house.RunOnceAsync();
        Assert.That((await house.RowsAsync()).Single().ClaimedBy, Is.EqualTo(claimed), "the lease holds");

        house.Clock.Move(TimeSpan.FromSeconds(6));
        await house.RunOnceAsync();

        Assert.That((await house.RowsAsync()).Single().State, Is.EqualTo(OutboxState.Sent));
        Assert.That(house.Arrived(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Run_DispatcherWasKilledWithAMailInHand_SmtpDoesNotSendItBlindly()
    {
        var house = Smtp();
        await house.AddAsync(house.Order());
        await ClaimAndForgetAsync(house, TimeSpan.FromMinutes(2));

        house.Clock.Move(TimeSpan.FromMinutes(3));
        await house.RunOnceAsync();

        var row = (await house.RowsAsync()).Single();
        Assert.That((row.State, row.FaultPhase), Is.EqualTo((OutboxState.Review, "lease")));
        Assert.That(_server.Taken, Is.Empty);
    }

    [Test]
    public async Task Run_TwoDispatchersOverOneDatabase_EachMailOnce()
    {
        var house = Smtp();
        await house.AddAsync([.. Enumerable.Range(0, 60).Select(step => house.Order($"remind:{step}"))]);
        await using var other = house.Build(house.Clock);

        await using var third = house.Build(house.Clock);

        await Task.WhenAll(DrainAsync(house.Services), DrainAsync(other), DrainAsync(third));

        Assert.That(_server.Taken, Has.Count.EqualTo(60));
        Assert.That(_server.Taken.Select(raw => ReceivedMail.Parse(raw)["Message-ID"]).Distinct().Count(), Is.EqualTo(60));
        Assert.That((await house.RowsAsync()).Select(row => row.State), Is.All.EqualTo(OutboxState.Sent));
    }

    [Test]
    public async Task Serve_MailIsCommitted_LeavesBeforeTheNextLook()
    {
        var house = Pickup(TimeProvider.System);
        var dispatcher = house.Services.GetRequiredService<OutboxDispatcher>();
        await ((IHostedService)dispatcher).StartAsync(CancellationToken.None);
        try
        {
            await house.AddAsync(house.Order());
            await Eventually(() => house.Arrived().Count == 1);
            await Eventually(() => house.RowsAsync().Result[0].State is OutboxState.Sent);
        }
        finally
        {
            await ((IHostedService)dispatcher).StopAsync(CancellationToken.None);
        }
    }

    private static async Task Eventually(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private static async Task DrainAsync(IServiceProvider services)
    {
        var dispatcher = services.GetRequiredService<OutboxDispatcher>();
        while (await dispatcher.RunOnceAsync(CancellationToken.None))
        {
        }
    }

    private static Task<(string Claim, ComposedMail Mail)> ClaimAndForgetAsync(MailHouse house, TimeSpan lease) => house.InScopeAsync(async scope =>
    {
        var claim = Guid.NewGuid().ToString("N");
        var claimed = await scope.GetRequiredService<OutboxQueue>().ClaimAsync(claim, 10, lease, CancellationToken.None);
        var to = await scope.GetRequiredService<IRecipients>().FindAsync(claimed[0].Message.RecipientId, CancellationToken.None);
        return (claim, await scope.GetRequiredService<MailComposer>().ComposeAsync(claimed[0].Message, to!, CancellationToken.None));
    });

    private MailHouse Pickup(TimeProvider? clock = null)
    {
        var house = new MailHouse(null, clock);
        _houses.Add(house);
        return house;
    }

    private MailHouse Smtp(bool signedIn = false)
    {
        var house = new MailHouse(_server, null, signedIn);
        _houses.Add(house);
        return house;
    }
}
