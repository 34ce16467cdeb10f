using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Mail.List;
using IncidentReporting.Application.Mail.Retry;
using IncidentReporting.Application.Mail.SendTest;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Mail.Tests.Servers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Mail.Tests.Outbox;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MailListTests : IDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly MailHouse _house;

    public MailListTests() => _house = new MailHouse(_server);

    public void Dispose()
    {
        _house.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task List_Pages_HoldEachMailOnceNewestFirstAlsoWhenMoreComes()
    {
        foreach (var step in Enumerable.Range(0, 5))
        {
            await _house.AddAsync(_house.Order($"remind:{step}"));
            _house.Clock.Move(TimeSpan.FromSeconds(step % 2));
        }

        var first = await ListAsync(new ListMailMessagesQuery(new Page(2)));
        await _house.AddAsync(_house.Order("late"));
        var second = await ListAsync(new ListMailMessagesQuery(new Page(2, Cursor.Parse(first.Next!))));
        var third = await ListAsync(new ListMailMessagesQuery(new Page(2, Cursor.Parse(second.Next!))));

        var seen = first.Items.Concat(second.Items).Concat(third.Items).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Select(row => row.Step).Order(), Is.EqualTo(new[] { "remind:0", "remind:1", "remind:2", "remind:3", "remind:4" }));
            Assert.That(seen.Select(row => row.CreatedAt), Is.Ordered.Descending);
            Assert.That(third.Next, Is.Null);
            Assert.That(seen.Select(row => (row.RecipientName, row.RecipientAddress)), Is.All.EqualTo(("Mats Chef", "manager@example.test")));
        }
    }

    [Test]
    public async Task List_AnotherEmployer_SeesNothing()
    {
        await _house.AddAsync(_house.Order());

        var result = await ListAsync(new ListMailMessagesQuery(new Page()), new Caller(Role.Administrator, EmployerId.New(MailHouse.Start)));

        Assert.That(result.Items, Is.Empty);
    }

    private static IEnumerable<Role> Others => Enum.GetValues<Role>().Where(role => role != Role.Administrator);

    [Test]
    public void List_ByAnyoneButTheAdministrator_IsNotAllowed([ValueSource(nameof(Others))] Role role)
    {
        Assert.That(() => ListAsync(new ListMailMessagesQuery(new Page()), new Caller(role, MailHouse.Employer)), Throws.TypeOf<NotAllowedException>());
    }

    [Test]
    public async Task Retry_DeadMail_IsSentAgain()
    {
        _server.Answer("RCPT", "550 no");
        await _house.AddAsync(_house.Order());
        await _house.RunOnceAsync();
        var dead = (await ListAsync(new ListMailMessagesQuery(new Page(), State: OutboxState.Dead))).Items.Single();
        Assert.That((dead.FaultPhase, dead.FaultCode), Is.EqualTo(("rcpt", (int?)550)));

        _server.Answer("RCPT", "250 ok");
        await RetryAsync(dead.Id);
        await _house.RunOnceAsync();

        Assert.That(_server.Taken, Has.Count.EqualTo(1));
        Assert.That((await _house.RowsAsync()).Single().State, Is.EqualTo(OutboxState.Sent));
    }

    [Test]
    public async Task Retry_SentMail_IsRefused()
    {
        await _house.AddAsync(_house.Order());
        await _house.RunOnceAsync();
        var sent = (await _house.RowsAsync()).Single();

        Assert.That(() => RetryAsync(sent.Id), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(MailRules.HasStopped));
    }

    [Test]
    public void Retry_UnknownMail_IsNotFound() => Assert.That(() => RetryAsync(Guid.NewGuid()), Throws.TypeOf<NotFoundException>());

    [Test]
    public async Task SendTest_ServerRefuses_TellsTheAdministrator()
    {
        var good = await SendTestAsync();
        _server.Answer("RCPT", "550 no");
        var refused = await SendTestAsync();

        Assert.That(good, Is.EqualTo(new SendTestMailResult("manager@example.test", null)));
        Assert.That((refused.Fault!.Phase, refused.Fault.Code), Is.EqualTo(("rcpt", (int?)550)));
    }

    private Task<ListMailMessagesResult> ListAsync(ListMailMessagesQuery query, ICurrentUser? caller = null) =>
        HandleAsync<ListMailMessagesHandler, ListMailMessagesQuery, ListMailMessagesResult>(query, caller);

    private Task<MediatR.Unit> RetryAsync(Guid id) => HandleAsync<RetryMailMessageHandler, RetryMailMessageCommand, MediatR.Unit>(new RetryMailMessageCommand(id), null);

    private Task<SendTestMailResult> SendTestAsync() =>
        HandleAsync<SendTestMailHandler, SendTestMailCommand, SendTestMailResult>(new SendTestMailCommand(), null);

    private Task<TResult> HandleAsync<THandler, TRequest, TResult>(TRequest request, ICurrentUser? caller)
        where THandler : IRequestHandler<TRequest, TResult>
        where TRequest : IRequest<TResult> =>
        _house.InScopeAsync(scope => ActivatorUtilities
            .CreateInstance<THandler>(scope, caller ?? new Caller(Role.Administrator, MailHouse.Employer) { Id = _house.Manager })
            .Handle(request, CancellationToken.None));

    private sealed record Caller(Role Role, EmployerId EmployerId) : ICurrentUser
    {
        public UserId Id { get; init; }

        public IReadOnlyList<HeldRole> Roles => [new HeldRole(Role, new UnitId(Guid.Empty), new HashSet<UnitId>())];

        public string Language => "sv";
    }
}
