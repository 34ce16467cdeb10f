using System.Net;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>Last night's backup brings everything back on an empty machine.</summary>
internal sealed class RecoveryTests
{
    private const string Passphrase = "en lång mening som ingen gissar";
    private const int All = 200;

    [TestCase(DatabaseProvider.Sqlite)]
    [TestCase(DatabaseProvider.PostgreSql)]
    public async Task Backup_MadeWhileReportsArrive_BringsAllBackThatWasAnsweredBefore(DatabaseProvider provider)
    {
        await using var data = await Installation.EmptyAsync(provider);
        await MigrateAsync(data);
        var people = await Municipality.MakeAsync(data);
        data.Settings["Backup__Passphrase"] = Passphrase;
        var file = Path.Combine(data.Folder, "night.backup");
        var reports = new Reports(All);
        IReadOnlyCollection<Answered> before;
        string attachment;
        await using (var service = await data.StartAsync())
        {
            var sending = reports.SendAsync(people, service);
            await reports.ReachedAsync(All / 4);
            attachment = await AttachAsync(people.Client(service, "employee1"));
            before = reports.Answered;
            var made = await data.RunAsync(input: null, "backup", file);
            await sending;
            Assert.That(made.ExitCode, Is.Zero, made.Errors);
        }

        await using var empty = await Installation.EmptyAsync(provider);
        empty.Settings["Backup__Passphrase"] = Passphrase;
        var restored = await empty.RunAsync(input: null, "restore", file);

        Assert.That(restored.ExitCode, Is.Zero, restored.Errors);
        Assert.That(restored.Output, Does.Contain("texts open").And.Contains("The log is whole"));
        Assert.That(ReadableByOthers(empty.Folder), Is.Empty);
        await using var again = await empty.StartAsync();
        var cases = await people.Client(again, "manager").ListAsync("/incidents");
        Assert.That(cases.Select(found => new Answered((string)found["id"]!, (string)found["number"]!)), Is.SupersetOf(before));
        var read = await people.Client(again, "manager").ReadAsync($"/incidents/{before.First().Number}");
        Assert.That((string?)read["description"], Is.EqualTo("Hotfull besökare i receptionen."));
        Assert.That(await people.Client(again, "employee1").GetStringAsync(new Uri(Calls.Base + attachment, UriKind.Relative)), Is.EqualTo("innehållet i bilagan"));
    }

    [Test]
    public async Task Backup_WithoutPassphrase_HoldsNoKeysAndNeedsTheKeyFolder()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var reports = new Reports(20);
        await using (var service = await data.StartAsync())
        {
            await reports.SendAsync(people, service);
        }

