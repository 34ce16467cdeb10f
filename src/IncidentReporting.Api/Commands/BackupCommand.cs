using System.Globalization;
using IncidentReporting.Infrastructure.Backup;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>backup FILE</c>: everything that a new machine needs, in one file, while the service runs.</summary>
internal sealed class BackupCommand : IProgramCommand
{
    public string Name => "backup";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public bool SealsLog => false;

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        var file = FileOf(options, Name);
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        var made = await services.GetRequiredService<IBackups>().WriteAsync(file, cancellationToken);
        var tables = made.HoldsTables ? "the tables" : "no tables (take SQL Server's own backup first)";
        var missing = made.Missing == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {made.Missing} attachments have no file.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} holds {tables}, {made.Attachments} attachments and {Keys(made)}.{missing}"));
    }

    private static string Keys(BackupMade made) => made switch
    {
        { HoldsKeys: false } => "no keys, as Backup__Passphrase is not set: keep a copy of the folder keys of now, apart from it",
        { HoldsMaster: false } => "the keys, sealed by the passphrase, but not the master key, which is given by a setting: keep that apart",
        _ => "the keys, sealed by the passphrase: whoever knows it can read this file for as long as it exists, also what is erased from now on",
    };

    internal static string FileOf(CommandOptions options, string command) =>
        options.Rest is [var file] ? Path.GetFullPath(file) : throw new CommandException($"Write {command} FILE.");
}
