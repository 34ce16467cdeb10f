using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Mail.Tests.Outbox;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DigestTests : IDisposable
{
    // The house's clock begins at 15.00 on the 21st in Stockholm; the digest leaves at 07.30.
    private static readonly DateOnly Tomorrow = new(2026, 11, 22);
    private readonly MailHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Test]
    public async Task Digest_SeveralLines_LeaveInOneMailAtTheEmployersTime()
    {
        await _house.AddToDigestAsync(Line("2026-000123", "R9"), Line("2026-000124", "R12", MailHouse.Start.AddDays(1)));

        _house.Clock.Move(TimeSpan.FromHours(16.4));
        await _house.RunOnceAsync();
        Assert.That(_house.Arrived(), Is.Empty, "07.24");

        _house.Clock.Move(TimeSpan.FromMinutes(7));
        await _house.RunOnceAsync();
        await _house.RunOnceAsync();

        var mail = _house.Arrived().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mail.Subject, Is.EqualTo("Att göra: 2 uppgifter – ärende 2026-000124 med flera"));
            Assert.That(mail.Text, Does.Contain("Ärende 2026-000123: Gör den första uppföljningen\nSenast: måndag".ReplaceLineEndings("\n")).Or.Contain("Ärende 2026-000123: Gör den första uppföljningen"));
            Assert.That(mail.Text, Does.Contain("Senast: i dag 15.00 (söndag 22 november 2026)").And.Contain("Regel R12"));
            Assert.That(mail.Text, Does.Contain("https://example.test/cases/2026-000123").And.Contain("https://example.test/cases/2026-000124"));
        }
    }

    [Test]
    public async Task Digest_LineThatComesAfterIt_WaitsForTheNextDay()
    {
        await _house.AddToDigestAsync(Line("2026-000123", "R9"));
        _house.Clock.Move(TimeSpan.FromHours(18));
        await _house.RunOnceAsync();

        await _house.AddToDigestAsync(Line("2026-000123", "R12"));
        _house.Clock.Move(TimeSpan.FromHours(2));
        await _house.RunOnceAsync();
        Assert.That(_house.Arrived(), Has.Count.EqualTo(1));

        _house.Clock.Move(TimeSpan.FromHours(24));
        await _house.RunOnceAsync();
        Assert.That(_house.Arrived(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Digest_TwoPeople_GetOneEach()
    {
        await _house.AddToDigestAsync(Line("2026-000123", "R9"), Line("2026-000123", "R9", to: _house.Deputy));
        _house.Clock.Move(TimeSpan.FromHours(18));

        await _house.RunOnceAsync();

        Assert.That(_house.Arrived().Select(mail => mail.To().Address), Is.EquivalentTo(new[] { "manager@example.test", "deputy@example.test" }));
    }

    [Test]
    public async Task Digest_TwoInstancesAtOnce_MakeOne()
    {
        await _house.AddToDigestAsync([.. Enumerable.Range(1, 5).Select(rule => Line("2026-000123", $"R{rule}"))]);
        _house.Clock.Move(TimeSpan.FromHours(18));
        await using var other = _house.Build(_house.Clock);
        var dispatcher = other.GetRequiredService<Infrastructure.Mail.OutboxDispatcher>();

        await Task.WhenAll(_house.RunOnceAsync(), dispatcher.RunOnceAsync(CancellationToken.None));

        Assert.That(await _house.RowsAsync(), Has.Count.EqualTo(1));
        Assert.That(await _house.InScopeAsync(scope => scope.GetRequiredService<IIncidentReportingDb>().Set<DigestItem>().CountAsync(item => item.OutboxMessageId == null)), Is.Zero);
    }

    private DigestOrder Line(string number, string rule, DateTimeOffset? until = null, UserId? to = null) => new(
        MailHouse.Employer, to ?? _house.Manager, Tomorrow, IncidentId.New(MailHouse.Start), number, rule, "remind:1",
        until ?? MailHouse.Start.AddDays(2), $"/cases/{number}");
}
