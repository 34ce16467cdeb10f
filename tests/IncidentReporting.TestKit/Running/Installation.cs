using System.Diagnostics;
using System.Text.RegularExpressions;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.TestKit.Running;

/// <summary>A data directory and settings that the built program is started with, and that go with the test.</summary>
public sealed partial class Installation : IAsyncDisposable
{
    private readonly TestDatabase? _database;
    private bool _isKept;

    private Installation(string folder, TestDatabase? database)
    {
        Folder = folder;
        _database = database;
        Settings["Data__Directory"] = folder;
        Settings["Urls"] = "http://127.0.0.1:0";
        Settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        if (database is not null)
        {
            Settings["Database__Provider"] = database.Settings.Provider.ToString();
            Settings["ConnectionStrings__Default"] = database.Settings.ConnectionString;
        }
    }

    public string Folder { get; }

    public string MailFolder => Path.Combine(Folder, "mail");

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing there yet; on a server an empty database.</summary>
    public static async Task<Installation> EmptyAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        new(TestFolder.Create("process-"), provider == DatabaseProvider.Sqlite ? null : await TestDatabase.CreateEmptyAsync(provider));

    /// <summary>In a folder that is kept.</summary>
    public static Installation In(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(folder, database: null) { _isKept = true };
    }

    /// <summary>For another instance of the program on the same server database, with a folder of its own but the same keys.</summary>
    public Installation Beside()
    {
        var beside = new Installation(TestFolder.Create("process-"), database: null);
        foreach (var (name, value) in Settings.Where(setting => setting.Key is "Database__Provider" or "ConnectionStrings__Default"))
        {
            beside.Settings[name] = value;
        }

        Directory.CreateSymbolicLink(Path.Combine(beside.Folder, "keys"), Path.Combine(Folder, "keys"));
        return beside;
    }

    public Task<Service> StartAsync() => Service.StartAsync(this);

    /// <summary>The same data in a folder of its own.</summary>
    public Installation Copy()
    {
        var copy = new Installation(TestFolder.Create("process-"), database: null);
        CopyFiles(Folder, copy.Folder);
        return copy;
    }

    /// <summary>A folder with all below it but mails and logs.</summary>
    public static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) is not ("mail" or "logs")))
        {
            CopyFiles(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    public Task<Ended> RunAsync(string? input, params string[] arguments) => RunAsync(TimeSpan.FromSeconds(60), input, arguments);

    public async Task<Ended> RunAsync(TimeSpan longest, string? input, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(arguments))!;
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var within = new CancellationTokenSource(longest);
        try
        {
            await process.WaitForExitAsync(within.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return new Ended(process.ExitCode, await output, await errors);
    }

    public ProcessStartInfo StartInfo(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What the test host was started with is not for the program.
        foreach (var inherited in start.Environment.Keys.Where(name => Inherited().IsMatch(name)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (!_isKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    // This assembly lies in tests/PROJECT/bin/CONFIGURATION/FRAMEWORK.
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = own.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "src", "IncidentReporting.Api", "bin", own.Parent.Name, own.Name, "IncidentReporting.Api.dll");
    }

    [GeneratedRegex("^(ASPNETCORE_|DOTNET_ENVIRONMENT|Urls$|Data__|Database__|ConnectionStrings__|Demo__|Email__|Sealing__|Backup__)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inherited();
}

/// <summary>How a program ended.</summary>
public sealed record Ended(int ExitCode, string Output, string Errors);
