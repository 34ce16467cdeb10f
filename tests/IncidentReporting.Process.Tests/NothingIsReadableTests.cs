using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>A word that stands in every text and file of a case is found in nothing that lies on disk: database, logs, mails, attachments, backup.</summary>
internal sealed class NothingIsReadableTests
{
    private const string Marker = "Skuggmarkör";

    private int _count;

    [Test]
    public async Task Word_InEveryTextAndFile_IsNowhereOnDisk()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        data.Settings["Backup__Passphrase"] = "en lång mening som ingen gissar";
        var outputs = new List<string>();
        await using (var service = await data.StartAsync())
        {
            var told = await TellAsync(people, service);
            Assert.That(told, Does.Contain(Marker), "It can be read by those it is for.");
            outputs.AddRange((await Task.WhenAll(BackupAsync(data))).Select(made => made.Output + made.Errors));
            await MailRow.AllSentAsync(people.Client(service, "admin"), TimeSpan.FromSeconds(60));

            // While the service runs: also what waits in the write-ahead log.
            Assert.That(FilesHolding(data.Folder), Is.Empty);
            await service.StopAsync();
            outputs.AddRange(service.Log);
        }

        Assert.That(FilesHolding(data.Folder), Is.Empty);
        Assert.That(outputs.Where(line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(_count, Is.GreaterThan(25), "So many texts were written.");
    }

    private static Task<Ended> BackupAsync(Installation data) => data.RunAsync(input: null, "backup", Path.Combine(data.Folder, "night.backup"));

    private string Text() => $"{Marker} {++_count}";

    private async Task<string> TellAsync(Municipality people, Service service)
    {
        using var reporter = people.Client(service, "employee1");
        using var manager = people.Client(service, "manager");
        using var rep = people.Client(service, "rep");
        reporter.DefaultRequestHeaders.Add("Idempotency-Key", "marked");
        var report = Report();
        var id = (string)(await reporter.SendAsync("/incidents", report))["id"]!;
        reporter.DefaultRequestHeaders.Remove("Idempotency-Key");
        var draft = Report();
        draft["draft"] = true;
        await reporter.SendAsync("/incidents", draft);
        await RefusedAsync(reporter);

        var path = $"/incidents/{id}";
        await PatchAsync(reporter, path, new JsonObject { ["description"] = Text() });
        await AttachAsync(reporter, path);
        await PutAsync(reporter, $"{path}/influence", new JsonObject { ["purpose"] = "influence", ["outcomes"] = new JsonArray("hesitated"), ["intervention"] = "lvu" });
        await reporter.SendAsync($"{path}/notes", new JsonObject { ["text"] = Text(), ["audience"] = "case" });
        await manager.SendAsync($"{path}/acknowledgement", new JsonObject { ["message"] = Text() }, HttpStatusCode.OK);
        await manager.SendAsync($"{path}/assessment", new JsonObject { ["danger"] = "raised", ["avDuty"] = "no", ["avReason"] = Text(), ["text"] = Text() }, HttpStatusCode.OK);
        await manager.SendAsync($"{path}/support-offers", new JsonObject { ["measure"] = "relieving_talk", ["note"] = Text() });
        await reporter.SendAsync($"{path}/support-ratings", new JsonObject { ["adequacy"] = "insufficient", ["comment"] = Text() });
        await manager.SendAsync($"{path}/police-events", new JsonObject { ["status"] = "reported", ["reportedBy"] = "employer", ["caseNumber"] = Text(), ["note"] = Text() });
        await manager.SendAsync($"{path}/notifications", new JsonObject { ["addressee"] = "security_function", ["status"] = "sent", ["reason"] = Text(), ["reference"] = Text() });
        var planned = await manager.SendAsync($"{path}/actions", new JsonObject { ["type"] = "pair_home_visit", ["description"] = Text() });
        await PatchAsync(manager, $"{path}/actions/{planned["actions"]![0]!["id"]}", new JsonObject { ["state"] = "cancelled", ["reason"] = Text() }, path);
        var followUp = (string)(await manager.ReadAsync(path))["followUps"]![0]!["id"]!;
        await manager.SendAsync($"{path}/follow-ups/{followUp}/outcome", new JsonObject { ["summary"] = Text() }, HttpStatusCode.OK);
        await manager.SendAsync($"{path}/return", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);
        var withdrawn = (string)(await reporter.SendAsync("/incidents", Report()))["id"]!;
        await reporter.SendAsync($"/incidents/{withdrawn}/withdrawal", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);

        var unit = (string)(await manager.ReadAsync(path))["unit"]!["id"]!;
        await rep.SendAsync("/measure-requests", new JsonObject { ["unitId"] = unit, ["text"] = Text(), ["answerBy"] = "2030-01-01" });
        await rep.SendAsync("/work-stops", new JsonObject { ["unitId"] = unit, ["scope"] = Text(), ["grounds"] = Text(), ["startedAt"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToString("O") });
        await reporter.SendAsync("/feedback", new JsonObject { ["text"] = Text(), ["contact"] = Text() }, HttpStatusCode.NoContent);
        return (await reporter.ReadAsync(path)).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private JsonObject Report()
    {
        var report = Reports.One("threat_direct.death", "online_attack.doxxing");
        report["description"] = Text();
        report["platform"] = Text();
        report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = Text() };
        report["wishes"] = new JsonObject { ["support"] = new JsonArray("relieving_talk"), ["text"] = Text() };
        return report;
    }

    // What is refused is not written down either.
    private async Task RefusedAsync(HttpClient client)
    {
        var report = Report();
        report["kinds"] = new JsonArray(Text());
        report[Marker] = Text();
        await client.SendAsync("/incidents", report, HttpStatusCode.UnprocessableEntity);
        using var broken = new StringContent($"{{\"description\": \"{Text()}", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"{Calls.Base}/incidents", UriKind.Relative), broken);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain(Marker));
    }

    private async Task AttachAsync(HttpClient client, string path)
    {
        // Far more than a buffer, so that it would have to lie somewhere.
        var content = string.Concat(Enumerable.Repeat(Text() + " ", 40_000));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(content), "file", $"{Marker}.txt" },
            { new StringContent("screenshot"), "type" },
            { new StringContent($"https://example.org/{Marker}"), "url" },
            { new StringContent(Text()), "description" },
        };
        using var answer = await client.PostAsync(new Uri($"{Calls.Base}{path}/attachments", UriKind.Relative), form);
        await answer.ExpectAsync(HttpStatusCode.Created);
    }

    private static async Task PatchAsync(HttpClient client, string path, JsonObject body, string? versioned = null)
    {
        using var read = await client.GetAsync(new Uri(Calls.Base + (versioned ?? path), UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Patch, Calls.Base + path) { Content = Calls.Json(body) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var answer = await client.SendAsync(request);
        await answer.ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task PutAsync(HttpClient client, string path, JsonObject body)
    {
        using var content = Calls.Json(body);
        using var answer = await client.PutAsync(new Uri(Calls.Base + path, UriKind.Relative), content);
        await answer.ExpectAsync(HttpStatusCode.OK);
    }

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
