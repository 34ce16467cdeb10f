using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>Writes a word in every text and file that the interface takes.</summary>
internal sealed class EveryText(Municipality people, Service service)
{
    public const string Marker = "Skuggmarkör";

    private int _count;

    /// <summary>Answers what the exposed person reads of her case.</summary>
    /// <param name="warning">An open warning to go through.</param>
    public async Task<string> TellAsync(Guid warning)
    {
        await people.AddAsync(service, "coordinator", "Samir Samordnare", "coordinator");
        await people.AddAsync(service, "dpo", "Disa Dataskydd", "data_protection_officer");
        using var reporter = people.Client(service, "employee1");
        using var colleague = people.Client(service, "employee2");
        using var manager = people.Client(service, "manager");
        using var rep = people.Client(service, "rep");
        using var dpo = people.Client(service, "dpo");

        var campaign = (string)(await manager.SendAsync(
            "/campaigns", new JsonObject { ["name"] = Text(), ["firstSeen"] = "2026-01-01", ["platforms"] = new JsonArray("social_media_public", Text()) }))["id"]!;
        reporter.DefaultRequestHeaders.Add("Idempotency-Key", "marked");
        var report = Report();
        report["campaignId"] = campaign;
        var path = $"/incidents/{(string)(await reporter.SendAsync("/incidents", report))["id"]!}";
        reporter.DefaultRequestHeaders.Remove("Idempotency-Key");
        var draft = Report();
        draft["draft"] = true;
        await reporter.SendAsync("/incidents", draft);
        await RefusedAsync(reporter);

        await TellOfAsync(path, reporter);
        await HandleAsync(path, manager, reporter);
        await KeepOutAsync(path, reporter);
        await CloseAsync(colleague, manager);
        await TransferAsync(colleague, manager);
        var withdrawn = (string)(await reporter.SendAsync("/incidents", Report()))["id"]!;
        await reporter.SendAsync($"/incidents/{withdrawn}/withdrawal", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);

        var unit = (string)(await manager.ReadAsync(path))["unit"]!["id"]!;
        await AskForMeasuresAsync(unit, rep, manager);
        await StopWorkAsync(unit, rep);
        await manager.SendAsync($"/statistics/signals/{warning}/acknowledgement", new JsonObject { ["finding"] = "measures_planned", ["note"] = Text() }, HttpStatusCode.OK);
        await RetainAsync(path, dpo);
        await reporter.SendAsync("/feedback", new JsonObject { ["text"] = Text(), ["contact"] = Text() }, HttpStatusCode.NoContent);
        return (await reporter.ReadAsync(path)).ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private string Text() => $"{Marker} {++_count}";

    private JsonObject Report()
    {
        var report = Reports.One("threat_direct.death", "online_attack.doxxing");
        report["description"] = Text();
        report["platform"] = Text();
        report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = Text() };
        report["wishes"] = new JsonObject { ["support"] = new JsonArray("relieving_talk"), ["text"] = Text() };
        report["consequences"] = new JsonArray("fear_at_work");
        report["hateMotives"] = new JsonArray("ethnicity");
        return report;
    }

    private async Task TellOfAsync(string path, HttpClient reporter)
    {
        await PatchAsync(reporter, path, new JsonObject { ["description"] = Text() });
        await AttachAsync(reporter, path);
        await PutAsync(reporter, $"{path}/influence", new JsonObject { ["purpose"] = "influence", ["outcomes"] = new JsonArray("hesitated"), ["intervention"] = "lvu" });
        await reporter.SendAsync($"{path}/notes", new JsonObject { ["text"] = Text(), ["audience"] = "case" });
    }

    private async Task HandleAsync(string path, HttpClient manager, HttpClient reporter)
    {
        await AssessAsync(path, manager);
        await manager.SendAsync($"{path}/notes", new JsonObject { ["text"] = Text(), ["audience"] = "handlers" });
        await manager.SendAsync($"{path}/support-offers", new JsonObject { ["measure"] = "relieving_talk", ["note"] = Text() });
        await reporter.SendAsync($"{path}/support-ratings", new JsonObject { ["adequacy"] = "insufficient", ["comment"] = Text() });
        await manager.SendAsync($"{path}/police-events", new JsonObject { ["status"] = "reported", ["reportedBy"] = "employer", ["caseNumber"] = Text(), ["note"] = Text() });
        await manager.SendAsync($"{path}/notifications", new JsonObject { ["addressee"] = "security_function", ["status"] = "sent", ["reason"] = Text(), ["reference"] = Text() });
        var planned = await manager.SendAsync($"{path}/actions", new JsonObject { ["type"] = "pair_home_visit", ["description"] = Text() });
        await PatchAsync(manager, $"{path}/actions/{planned["actions"]![0]!["id"]}", new JsonObject { ["state"] = "cancelled", ["reason"] = Text() }, path);
        var asked = await manager.SendAsync($"{path}/takedowns", new JsonObject { ["platform"] = Text(), ["url"] = $"https://example.org/{Marker}", ["reference"] = Text() });
        await PatchAsync(manager, $"{path}/takedowns/{asked["takedowns"]![0]!["id"]}", new JsonObject { ["answer"] = "removed", ["note"] = Text() }, path);
        await FollowUpAsync(path, manager, times: 1);
        await manager.SendAsync($"{path}/return", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);
    }

