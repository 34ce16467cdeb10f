using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>One conversation with a mail server: open, protect, sign in, hand over one mail, leave.</summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly TimeSpan _timeout;
    private readonly Socket _socket;
    private SmtpLine _line;
    private HashSet<string> _mechanisms = [];
    private bool _offersStartTls;
    private bool _isProtected;

    private SmtpConversation(SmtpOptions options, Socket socket, Stream stream)
    {
        _options = options;
        _timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _socket = socket;
        _line = new SmtpLine(stream, _timeout);
    }

    public static async Task<SmtpConversation> OpenAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        var conversation = await ConnectAsync(options, cancellationToken);
        try
        {
            await conversation.BeginAsync(cancellationToken);
            return conversation;
        }
        catch
        {
            await conversation.DisposeAsync();
            throw;
        }
    }

    public async Task SubmitAsync(string sender, string recipient, byte[] content, CancellationToken cancellationToken)
    {
        Expect("mail", await _line.AskAsync("mail", $"MAIL FROM:<{sender}>", cancellationToken), MailFaultKind.Recipient);
        Expect("rcpt", await _line.AskAsync("rcpt", $"RCPT TO:<{recipient}>", cancellationToken), MailFaultKind.Recipient);
        var data = await _line.AskAsync("data", "DATA", cancellationToken);
        if (data.Code != 354)
        {
            throw Refused("data", data, MailFaultKind.Recipient);
        }

        await _line.WriteAsync("body", DotStuffed(content), cancellationToken);

        // From here on a broken line leaves open whether the mail was taken.
        try
        {
            await _line.WriteAsync("dot", ".\r\n"u8.ToArray(), cancellationToken);
        }
        catch (MailFaultException fault)
        {
            throw new MailFaultException("dot", null, MailFaultKind.Unknown, fault);
        }

        Expect("dot", await _line.ReadReplyAsync("dot", _timeout * 2, MailFaultKind.Unknown, cancellationToken), MailFaultKind.Recipient);
    }

    /// <summary>Says goodbye. The mail is taken already, so whatever goes wrong here is no fault.</summary>
    public async Task QuitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _line.WriteAsync("quit", "QUIT\r\n"u8.ToArray(), cancellationToken);
            await _line.ReadReplyAsync("quit", TimeSpan.FromSeconds(1), MailFaultKind.Retry, cancellationToken);
        }
        catch (MailFaultException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _line.DisposeAsync();
        }
        catch (IOException)
        {
        }

        _socket.Dispose();
    }

    private static async Task<SmtpConversation> ConnectAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            await socket.ConnectAsync(options.Host!, options.PortOrDefault, within.Token);
            return new SmtpConversation(options, socket, new NetworkStream(socket, ownsSocket: false));
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw new MailFaultException("connect", null, MailFaultKind.Retry, fault);
        }
    }

    private static void Expect(string phase, SmtpReply reply, MailFaultKind whenRefused)
    {
        if (!reply.IsPositive)
        {
            throw Refused(phase, reply, whenRefused);
        }
    }

    private static MailFaultException Refused(string phase, SmtpReply reply, MailFaultKind whenRefused)
    {
        // 530, 534, 535 and 538 speak of signing in, wherever they are said.
        var kind = reply.IsTransient ? MailFaultKind.Retry : reply.Code is 530 or 534 or 535 or 538 ? MailFaultKind.Configuration : whenRefused;
        return new MailFaultException(phase, reply.Code, kind);
    }

    private static byte[] DotStuffed(byte[] content)
    {
        var stuffed = new List<byte>(content.Length + 64);
        var atStart = true;
        foreach (var value in content)
        {
            if (atStart && value == '.')
            {
                stuffed.Add((byte)'.');
            }

            stuffed.Add(value);
            atStart = value == '\n';
        }

        if (!atStart)
        {
            stuffed.AddRange("\r\n"u8);
        }

        return [.. stuffed];
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (_options.Security is SmtpSecurity.Tls)
        {
            await ProtectAsync(cancellationToken);
        }

        Expect("greeting", await _line.ReadReplyAsync("greeting", _timeout, MailFaultKind.Retry, cancellationToken), MailFaultKind.Configuration);
        await HelloAsync(cancellationToken);
        if (_options.Security is SmtpSecurity.StartTls)
        {
            if (!_offersStartTls)
            {
                throw new MailFaultException("starttls", null, MailFaultKind.Configuration);
            }

            Expect("starttls", await _line.AskAsync("starttls", "STARTTLS", cancellationToken), MailFaultKind.Configuration);
            _line.Discard();
            await ProtectAsync(cancellationToken);
            await HelloAsync(cancellationToken);
        }

        if (_options.UserName is not null)
        {
            await SignInAsync(_options.UserName, cancellationToken);
        }
    }

    private async Task HelloAsync(CancellationToken cancellationToken)
    {
        var reply = await _line.AskAsync("ehlo", $"EHLO {OwnName()}", cancellationToken);
        Expect("ehlo", reply, MailFaultKind.Configuration);
        var offers = reply.Lines.Skip(1).Select(line => line.ToUpperInvariant()).ToList();
        _offersStartTls = offers.Contains("STARTTLS", StringComparer.Ordinal);
        _mechanisms = offers
            .Where(offer => offer.StartsWith("AUTH ", StringComparison.Ordinal) || offer.StartsWith("AUTH=", StringComparison.Ordinal))
            .SelectMany(offer => offer[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
    }

    private string OwnName()
    {
        var address = (_socket.LocalEndPoint as IPEndPoint)?.Address ?? IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(address.GetAddressBytes())}]" : $"[{address}]";
    }

    private async Task ProtectAsync(CancellationToken cancellationToken)
    {
        var tls = new SslStream(_line.Stream, leaveInnerStreamOpen: false);
        _line = new SmtpLine(tls, _timeout);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(_timeout);
        try
        {
            await tls.AuthenticateAsClientAsync(Trust(), within.Token);
        }
        catch (AuthenticationException fault)
        {
            throw new MailFaultException("tls", null, MailFaultKind.Configuration, fault);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            throw new MailFaultException("tls", null, MailFaultKind.Retry, fault);
        }

        _isProtected = true;
    }

    private SslClientAuthenticationOptions Trust()
    {
        var trust = new SslClientAuthenticationOptions
        {
            TargetHost = _options.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
        if (_options.CaFile is { } file)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(file);
            trust.CertificateChainPolicy = policy;
        }

        return trust;
    }

    private async Task SignInAsync(string userName, CancellationToken cancellationToken)
    {
        if (!_isProtected && !(_options.Security is SmtpSecurity.None && Loopback.Is(_options.Host!)))
        {
            throw new MailFaultException("auth", null, MailFaultKind.Configuration);
        }

        var reply = _options.AccessToken is { } accessToken
            ? await XOAuth2Async(userName, accessToken, cancellationToken)
            : await PasswordAsync(userName, _options.Password!, cancellationToken);
        if (reply.Code != 235)
        {
            throw new MailFaultException("auth", reply.Code, reply.IsTransient ? MailFaultKind.Retry : MailFaultKind.Configuration);
        }
    }

    private async Task<SmtpReply> XOAuth2Async(string userName, string accessToken, CancellationToken cancellationToken)
    {
        Require("XOAUTH2");
        var reply = await _line.AskAsync("auth", $"AUTH XOAUTH2 {Base64($"user={userName}\u0001auth=Bearer {accessToken}\u0001\u0001")}", cancellationToken);

        // A refusal comes as a challenge with the reason; the answer is an empty line.
        return reply.Code == 334 ? await _line.AskAsync("auth", string.Empty, cancellationToken) : reply;
    }

    private async Task<SmtpReply> PasswordAsync(string userName, string password, CancellationToken cancellationToken)
    {
        if (_mechanisms.Contains("PLAIN"))
        {
            return await _line.AskAsync("auth", $"AUTH PLAIN {Base64($"\0{userName}\0{password}")}", cancellationToken);
        }

        Require("LOGIN");
        var reply = await _line.AskAsync("auth", "AUTH LOGIN", cancellationToken);
        if (reply.Code == 334)
        {
            reply = await _line.AskAsync("auth", Base64(userName), cancellationToken);
        }

        return reply.Code == 334 ? await _line.AskAsync("auth", Base64(password), cancellationToken) : reply;
    }

    private void Require(string mechanism)
    {
        if (!_mechanisms.Contains(mechanism))
        {
            throw new MailFaultException("auth", null, MailFaultKind.Configuration);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
