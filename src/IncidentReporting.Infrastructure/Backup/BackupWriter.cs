using System.Formats.Tar;
using System.Security.Cryptography;
using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Writes one file with all that a new machine needs, while reports arrive.</summary>
/// <remarks>
/// The order makes it whole: checkpoints before the tables, or they would tell of more than the tables hold; attachments after, as each lies on disk
/// before a row names it; keys last, as each is on disk before a row needs it.
/// </remarks>
internal sealed class BackupWriter(AppDb db, IDatabaseCopy copy, DatabaseSettings database, EvidenceFolder evidence, BackupSettings settings, TimeProvider time)
{
    public async Task<BackupMade> WriteAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new BackupException($"{path} is there already: choose another name.");
        }

        var draft = $"{path}.part";
        var scratch = Directory.CreateTempSubdirectory("incident-reporting-backup-");
        try
        {
            BackupMade made;
            await using (var stream = new FileStream(draft, Owned()))
            await using (var tar = new TarWriter(stream, TarEntryFormat.Pax))
            {
                made = await WriteAsync(new Entries(tar), scratch.FullName, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, path);
            return made;
        }
        finally
        {
            File.Delete(draft);
            scratch.Delete(recursive: true);
        }
    }

    private async Task<BackupMade> WriteAsync(Entries entries, string scratch, CancellationToken cancellationToken)
    {
        if (Directory.Exists(settings.Checkpoints))
        {
            foreach (var file in Directory.EnumerateFiles(settings.Checkpoints, "*.jsonl").Order(StringComparer.Ordinal))
            {
                await entries.AddAsync(Manifest.Checkpoints + Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
            }
        }

        var version = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last();
        var tables = Path.Combine(scratch, "tables");
        var attachments = await copy.CopyAsync(tables, cancellationToken);
        if (copy.EntryName is { } name)
        {
            await entries.AddAsync(name, tables, cancellationToken);
        }

        var missing = 0;
        foreach (var id in attachments)
        {
            var file = evidence.PathOf(id);
            if (File.Exists(file))
            {
                await entries.AddAsync(Manifest.Attachments + Path.GetRelativePath(evidence.Path, file).Replace('\\', '/'), file, cancellationToken);
            }
            else
            {
                missing++;
            }
        }

        var holdsKeys = settings.Passphrase is not null && Directory.Exists(settings.Keys);
        if (holdsKeys)
        {
            await entries.AddAsync(Manifest.KeysName, await SealedKeys.SealAsync(settings.Keys, settings.Passphrase!, cancellationToken), cancellationToken);
        }

        var manifest = new Manifest(database.Provider.ToString(), version, time.Now(), holdsKeys, entries.Hashes);
        await entries.AddAsync(Manifest.Name, manifest.ToJson(), cancellationToken);
        return new BackupMade(copy.EntryName is not null, attachments.Count - missing, missing, holdsKeys, File.Exists(Path.Combine(settings.Keys, "master.key")));
    }

    private static FileStreamOptions Owned()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private sealed class Entries(TarWriter tar)
    {
        public SortedDictionary<string, string> Hashes { get; } = new(StringComparer.Ordinal);

        public async Task AddAsync(string name, string file, CancellationToken cancellationToken)
        {
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await AddAsync(name, content, cancellationToken);
        }

        public Task AddAsync(string name, byte[] content, CancellationToken cancellationToken) => AddAsync(name, new MemoryStream(content), cancellationToken);

        private async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
        {
            Hashes[name] = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            content.Position = 0;
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content }, cancellationToken);
        }
    }
}
