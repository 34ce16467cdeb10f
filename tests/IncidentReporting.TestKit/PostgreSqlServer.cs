using System.Diagnostics;
using Npgsql;

namespace IncidentReporting.TestKit;

/// <summary>A PostgreSQL of our own in a temporary folder, started once for a test run; or the one that TEST_POSTGRES names.</summary>
internal sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);

    private readonly string _connectionString;

    private PostgreSqlServer(string connectionString) => _connectionString = connectionString;

    public static Task<PostgreSqlServer> GetAsync() => Started.Value;

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(_connectionString) { Database = database }.ConnectionString;

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } connection)
        {
            return new PostgreSqlServer(connection);
        }

        var programs = FindPrograms();
        var folder = TestFolder.Create("pg-");
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            await RunAsync("chown", "postgres", folder);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(programs, data, folder);
        await RunAsServerUserAsync(Path.Combine(programs, "initdb"), "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await RunAsServerUserAsync(
            Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-s", "-l", Path.Combine(folder, "log"), "-o",
            $"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=300 -c dynamic_shared_memory_type=mmap -c fsync=off -c synchronous_commit=off -c full_page_writes=off", "start");
        return new PostgreSqlServer($"Host={folder};Username=test;Database=postgres;Maximum Pool Size=40;Timeout=60");
    }

    private static string FindPrograms()
    {
        var folders = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed: run tests/run, or name a server in TEST_POSTGRES.");
    }

    // The test host does not wait long for its end, so the shell goes on by itself.
    private static void Stop(string programs, string data, string folder)
    {
        var stop = $"'{Path.Combine(programs, "pg_ctl")}' -D '{data}' -m immediate -s stop";
        TestFolder.AfterExit($"{(Environment.IsPrivilegedProcess ? "runuser -u postgres -- " : string.Empty)}{stop}; rm -rf '{folder}'");
    }

    private static Task RunAsServerUserAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);

    // The server inherits what it is started with, so nothing of it may be a pipe that we would wait for.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
