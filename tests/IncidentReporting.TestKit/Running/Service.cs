using System.Diagnostics;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentReporting.TestKit.Running;

/// <summary>The built program, serving on a free port.</summary>
public sealed partial class Service : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<HttpClient> _clients = [];
    private bool _hasEnded;

    private Service(Process process) => _process = process;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>When the service was first ready, to the moment of asking.</summary>
    public DateTimeOffset ReadyAt { get; private set; }

    /// <summary>What it has logged.</summary>
    public IEnumerable<string> Log => _lines;

    public static async Task<Service> StartAsync(Installation installation)
    {
        var process = Process.Start(installation.StartInfo())!;
        process.StandardInput.Close();
        var service = new Service(process);
        try
        {
            await service.BeReadyAsync();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>The most memory that the process has held so far, in bytes.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines(FormattableString.Invariant($"/proc/{_process.Id}/status")).First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Counts the most memory anew from now on; answers what the process holds now.</summary>
    public long RestartPeakMemory()
    {
        File.WriteAllText(FormattableString.Invariant($"/proc/{_process.Id}/clear_refs"), "5");
        return PeakMemory();
    }

    /// <summary>How long each call of the route that was answered so took in the service, in milliseconds and in the order of the calls.</summary>
    public IReadOnlyList<double> CallTimes(string route, int status = 201) =>
    [
        .. _lines.Where(line => line.Contains("\"Milliseconds\"", StringComparison.Ordinal) && line.Contains(route, StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line)!["Properties"]!)
            .Where(call => (string?)call["Route"] == route && (int?)call["Status"] == status)
            .Select(call => (double)call["Milliseconds"]!),
    ];

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        _clients.Add(client);
        return client;
    }

    /// <summary>kill -9: the process gets no chance to do anything more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _hasEnded = true;
    }

    /// <summary>Asks the process to stop and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var signal = Process.Start("/bin/sh", ["-c", FormattableString.Invariant($"kill -TERM {_process.Id}")]))
        {
            await signal.WaitForExitAsync();
        }

        using var within = new CancellationTokenSource(LongestStop);
        await _process.WaitForExitAsync(within.Token);
        _hasEnded = true;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        if (!_hasEnded)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task BeReadyAsync()
    {
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var within = new CancellationTokenSource(LongestStart);
        var ended = _process.WaitForExitAsync(within.Token);
        if (await Task.WhenAny(_listening.Task, ended) == ended)
        {
            throw new InvalidOperationException($"The service did not start: {string.Join('\n', _lines)}");
        }

        Address = await _listening.Task;
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            using var answer = await client.GetAsync("/health/ready", within.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                ReadyAt = DateTimeOffset.UtcNow;
                return;
            }

            await Task.Delay(50, within.Token);
        }
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: \\?""?(?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
