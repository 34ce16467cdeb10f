using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Mail.Tests.Servers;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Mail.Tests.Transports;

/// <summary>What a mail server that refuses, hangs or hangs up makes of a mail.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SmtpFaultTests
{
    [TestCase("MAIL", "450 4.2.0 later", "mail", 450, MailFaultKind.Retry)]
    [TestCase("MAIL", "530 5.7.0 sign in", "mail", 530, MailFaultKind.Configuration)]
    [TestCase("RCPT", "450 4.2.0 greylisted", "rcpt", 450, MailFaultKind.Retry)]
    [TestCase("RCPT", "550 5.1.1 nobody here", "rcpt", 550, MailFaultKind.Recipient)]
    [TestCase("DATA", "554 5.5.1 no", "data", 554, MailFaultKind.Recipient)]
    [TestCase(".", "552 5.3.4 too big", "dot", 552, MailFaultKind.Recipient)]
    [TestCase(".", "451 4.3.0 disk full", "dot", 451, MailFaultKind.Retry)]
    [TestCase("AUTH", "535 5.7.8 wrong", "auth", 535, MailFaultKind.Configuration)]
    [TestCase("AUTH", "454 4.7.0 later", "auth", 454, MailFaultKind.Retry)]
    [TestCase("greeting", "554 go away", "greeting", 554, MailFaultKind.Configuration)]
    [TestCase("greeting", "421 busy", "greeting", 421, MailFaultKind.Retry)]
    [TestCase("EHLO", "421 closing", "ehlo", 421, MailFaultKind.Retry)]
    public void Send_ServerRefuses_NamesPhaseCodeAndKind(string command, string answer, string phase, int code, MailFaultKind kind)
    {
        using var server = new ScriptedServer((command, answer));

        var fault = FaultOf(server, SignedIn(server));

        Assert.That((fault.Phase, fault.Code, fault.Kind), Is.EqualTo((phase, (int?)code, kind)));
    }

    [TestCase("greeting", null, "greeting", MailFaultKind.Retry)]
    [TestCase("MAIL", null, "mail", MailFaultKind.Retry)]
    [TestCase("DATA", null, "data", MailFaultKind.Retry)]
    [TestCase(".", null, "dot", MailFaultKind.Unknown)]
    [TestCase("greeting", ScriptedServer.Hang, "greeting", MailFaultKind.Retry)]
    [TestCase("RCPT", ScriptedServer.Hang, "rcpt", MailFaultKind.Retry)]
    [TestCase(".", ScriptedServer.Hang, "dot", MailFaultKind.Unknown)]
    [TestCase("MAIL", "what", "mail", MailFaultKind.Retry)]
    public void Send_ServerHangsOrHangsUp_IsUnknownOnlyAfterTheDot(string command, string? answer, string phase, MailFaultKind kind)
    {
        using var server = new ScriptedServer((command, answer));

        var fault = FaultOf(server, Open(server));

        Assert.That((fault.Phase, fault.Code, fault.Kind), Is.EqualTo((phase, (int?)null, kind)));
    }

    [Test]
    public void Send_NobodyListens_IsTriedAgain()
    {
        var server = new ScriptedServer();
        var settings = Open(server);
        server.Dispose();

        Expect(() => SendAsync(settings), "connect", null, MailFaultKind.Retry);
    }

    [Test]
    public void Send_StartTlsNotOffered_StopsBeforeAnySecret()
    {
        using var server = new ScriptedServer();
        var settings = SignedIn(server);
        settings.Security = SmtpSecurity.StartTls;

        var fault = FaultOf(server, settings);

        Assert.That((fault.Phase, fault.Kind), Is.EqualTo(("starttls", MailFaultKind.Configuration)));
        Assert.That(server.Said, Has.None.StartsWith("AUTH"));
    }

    [Test]
    public void Validate_PasswordOverAnOpenLine_IsRefused()
    {
        using var server = new ScriptedServer();
        var settings = SignedIn(server);
        settings.Host = "mail.example.test";

        var faults = new EmailOptionsValidator().Validate(null, new EmailOptions { Transport = EmailTransport.Smtp, Smtp = settings });

        Assert.That(faults.FailureMessage, Does.Contain("Email__Smtp__Security"));
    }

    [Test]
    public void Send_NoMechanismKnown_IsTheSettingsFault()
    {
        using var server = new ScriptedServer(("EHLO", "250-scripted\r\n250 AUTH CRAM-MD5"));

        var fault = FaultOf(server, SignedIn(server));

        Assert.That((fault.Phase, fault.Kind), Is.EqualTo(("auth", MailFaultKind.Configuration)));
    }

    [Test]
    public async Task Send_OnlyLoginOffered_SignsInWithLogin()
    {
        using var server = new ScriptedServer(("EHLO", "250-scripted\r\n250 AUTH LOGIN"), ("AUTH", "334 VXNlcm5hbWU6"), ("c2VuZGVy", "334 UGFzc3dvcmQ6"), ("c2VjcmV0", "235 ok"));

        await SendAsync(SignedIn(server));

        Assert.That(server.Said, Does.Contain("AUTH LOGIN").And.Contain("c2VuZGVy").And.Contain("c2VjcmV0"));
        Assert.That(server.Taken, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Send_AccessToken_SignsInWithXOAuth2()
    {
        using var server = new ScriptedServer(("EHLO", "250-scripted\r\n250 AUTH PLAIN XOAUTH2"));
        var settings = SignedIn(server);
        (settings.Password, settings.AccessToken) = (null, "token");

        await SendAsync(settings);

        Assert.That(server.Said, Has.Some.EqualTo("AUTH XOAUTH2 " + Convert.ToBase64String("user=sender\u0001auth=Bearer token\u0001\u0001"u8)));
    }

    [Test]
    public async Task Send_ServerHangsUpAtQuit_IsSent()
    {
        using var server = new ScriptedServer(("QUIT", null));

        await SendAsync(Open(server));

        Assert.That(server.Taken, Has.Count.EqualTo(1));
    }

    [Test]
    public void Send_RealServerWithWrongSettings_TellsWhichAreWrong()
    {
        if (!PostfixServer.IsInstalled)
        {
            Assert.Ignore("Postfix and Dovecot are not installed, or the tests do not run as root.");
        }

        using var server = PostfixServer.Start();
        var folder = Directory.CreateTempSubdirectory("mail-authority-");
        try
        {
            var settings = TransportUnderTest.Smtp(server, SmtpSecurity.StartTls);
            settings.CaFile = new PrivateAuthority(folder.FullName).RootFile;
            Expect(() => SendAsync(settings), "tls", null, MailFaultKind.Configuration);

            settings.CaFile = server.Authority.RootFile;
            settings.Password = "wrong";
            Expect(() => SendAsync(settings), "auth", 535, MailFaultKind.Configuration);

            settings.Password = PostfixServer.Password;
            Expect(() => SendAsync(settings, "nobody@example.test"), "rcpt", 550, MailFaultKind.Recipient);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static void Expect(Func<Task> send, string phase, int? code, MailFaultKind kind)
    {
        var fault = Assert.ThrowsAsync<MailFaultException>(send)!;
        Assert.That((fault.Phase, fault.Code, fault.Kind), Is.EqualTo((phase, code, kind)));
    }

    private static MailFaultException FaultOf(ScriptedServer server, SmtpOptions settings)
    {
        var fault = Assert.ThrowsAsync<MailFaultException>(() => SendAsync(settings))!;
        Assert.That(fault.ToString(), Does.Not.Contain("anna@example.test"), server.Port.ToString());
        return fault;
    }

    private static Task SendAsync(SmtpOptions smtp, string to = "anna@example.test")
    {
        var options = TransportUnderTest.Settings();
        options.Smtp = smtp;
        return new SmtpTransport(Options.Create(options)).SendAsync(Mails.To(to), CancellationToken.None);
    }

    private static SmtpOptions Open(ScriptedServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, TimeoutSeconds = 1 };

    private static SmtpOptions SignedIn(ScriptedServer server)
    {
        var settings = Open(server);
        (settings.UserName, settings.Password) = ("sender", "secret");
        return settings;
    }
}
