using System.Diagnostics;
using System.Net.Sockets;

namespace IncidentReporting.Application.Tests.Evidence;

/// <summary>ClamAV's real daemon with one signature, that of the harmless test file of EICAR; started once, ended with the tests.</summary>
[SetUpFixture]
public sealed class Clamd
{
    private const string Program = "/usr/sbin/clamd";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static string? _folder;
    private static Process? _process;

    /// <summary>The path of its socket; ends the test where the daemon is not installed.</summary>
    public static async Task<string> AddressAsync()
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore("clamav-daemon is not installed.");
        }

        return await Started.Value;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        if (_process is not null)
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            Directory.Delete(_folder!, recursive: true);
        }
    }

    private static async Task<string> StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("clamd-").FullName;
        var socket = Path.Combine(_folder, "clamd.sock");
        var database = Directory.CreateDirectory(Path.Combine(_folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(database, "eicar.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n");
        var settings = Path.Combine(_folder, "clamd.conf");
        await File.WriteAllLinesAsync(settings, [$"LocalSocket {socket}", $"DatabaseDirectory {database}", "Foreground yes", "StreamMaxLength 2M", "ConcurrentDatabaseReload no", "MaxThreads 2"]);
        _process = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var wait = 0; wait < 600 && !_process.HasExited; wait++)
        {
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await probe.ConnectAsync(new UnixDomainSocketEndPoint(socket));
                return socket;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("clamd did not start.");
    }
}
