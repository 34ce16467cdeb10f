using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using IncidentReporting.Application.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace IncidentReporting.Infrastructure.Mail.MailKit;

/// <summary>Submits each mail through MailKit; compiled only with the public packages.</summary>
internal sealed class MailKitTransport(IOptions<EmailOptions> options) : IMailTransport
{
    public bool IsIdempotent => false;

    public async Task SendAsync(ComposedMail mail, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        _ = MimeWriter.ToAscii(mail.ToAddress);
        using var content = new MemoryStream(MimeWriter.Write(mail, options.Value.FromAddress));
        using var message = await MimeMessage.LoadAsync(content, cancellationToken);
        using var client = new SmtpClient { Timeout = smtp.TimeoutSeconds * 1000 };
        Trust(client, smtp);

        await Translated(
            () => client.ConnectAsync(smtp.Host, smtp.PortOrDefault, SecurityOf(smtp), cancellationToken),
            fault => FaultOf(fault, fault is NotSupportedException ? "starttls" : "connect", MailFaultKind.Configuration, MailFaultKind.Retry));
        await Translated(
            () => SignInAsync(client, smtp, cancellationToken),
            fault => FaultOf(fault, "auth", MailFaultKind.Configuration, MailFaultKind.Retry));

        // MailKit does not tell whether the dot had left, so from the first byte of the body the outcome is open.
        var handover = new Handover();
        await Translated(
            () => client.SendAsync(message, cancellationToken, handover),
            fault => FaultOf(
                fault, PhaseOf(fault, handover), MailFaultKind.Recipient, handover.HasBegun ? MailFaultKind.Unknown : MailFaultKind.Retry));
        await QuitAsync(client);
    }

    private static SecureSocketOptions SecurityOf(SmtpOptions smtp) => smtp.Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private static void Trust(SmtpClient client, SmtpOptions smtp)
    {
        if (smtp.CaFile is { } file)
        {
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                certificate is X509Certificate2 server && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && IsTrusted(server, file);
        }
    }

    private static bool IsTrusted(X509Certificate2 certificate, string file)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        return chain.Build(certificate);
    }

    private static async Task SignInAsync(SmtpClient client, SmtpOptions smtp, CancellationToken cancellationToken)
    {
        if (smtp.UserName is null)
        {
            return;
        }

        if (!client.IsSecure && !Loopback.Is(smtp.Host!))
        {
            throw new NotSupportedException("Credentials are not sent over an open line.");
        }

        SaslMechanism mechanism = smtp.AccessToken is { } token ? new SaslMechanismOAuth2(smtp.UserName, token)
            : client.AuthenticationMechanisms.Contains("PLAIN") ? new SaslMechanismPlain(smtp.UserName, smtp.Password!)
            : new SaslMechanismLogin(smtp.UserName, smtp.Password!);
        await client.AuthenticateAsync(mechanism, cancellationToken);
    }

    private static async Task Translated(Func<Task> step, Func<Exception, MailFaultException> translate)
    {
        try
        {
            await step();
        }
        catch (Exception fault) when (fault is not MailFaultException)
        {
            throw translate(fault);
        }
    }

    private static MailFaultException FaultOf(Exception fault, string phase, MailFaultKind whenRefused, MailFaultKind whenLost) => fault switch
    {
        SslHandshakeException => new MailFaultException("tls", null, MailFaultKind.Configuration, fault),
        SmtpCommandException refused => Refused(phase, (int)refused.StatusCode, whenRefused, fault),
        AuthenticationException refused => Refused(phase, LeadingCode(refused.Message), MailFaultKind.Configuration, fault),
        ServiceNotAuthenticatedException or NotSupportedException => new MailFaultException(phase, null, MailFaultKind.Configuration, fault),
        _ => new MailFaultException(phase, null, whenLost, fault),
    };

    private static MailFaultException Refused(string phase, int? code, MailFaultKind whenRefused, Exception fault)
    {
        var kind = code is >= 400 and < 500 ? MailFaultKind.Retry : code is 530 or 534 or 535 or 538 ? MailFaultKind.Configuration : whenRefused;
        return new MailFaultException(phase, code, kind, fault);
    }

    // MailKit puts the server's code first in the message of a refused sign-in: "535: 5.7.8 ...".
    private static int? LeadingCode(string message) =>
        int.TryParse(message.AsSpan(0, Math.Min(3, message.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static string PhaseOf(Exception fault, Handover handover) => fault switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => "mail",
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => "rcpt",
        _ => handover.HasBegun ? "dot" : "data",
    };

    private static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException)
        {
            // The mail is taken already.
        }
    }

    private sealed class Handover : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
