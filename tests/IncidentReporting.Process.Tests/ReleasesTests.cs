using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>A stored database of every release comes back with the program as it is now.</summary>
internal sealed class ReleasesTests
{
    private const int Cases = 12;
    private const string Passphrase = "made-up data of a release";

    private static IEnumerable<string> Files() => Directory.GetFiles(Folder(), "*.backup.gz").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public async Task Release_Stored_MigratesToHeadWithEveryTextAndTheWholeLog(string file)
    {
        await using var packed = File.OpenRead(Path.Combine(Folder(), file));
        await CheckAsync(packed);
    }

    /// <summary>What the next release will be tested by; it is stored where <c>RELEASE</c> names it.</summary>
    [Test]
    public async Task Release_MadeNow_ComesBackAsTheStoredOnes()
    {
        using var packed = new MemoryStream();
        await MakeAsync(packed);
        packed.Position = 0;
        await CheckAsync(packed);

        if (Environment.GetEnvironmentVariable("RELEASE") is { Length: > 0 } release)
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder(), $"{release}.backup.gz"), packed.ToArray());
        }
    }

    private static async Task CheckAsync(Stream packed)
    {
        await using var data = await Installation.EmptyAsync();
        data.Settings["Backup__Passphrase"] = Passphrase;
        var backup = Path.Combine(data.Folder, "release.backup");
        await using (var content = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true))
        await using (var unpacked = File.Create(backup))
        {
            await content.CopyToAsync(unpacked);
        }

        var restored = await data.RunAsync(input: null, "restore", backup);
        Assert.That(restored.ExitCode, Is.Zero, restored.Errors);
        Assert.That(restored.Output, Does.Contain("texts open").And.Contains("The log is whole"));

        await using var service = await data.StartAsync();
        using var manager = await SignInAsync(service, "manager");
        var cases = await manager.ListAsync("/incidents");
        Assert.That(cases, Has.Count.EqualTo(Cases));
        foreach (var found in cases)
        {
            Assert.That((string?)(await manager.ReadAsync($"/incidents/{found["number"]}"))["description"], Is.EqualTo("Hotfull besökare i receptionen."));
        }

        using var reporter = await SignInAsync(service, "employee1");
        var own = (await reporter.ListAsync("/incidents")).Select(one => (string)one["id"]!);
        var read = await Task.WhenAll(own.Select(id => reporter.ReadAsync($"/incidents/{id}")));
        var (id, attachment) = read.SelectMany(one => one["attachments"]!.AsArray().Select(file => ((string)one["id"]!, (string)file!["id"]!))).Single();
        Assert.That(await reporter.GetStringAsync(new Uri($"{Calls.Base}/incidents/{id}/attachments/{attachment}", UriKind.Relative)), Is.EqualTo("innehållet i bilagan"));
    }

    private static async Task MakeAsync(Stream target)
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        data.Settings["Backup__Passphrase"] = Passphrase;
        var reports = new Reports(Cases - 1);
        await using (var service = await data.StartAsync())
        {
            await reports.SendAsync(people, service);
            await RecoveryTests.AttachAsync(people.Client(service, "employee1"));
            await MailRow.AllSentAsync(people.Client(service, "admin"), TimeSpan.FromSeconds(60));
            await service.StopAsync();
        }

        var backup = Path.Combine(data.Folder, "release.backup");
        var made = await data.RunAsync(input: null, "backup", backup);
        Assert.That(made.ExitCode, Is.Zero, made.Errors);
        await using var unpacked = File.OpenRead(backup);
        await using var packed = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        await unpacked.CopyToAsync(packed);
    }

    private static async Task<HttpClient> SignInAsync(Service service, string name)
    {
        var client = service.Client();
        await client.SendAsync("/session", new JsonObject { ["userName"] = Municipality.AddressOf(name), ["password"] = Municipality.Password }, HttpStatusCode.NoContent);
        return client;
    }

    // This assembly lies in tests/PROJECT/bin/CONFIGURATION/FRAMEWORK.
    private static string Folder() =>
        Path.Combine(new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Parent!.Parent!.Parent!.FullName, "releases");
}
