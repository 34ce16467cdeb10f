using System.Text;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>A word that stands in every text and file of a case is found in nothing that lies on disk: database, logs, mails, attachments, backup.</summary>
internal sealed class NothingIsReadableTests
{
    private const string Marker = EveryText.Marker;

    [Test]
    public async Task Word_InEveryTextAndFile_IsNowhereOnDisk()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        data.Settings["Backup__Passphrase"] = "en lång mening som ingen gissar";
        var outputs = new List<string>();
        await using var stored = new StoredTexts(data);
        var warning = await stored.AddWarningAsync();
        await using (var service = await data.StartAsync())
        {
            var told = await new EveryText(people, service).TellAsync(warning);
            Assert.That(told, Does.Contain(Marker), "It can be read by those it is for.");
            outputs.AddRange((await Task.WhenAll(BackupAsync(data))).Select(made => made.Output + made.Errors));
            await MailRow.AllSentAsync(people.Client(service, "admin"), TimeSpan.FromSeconds(60));

            // While the service runs: also what waits in the write-ahead log.
            Assert.That(FilesHolding(data.Folder), Is.Empty);
            Assert.That(await stored.EmptyColumnsAsync(), Is.Empty, "A text that nothing was written in proves nothing: EveryText has to write it.");
            await service.StopAsync();
            outputs.AddRange(service.Log);
        }

        Assert.That(FilesHolding(data.Folder), Is.Empty);
        Assert.That(outputs.Where(line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private static Task<Ended> BackupAsync(Installation data) => data.RunAsync(input: null, "backup", Path.Combine(data.Folder, "night.backup"));

    // In the letters of the text and in those of two bytes each, anywhere in the bytes of the file.
    private static List<string> FilesHolding(string folder)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(Marker), Encoding.Unicode.GetBytes(Marker), Encoding.Latin1.GetBytes(Marker), "Skuggmark"u8.ToArray()];
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file =>
            {
                var bytes = Read(file);
                return forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0);
            }),
        ];
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