        var file = Path.Combine(data.Folder, "night.backup");
        var made = await data.RunAsync(input: null, "backup", file);
        await using var empty = await Installation.EmptyAsync();
        var refused = await empty.RunAsync(input: null, "restore", file);
        Installation.CopyFiles(Path.Combine(data.Folder, "keys"), Path.Combine(empty.Folder, "keys"));
        var restored = await empty.RunAsync(input: null, "restore", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.ExitCode, Is.Zero, made.Errors);
            Assert.That(made.Output.Trim(), Does.Contain("no keys").And.Not.Contains("\n"));
            Assert.That(refused.ExitCode, Is.EqualTo(1));
            Assert.That(refused.Errors.Trim(), Is.EqualTo("This backup holds no keys: put the folder keys in the data directory first."));
            Assert.That(restored.ExitCode, Is.Zero, restored.Errors);
        }

        await using var again = await empty.StartAsync();
        await Kept.CheckCasesAsync(people.Client(again, "manager"), reports, 20);
    }

    [Test]
    public async Task Backup_ThatIsNotWhole_IsRefusedAndLeavesNothing()
    {
        var (data, _) = await Municipality.CopyAsync();
        await using var __ = data;
        data.Settings["Backup__Passphrase"] = Passphrase;
        var file = Path.Combine(data.Folder, "night.backup");
        await data.RunAsync(input: null, "backup", file);
        var bytes = await File.ReadAllBytesAsync(file);
        var cut = Path.Combine(data.Folder, "cut.backup");
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 2)]);
        var changed = Path.Combine(data.Folder, "changed.backup");
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(changed, bytes);

        await using var empty = await Installation.EmptyAsync();
        empty.Settings["Backup__Passphrase"] = Passphrase;
        var outcomes = new List<Ended>();
        foreach (var bad in (string[])[cut, changed])
        {
            outcomes.Add(await empty.RunAsync(input: null, "restore", bad));
        }

        empty.Settings["Backup__Passphrase"] = "en annan mening";
        outcomes.Add(await empty.RunAsync(input: null, "restore", file));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Select(outcome => outcome.ExitCode), Is.All.EqualTo(1));
            Assert.That(outcomes[0].Errors.Trim(), Is.EqualTo("The file is no backup, or was cut off."));
            Assert.That(outcomes[1].Errors.Trim(), Does.StartWith("The backup is not whole: "));
            Assert.That(outcomes[2].Errors.Trim(), Is.EqualTo("Backup__Passphrase does not open the keys of this backup."));
            Assert.That(Directory.GetFiles(empty.Folder, "*.db"), Is.Empty);
        }
    }

    [Test]
    public async Task Restore_WhereADatabaseIs_OverwritesNothing()
    {
        var (data, _) = await Municipality.CopyAsync();
        await using var __ = data;
        var file = Path.Combine(data.Folder, "night.backup");
        await data.RunAsync(input: null, "backup", file);

        var restored = await data.RunAsync(input: null, "restore", file);
        var again = await data.RunAsync(input: null, "backup", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(restored.Errors.Trim(), Is.EqualTo("There is a database already (incident-reporting.db): restore only where there is none, so that nothing is overwritten."));
            Assert.That(again.Errors.Trim(), Does.EndWith("is there already: choose another name."));
        }
    }

    [Test]
    public async Task Restore_BesideWhatIsLeftOfADatabase_IsRefused()
    {
        var (data, _) = await Municipality.CopyAsync();
        await using var __ = data;
        data.Settings["Backup__Passphrase"] = Passphrase;
        var file = Path.Combine(data.Folder, "night.backup");
        await data.RunAsync(input: null, "backup", file);
        await using var empty = await Installation.EmptyAsync();
        empty.Settings["Backup__Passphrase"] = Passphrase;
        await File.WriteAllTextAsync(Path.Combine(empty.Folder, "incident-reporting.db-wal"), "pages of a lost database");

        var restored = await empty.RunAsync(input: null, "restore", file);

        Assert.That(restored.Errors.Trim(), Does.StartWith("There is a database already (incident-reporting.db-wal)"));
        Assert.That(Directory.GetFileSystemEntries(empty.Folder).Select(Path.GetFileName), Is.EqualTo(["incident-reporting.db-wal"]));
    }

    [Test]
    public async Task Restore_CutOffByAMissingKey_ServesNobodyAndGoesOnWhenItIsThere()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var reports = new Reports(4);
        await using (var service = await data.StartAsync())
        {
            await reports.SendAsync(people, service);
        }

        var file = Path.Combine(data.Folder, "night.backup");
        await data.RunAsync(input: null, "backup", file);
        await using var empty = await Installation.EmptyAsync();
        Installation.CopyFiles(Path.Combine(data.Folder, "keys"), Path.Combine(empty.Folder, "keys"));
        var master = Path.Combine(empty.Folder, "keys", "master.key");
        File.Delete(master);
        var cutOff = await empty.RunAsync(input: null, "restore", file);
        var started = await empty.RunAsync(input: null);
        File.Copy(Path.Combine(data.Folder, "keys", "master.key"), master, overwrite: true);
        var stillNot = await empty.RunAsync(input: null);
        var restored = await empty.RunAsync(input: null, "restore", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((cutOff.ExitCode, cutOff.Errors.Trim().Split('\n').Length), Is.EqualTo((1, 1)), cutOff.Errors);
            Assert.That(cutOff.Errors, Does.Contain("keys/master.key"));
            Assert.That(new[] { started, stillNot }.Select(start => start.Errors.Trim()), Is.All.EqualTo("A restore was begun here and has not ended: run restore with the same file again. It goes on where it stopped."));
            Assert.That(restored.ExitCode, Is.Zero, restored.Errors);
        }

        await using var again = await empty.StartAsync();
        await Kept.CheckCasesAsync(people.Client(again, "manager"), reports, 4);
    }

    private static IEnumerable<string> ReadableByOthers(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None);

    private static async Task MigrateAsync(Installation data)
    {
        if (data.Settings.ContainsKey("Database__Provider"))
        {
            await data.RunAsync(input: null, "migrate");
        }
    }

    internal static async Task<string> AttachAsync(HttpClient client)
    {
        var incident = await client.SendAsync("/incidents", Reports.One("threat_direct"));
        using var form = new MultipartFormDataContent { { new StringContent("innehållet i bilagan"), "file", "bevis.txt" }, { new StringContent("screenshot"), "type" } };
        using var answer = await client.PostAsync(new Uri($"{Calls.Base}/incidents/{incident["id"]}/attachments", UriKind.Relative), form);
        var with = await answer.ExpectAsync(HttpStatusCode.Created);
        return $"/incidents/{incident["id"]}/attachments/{with["attachments"]![0]!["id"]}";
    }
}
