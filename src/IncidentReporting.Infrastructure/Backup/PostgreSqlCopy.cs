using System.Data;
using System.Diagnostics;
using IncidentReporting.Infrastructure.Persistence;
using Npgsql;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>By the server's own tools, which must be of its version or later.</summary>
internal sealed class PostgreSqlCopy(DatabaseSettings settings) : IDatabaseCopy
{
    public string EntryName => Manifest.PostgreSqlName;

    public async Task<IReadOnlyList<Guid>> CopyAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);

        // The dump and the list of attachments see the same moment.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection);
        var snapshot = (await TextsAsync(export, cancellationToken))[0];
        await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancellationToken);
        await using var attachments = new NpgsqlCommand("""SELECT "Id"::text FROM "IncidentAttachments" """, connection);
        return [.. (await TextsAsync(attachments, cancellationToken)).Select(Guid.Parse)];
    }

    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var tables = new NpgsqlCommand("SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()", connection);
        return (await TextsAsync(tables, cancellationToken)) is [var first, ..] ? $"the table {first}" : null;
    }

    public Task RestoreAsync(string file, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", file], cancellationToken);

    private static async Task<List<string>> TextsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private async Task RunAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        var start = new ProcessStartInfo(Find(tool)) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (name, value) in PostgreSqlEnvironment.Of(target))
        {
            start.Environment[name] = value;
        }

        foreach (var argument in (string[])["--no-password", $"--dbname={target.Database}", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            process.Kill();
        }

        if (process.ExitCode != 0)
        {
            throw new BackupException($"{tool} failed: {(await errors).Split('\n').FirstOrDefault(line => line.Length > 0) ?? "it does not say why"}");
        }
    }

    // Debian keeps the tools of each version in a folder of their own.
    private static string Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();
        const string Versions = "/usr/lib/postgresql";
        if (Directory.Exists(Versions))
        {
            folders.AddRange(Directory.EnumerateDirectories(Versions).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")));
        }

        return folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{tool}.exe" : tool)).FirstOrDefault(File.Exists)
            ?? throw new BackupException($"{tool} is not here: install PostgreSQL's client tools.");
    }
}
