using IncidentReporting.Application.Mail;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Mail.Tests.Servers;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Mail.Tests.Transports;

/// <summary>A transport together with what takes its mails.</summary>
internal sealed class TransportUnderTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-test-");
    private readonly PostfixServer? _server;
    private readonly IMailTransport _transport;

    private TransportUnderTest(string kind)
    {
        if (kind == "pickup")
        {
            _transport = new PickupTransport(new PickupFolder(_folder.FullName), Options.Create(Settings()));
            return;
        }

        _server = PostfixServer.Start();
        var settings = Settings();
        settings.Smtp = Smtp(_server, kind.EndsWith("starttls", StringComparison.Ordinal) ? SmtpSecurity.StartTls : SmtpSecurity.Tls);
#if MAILKIT
        if (kind.StartsWith("mailkit", StringComparison.Ordinal))
        {
            _transport = new Infrastructure.Mail.MailKit.MailKitTransport(Options.Create(settings));
            return;
        }
#endif
        _transport = new SmtpTransport(Options.Create(settings));
    }

    public static TransportUnderTest Start(string kind) => new(kind);

    public static EmailOptions Settings() => new() { From = "Ärendestöd <no-reply@example.test>", BaseUrl = "https://example.test" };

    public static SmtpOptions Smtp(PostfixServer server, SmtpSecurity security) => new()
    {
        Host = "127.0.0.1",
        Port = security is SmtpSecurity.Tls ? server.TlsPort : server.StartTlsPort,
        Security = security,
        UserName = PostfixServer.UserName,
        Password = PostfixServer.Password,
        CaFile = server.Authority.RootFile,
        TimeoutSeconds = 10,
    };

    public static string MessageIdOf(ComposedMail mail) => MimeWriter.MessageId(mail.Key, Settings().FromAddress);

    public Task SendAsync(ComposedMail mail) => _transport.SendAsync(mail, CancellationToken.None);

    public IReadOnlyList<ReceivedMail> Await(string box, ComposedMail mail) =>
        _server is not null
            ? _server.Await(box, MessageIdOf(mail))
            : [.. _folder.GetFiles("*.eml").Select(file => ReceivedMail.Parse(File.ReadAllText(file.FullName))).Where(each => each["Message-ID"] == MessageIdOf(mail))];

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Delete(true);
    }
}
