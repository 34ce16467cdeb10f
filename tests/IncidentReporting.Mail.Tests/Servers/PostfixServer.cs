using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentReporting.Mail.Tests.Servers;

/// <summary>Postfix with Dovecot's sign-in, with its own folders and ports; takes mail for anna and bo at example.test and no other.</summary>
internal sealed class PostfixServer : IDisposable
{
    public const string UserName = "sender";
    public const string Password = "prov-Lösen 1";
    private const string Nobody = "65534";
    private readonly string _folder = Directory.CreateTempSubdirectory("mail-server-").FullName;
    private readonly Process _dovecot;

    private PostfixServer()
    {
        foreach (var name in new[] { "config", "queue", "data", "mail", "log", "dovecot" })
        {
            Directory.CreateDirectory(In(name));
        }

        Run("chmod", "755", _folder);
        Run("chown", "postfix", In("data"));
        Run("chown", Nobody, In("mail"));
        Authority = new PrivateAuthority(In("config"));
        (StartTlsPort, TlsPort) = (FreePort(), FreePort());
        File.WriteAllText(In("config/main.cf"), MainSettings());
        File.WriteAllText(In("config/master.cf"), Services());
        File.WriteAllText(In("config/boxes"), "anna@example.test anna/\nbo@example.test bo/\n");
        File.WriteAllText(In("config/users"), $"{UserName}:{{PLAIN}}{Password}\n");
        File.WriteAllText(In("config/dovecot.conf"), SignInSettings());
        Run("postfix", "-c", In("config"), "start");
        _dovecot = Process.Start(new ProcessStartInfo("dovecot", ["-F", "-c", In("config/dovecot.conf")]))!;
        Until(() => File.Exists(In("queue/private/auth")) && Answers(StartTlsPort) && Answers(TlsPort), "The mail server did not start.");
    }

    public PrivateAuthority Authority { get; }

    public int StartTlsPort { get; }

    public int TlsPort { get; }

    public static bool IsInstalled => Environment.UserName == "root" && File.Exists("/usr/sbin/postfix") && File.Exists("/usr/sbin/dovecot");

    public static PostfixServer Start() => new();

    /// <summary>Waits for the mail with that Message-ID, and gives every copy that has come.</summary>
    public IReadOnlyList<ReceivedMail> Await(string box, string messageId)
    {
        Until(() => Find(box, messageId).Count > 0, "The mail did not come.");
        return Find(box, messageId);
    }

    public void Dispose()
    {
        Run("postfix", "-c", In("config"), "stop");
        _dovecot.Kill();
        _dovecot.WaitForExit();
        _dovecot.Dispose();
        Directory.Delete(_folder, true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void Until(Func<bool> holds, string message)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), message);
            Thread.Sleep(20);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, program);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private List<ReceivedMail> Find(string box, string messageId)
    {
        var folder = In($"mail/{box}/new");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Select(File.ReadAllText).Where(raw => raw.Contains(messageId, StringComparison.Ordinal)).Select(ReceivedMail.Parse)]
            : [];
    }

    private string MainSettings() => $"""
        compatibility_level = 3.6
        queue_directory = {In("queue")}
        data_directory = {In("data")}
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = {In("log/postfix.log")}
        maillog_file_prefixes = {_folder}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mail.example.test
        mydestination =
        alias_maps =
        virtual_mailbox_domains = example.test
        virtual_mailbox_base = {In("mail")}
        virtual_mailbox_maps = texthash:{In("config/boxes")}
        virtual_minimum_uid = 1
        virtual_uid_maps = static:{Nobody}
        virtual_gid_maps = static:{Nobody}
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = private/auth
        smtpd_tls_cert_file = {Authority.CertificateFile}
        smtpd_tls_key_file = {Authority.KeyFile}
        smtpd_tls_security_level = encrypt
        smtpd_tls_auth_only = yes
        smtpd_relay_restrictions = permit_sasl_authenticated, reject

        """;

    private string Services() => string.Create(CultureInfo.InvariantCulture, $"""
        127.0.0.1:{StartTlsPort} inet n - n - - smtpd
        127.0.0.1:{TlsPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        postlog unix-dgram n - n - 1 postlogd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        tlsmgr unix - - n 1000? 1 tlsmgr
        anvil unix - - n - 1 anvil

        """);

    private string SignInSettings() => $$"""
        base_dir = {{In("dovecot")}}
        log_path = {{In("log/dovecot.log")}}
        protocols =
        ssl = no
        auth_mechanisms = plain login
        disable_plaintext_auth = no
        passdb {
          driver = passwd-file
          args = scheme=PLAIN username_format=%u {{In("config/users")}}
        }
        userdb {
          driver = static
          args = uid={{Nobody}} gid={{Nobody}} home=/tmp
        }
        service auth {
          unix_listener {{In("queue/private/auth")}} {
            mode = 0660
            user = postfix
            group = postfix
          }
        }

        """;
}