    private async Task KeepOutAsync(string path, HttpClient exposed)
    {
        using var third = people.Client(service, "employee3");
        var id = (string)(await third.ReadAsync("/me"))["id"]!;
        await exposed.SendAsync($"{path}/exclusions", new JsonObject { ["userId"] = id, ["reason"] = Text() });
    }

    private async Task CloseAsync(HttpClient exposed, HttpClient manager)
    {
        var path = $"/incidents/{(string)(await exposed.SendAsync("/incidents", Report()))["id"]!}";
        await AssessAsync(path, manager);
        await manager.SendAsync($"{path}/police-events", new JsonObject { ["status"] = "reported", ["reportedBy"] = "employer" });
        await FollowUpAsync(path, manager, times: 2);
        await manager.SendAsync($"{path}/closure", new JsonObject { ["reason"] = "completed", ["summary"] = Text() }, HttpStatusCode.OK);
        await exposed.SendAsync($"{path}/closure-answer", new JsonObject { ["agrees"] = true, ["comment"] = Text() }, HttpStatusCode.OK);
        await exposed.SendAsync($"{path}/reopening", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);
    }

    // Of somebody whose name is hidden, and told once.
    private async Task TransferAsync(HttpClient exposed, HttpClient manager)
    {
        var report = Report();
        report["protectedIdentity"] = true;
        var path = $"/incidents/{(string)(await exposed.SendAsync("/incidents", report))["id"]!}";
        await manager.SendAsync($"{path}/protected-identity/reveal", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);
        await AssessAsync(path, manager);
        await manager.SendAsync($"{path}/closure", new JsonObject { ["reason"] = "transferred", ["summary"] = Text(), ["receiver"] = Text() }, HttpStatusCode.OK);
    }

    private async Task AssessAsync(string path, HttpClient manager)
    {
        await manager.SendAsync($"{path}/acknowledgement", new JsonObject { ["message"] = Text() }, HttpStatusCode.OK);
        await manager.SendAsync($"{path}/assessment", new JsonObject { ["danger"] = "raised", ["avDuty"] = "no", ["avReason"] = Text(), ["text"] = Text() }, HttpStatusCode.OK);
    }

    private async Task FollowUpAsync(string path, HttpClient manager, int times)
    {
        foreach (var followUp in (await manager.ReadAsync(path))["followUps"]!.AsArray().Take(times))
        {
            await manager.SendAsync($"{path}/follow-ups/{followUp!["id"]}/outcome", new JsonObject { ["summary"] = Text() }, HttpStatusCode.OK);
        }
    }

    private async Task AskForMeasuresAsync(string unit, HttpClient rep, HttpClient manager)
    {
        var asked = await rep.SendAsync("/measure-requests", new JsonObject { ["unitId"] = unit, ["text"] = Text(), ["answerBy"] = "2030-01-01" });
        await manager.SendAsync($"/measure-requests/{asked["id"]}/answer", new JsonObject { ["answer"] = Text() }, HttpStatusCode.OK);
    }

    // So long ago that it may be erased.
    private async Task StopWorkAsync(string unit, HttpClient rep)
    {
        var stop = await rep.SendAsync("/work-stops", new JsonObject { ["unitId"] = unit, ["scope"] = Text(), ["grounds"] = Text(), ["startedAt"] = "1995-01-02T10:00:00Z" });
        await PatchAsync(rep, $"/work-stops/{stop["id"]}", new JsonObject { ["endedAt"] = "1995-01-03T10:00:00Z", ["outcome"] = Text() });
    }

    private async Task RetainAsync(string path, HttpClient dpo)
    {
        await PutAsync(dpo, $"{path}/hold", new JsonObject { ["reason"] = Text() });
        var run = await dpo.SendAsync("/retention/runs", new JsonObject());
        await dpo.SendAsync($"/retention/runs/{run["id"]}/refusal", new JsonObject { ["reason"] = Text() }, HttpStatusCode.OK);
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
        };
        foreach (var name in (string[])["capturedBy", "accountHandle", "platform", "originalKeptWhere", "witnessOfCapture", "description"])
        {
            form.Add(new StringContent(Text()), name);
        }

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
}
