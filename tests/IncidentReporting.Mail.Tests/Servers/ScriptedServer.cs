using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentReporting.Mail.Tests.Servers;

/// <summary>A mail server that says what the test tells it to, by command; null hangs up and <see cref="Hang"/> says nothing more.</summary>
internal sealed class ScriptedServer : IDisposable
{
    public const string Hang = "hang";
    private readonly TcpListener _listener;
    private readonly Dictionary<string, string?> _answers;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _said = [];
    private readonly List<string> _taken = [];
    private readonly Task _serving;

    public ScriptedServer(params (string Command, string? Answer)[] answers)
        : this(0, answers)
    {
    }

    /// <param name="port">Any free one where 0.</param>
    public ScriptedServer(int port, params (string Command, string? Answer)[] answers)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _answers = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["greeting"] = "220 scripted",
            ["EHLO"] = "250-scripted\r\n250 AUTH PLAIN LOGIN",
            ["AUTH"] = "235 ok",
            ["MAIL"] = "250 ok",
            ["RCPT"] = "250 ok",
            ["DATA"] = "354 go on",
            ["."] = "250 taken",
            ["QUIT"] = "221 bye",
        };
        foreach (var (command, answer) in answers)
        {
            _answers[command] = answer;
        }

        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every line the client said outside of mails.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said)
            {
                return [.. _said];
            }
        }
    }

    /// <summary>The mails taken, dots as they came.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_said)
            {
                return [.. _taken];
            }
        }
    }

    public void Answer(string command, string? answer)
    {
        lock (_said)
        {
            _answers[command] = answer;
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if (!await SayAsync(stream, "greeting"))
            {
                return;
            }

            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                lock (_said)
                {
                    _said.Add(line);
                }

                var command = line.Split(' ')[0];
                if (!await SayAsync(stream, _answers.ContainsKey(command) ? command : "AUTH") || command == "QUIT")
                {
                    return;
                }

                if (command == "DATA" && _answers["DATA"]!.StartsWith("354", StringComparison.Ordinal) && !await TakeAsync(stream, reader))
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                lock (_said)
                {
                    _taken.Add(mail.ToString());
                }

                return await SayAsync(stream, ".");
            }

            if (_answers.ContainsKey("body"))
            {
                return false;
            }

            mail.Append(line).Append("\r\n");
        }

        return false;
    }

    private async Task<bool> SayAsync(NetworkStream stream, string command)
    {
        string? answer;
        lock (_said)
        {
            answer = _answers[command];
        }

        if (answer == Hang)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (answer is null)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _stop.Token);
        return true;
    }
}
