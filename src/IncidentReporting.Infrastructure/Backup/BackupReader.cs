using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Keys;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Brings a backup back on a machine that has none of it: everything is unpacked and compared with its hashes before anything is put in its place.</summary>
internal sealed class BackupReader(
    AppDb db, IDatabaseCopy copy, DatabaseSettings database, EvidenceFolder evidence, BackupSettings settings, UnfinishedRestore unfinished, SealingCheck keys, TimeProvider time)
{
    public async Task RestoreAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new BackupException($"{path} is not there.");
        }

        var isBegun = await unfinished.IsOfAsync(path, cancellationToken);
        if (await copy.FindAsync(cancellationToken) is not { } found)
        {
            await UnpackAndPlaceAsync(path, cancellationToken);
        }
        else if (!isBegun)
        {
            throw new BackupException($"There is a database already ({Path.GetFileName(found)}): restore only where there is none, so that nothing is overwritten.");
        }

        await db.Database.MigrateAsync(cancellationToken);
        await keys.RunAsync(cancellationToken);
    }

    private async Task UnpackAndPlaceAsync(string path, CancellationToken cancellationToken)
    {
        var scratch = Path.Combine(settings.DataDirectory, $".restore-{Guid.NewGuid():N}");
        try
        {
            var manifest = await UnpackAsync(path, scratch, cancellationToken);
            Refuse(manifest);
            await PlaceKeysAsync(manifest, scratch, cancellationToken);
            Move(Path.Combine(scratch, Manifest.Attachments), evidence.Path);
            SetAside(settings.Checkpoints);
            Move(Path.Combine(scratch, Manifest.Checkpoints), settings.Checkpoints);

            // The tables last: what was cut off before them can be begun anew, what was cut off after them goes on.
            await unfinished.BeginAsync(path, cancellationToken);
            if (copy.EntryName is { } name)
            {
                await copy.RestoreAsync(Path.Combine(scratch, name), cancellationToken);
            }
        }
        finally
        {
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
    }

    private static async Task<Manifest> UnpackAsync(string path, string scratch, CancellationToken cancellationToken)
    {
        OwnerFile.MakeFolder(scratch);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await using var stream = File.OpenRead(path);
            await using var tar = new TarReader(stream);
            while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                var file = SealedKeys.Within(scratch, entry.Name);
                OwnerFile.MakeFolder(Path.GetDirectoryName(file)!);
                entry.Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                await entry.ExtractToFileAsync(file, overwrite: false, cancellationToken);
                await using var content = File.OpenRead(file);
                found[entry.Name] = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new BackupException("The file is no backup, or was cut off.", fault);
        }

        if (!found.ContainsKey(Manifest.Name))
        {
            throw new BackupException("The file is no backup, or was cut off.");
        }

        await using var json = File.OpenRead(Path.Combine(scratch, Manifest.Name));
        var manifest = Manifest.Parse(json);
        var changed = manifest.Files.FirstOrDefault(file => found.GetValueOrDefault(file.Key) != file.Value).Key
            ?? found.Keys.FirstOrDefault(name => name != Manifest.Name && !manifest.Files.ContainsKey(name));
        return changed is null ? manifest : throw new BackupException($"The backup is not whole: {changed} is not what was written.");
    }

    private void Refuse(Manifest manifest)
    {
        if (manifest.Database != database.Provider.ToString())
        {
            throw new BackupException($"The backup is of {manifest.Database}: set Database__Provider to that.");
        }

        if (!db.Database.GetMigrations().Contains(manifest.Version))
        {
            throw new BackupException($"The backup was made by a later version of the program ({manifest.Version}): install that one.");
        }
    }

    private async Task PlaceKeysAsync(Manifest manifest, string scratch, CancellationToken cancellationToken)
    {
        if (manifest.HoldsKeys && settings.Passphrase is { } passphrase)
        {
            await SealedKeys.OpenAsync(await File.ReadAllBytesAsync(Path.Combine(scratch, Manifest.KeysName), cancellationToken), passphrase, settings.Keys, cancellationToken);
        }
        else if (!Directory.Exists(settings.Keys))
        {
            throw new BackupException(manifest.HoldsKeys
                ? "The keys of this backup are sealed: set Backup__Passphrase to what it was made with, or put the folder keys in the data directory."
                : "This backup holds no keys: put the folder keys in the data directory first.");
        }
    }

    // Checkpoints that are here already may tell of entries that the backup does not have: they stay to be compared.
    private void SetAside(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, string.Create(CultureInfo.InvariantCulture, $"{folder}-before-{time.Now():yyyyMMddTHHmmss}"));
        }
    }

    private static void Move(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            OwnerFile.MakeFolder(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }
    }
}
