using IncidentReporting.Application.Mail;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Mail.Tests.Servers;

namespace IncidentReporting.Mail.Tests.Transports;

/// <summary>What every transport must do, run for each of them against the real thing behind it.</summary>
[TestFixture("pickup")]
[TestFixture("smtp over starttls")]
[TestFixture("smtp over tls")]
#if MAILKIT
[TestFixture("mailkit over starttls")]
[TestFixture("mailkit over tls")]
#endif
public sealed class TransportContractTests(string kind)
{
    private TransportUnderTest _transport = null!;

    [OneTimeSetUp]
    public void Start()
    {
        if (kind != "pickup" && !PostfixServer.IsInstalled)
        {
            Assert.Ignore("Postfix and Dovecot are not installed, or the tests do not run as root.");
        }

        _transport = TransportUnderTest.Start(kind);
    }

    [OneTimeTearDown]
    public void Stop() => _transport?.Dispose();

    [Test]
    public async Task Send_OneMail_ArrivesOnce()
    {
        var mail = Mails.To("anna@example.test");

        await _transport.SendAsync(mail);

        Assert.That(_transport.Await("anna", mail), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Send_LettersBeyondAscii_ComeBackAsWritten()
    {
        var mail = Mails.To("anna@example.test") with { Subject = "Att göra: räksmörgås åt Åsa 🦉 – ärende 2026-000123, och så lite till så att raden bryts" };

        await _transport.SendAsync(mail);

        var received = _transport.Await("anna", mail)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(received.Subject, Is.EqualTo(mail.Subject));
            Assert.That(received.Text.ReplaceLineEndings("\n"), Is.EqualTo(mail.Text));
            Assert.That(received.Html.ReplaceLineEndings("\n"), Is.EqualTo(mail.Html));
            Assert.That(received.To().DisplayName, Is.EqualTo("Åsa Öberg"));
            Assert.That(received.To().Address, Is.EqualTo("anna@example.test"));
        }
    }

    [Test]
    public async Task Send_AnyMail_SaysThatItIsAutomaticAndWhere()
    {
        var mail = Mails.To("anna@example.test") with { UnsubscribeUrl = "https://example.test/cases/1/information" };

        await _transport.SendAsync(mail);

        var received = _transport.Await("anna", mail)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(received["Auto-Submitted"], Is.EqualTo("auto-generated"));
            Assert.That(received["Message-ID"], Is.EqualTo(TransportUnderTest.MessageIdOf(mail)));
            Assert.That(received["List-Unsubscribe"], Is.EqualTo("<https://example.test/cases/1/information>"));
            Assert.That(received["Date"], Is.EqualTo("Sat, 21 Nov 2026 14:03:05 +0000"));
            Assert.That(received["From"], Does.Contain("<no-reply@example.test>"));
            Assert.That(received["MIME-Version"], Is.EqualTo("1.0"));
        }
    }

    [Test]
    public async Task Send_TwoMailsOfOneCase_ShareTheirThread()
    {
        var (first, second, other) = (Mails.To("bo@example.test"), Mails.To("bo@example.test"), Mails.To("bo@example.test", thread: "case-2"));

        await _transport.SendAsync(first);
        await _transport.SendAsync(second);
        await _transport.SendAsync(other);

        var threads = new[] { first, second, other }.Select(mail => _transport.Await("bo", mail)[0]["References"]).ToList();
        Assert.That(threads[0], Is.EqualTo(threads[1]).And.Not.Empty);
        Assert.That(threads[2], Is.Not.EqualTo(threads[0]));
    }

    [Test]
    public async Task Send_BookedTime_BringsACalendarEntry()
    {
        var start = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
        var mail = Mails.To("anna@example.test") with
        {
            Calendar = new CalendarEntry("case-1|R9", start, start.AddHours(1), "Uppföljning; bokad, klar", "https://example.test/cases/1"),
        };

        await _transport.SendAsync(mail);

        var calendar = _transport.Await("anna", mail)[0].Leaf("text/calendar");
        Assert.That(calendar["Content-Type"], Does.Contain("method=PUBLISH"));
        Assert.That(calendar.Body, Does.Contain("DTSTART:20261201T090000Z").And.Contain(@"SUMMARY:Uppföljning\; bokad\, klar").And.Contain("METHOD:PUBLISH"));
    }

    [Test]
    public void Send_AddressThatBreaksTheLine_IsRefusedForTheRecipient()
    {
        var mail = Mails.To("anna@example.test>\r\nBcc: <bo@example.test");

        Assert.That(() => _transport.SendAsync(mail), Throws.TypeOf<MailFaultException>().With.Property("Kind").EqualTo(MailFaultKind.Recipient));
    }

    [Test]
    public void Send_SubjectThatBreaksTheLine_IsRefused()
    {
        var mail = Mails.To("anna@example.test") with { Subject = "Hej\r\nBcc: bo@example.test" };

        Assert.That(() => _transport.SendAsync(mail), Throws.TypeOf<MailFaultException>().With.Property("Phase").EqualTo("compose"));
    }
}
