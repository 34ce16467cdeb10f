using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

internal sealed partial class FaultsLoseNothingTests
{
    [Test]
    public async Task Kill_AtTenRandomPointsOfAnErasure_ErasesEachCaseWhollyAndOnce()
    {
        const int Cases = 60;
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        // Over fifteen months ago, the shortest time that cases are kept.
        var then = DateTimeOffset.UtcNow.AddMonths(-16);
        var work = new CaseWork(Cases, areWithdrawn: true, now: then);
        var stays = new CaseWork(4, leaveEvery: 1, prefix: "stays", now: then);
        var clock = new SteadyClock(data, then - DateTimeOffset.UtcNow);
        await using (var service = await data.StartAsync())
        {
            await Task.WhenAll(work.RunAsync(people, service), stays.RunAsync(people, service));
            await service.StopAsync();
        }

        Assert.That(work.Unexpected.Concat(stays.Unexpected), Is.Empty);
        clock.LeaveOthers();
        string run;
        await using (var service = await data.StartAsync())
        {
            await people.AddAsync(service, "officer", "Disa Skydd", "data_protection_officer");
            using var officer = people.Client(service, "officer");
            await ShortenAsync(officer);
            var proposed = await officer.SendAsync("/retention/runs", new JsonObject());
            run = (string)proposed["id"]!;
            Assert.That(proposed["items"]!.AsArray(), Has.Exactly(Cases).Items, "each of them is due");
            using var admin = people.Client(service, "admin");
            using var released = await admin.PostAsync(new Uri($"{Calls.Base}/retention/runs/{run}/release", UriKind.Relative), content: null);
            await released.ExpectAsync(HttpStatusCode.OK);
            await service.KillAsync();
        }

        var points = new List<long>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            points.Add(await KillErasureAsync(data, after: (kill - 1) * (Cases / Kills) + RandomNumberGenerator.GetInt32(0, Cases / Kills)));
        }

        await using var last = await data.StartAsync();
        using var reader = people.Client(last, "officer");
        var done = await Calls.UntilAsync(() => reader.ReadAsync($"/retention/runs/{run}"), found => (string)found["state"]! == "done", Longest);
        TestContext.Out.WriteLine($"Erased at the kills: {string.Join(", ", points)}.");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)done["state"]!, Is.EqualTo("done"));
            Assert.That(done["items"]!.AsArray().Select(item => (string)item!["state"]!), Is.All.EqualTo("erased").And.Exactly(Cases).Items);
            Assert.That(points.Count(point => point is > 0 and < Cases), Is.GreaterThanOrEqualTo(Kills / 2), "killed in the middle");
            Assert.That(Directory.EnumerateFiles(Path.Combine(data.Folder, "attachments"), "*", SearchOption.AllDirectories), Is.Empty);
            Assert.That(await Sql.NumberAsync(data, """SELECT COUNT(*) FROM "Doomed" """), Is.Zero, "nothing is left to be destroyed");
            Assert.That(await Sql.NumberAsync(data, """SELECT COUNT(*) FROM "Incidents" WHERE "ErasedAt" IS NOT NULL"""), Is.EqualTo(Cases));
        }

        using var manager = people.Client(last, "manager");
        foreach (var report in stays.Answered)
        {
            Assert.That((string?)(await manager.ReadAsync($"/incidents/{report.Id}"))["description"], Is.EqualTo("Hotfull besökare i receptionen."));
        }

        await Whole.CheckLogAndSealsAsync(data);
    }

    private static async Task ShortenAsync(HttpClient officer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Calls.Base}/retention")
        {
            Content = Calls.Json(new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["id"] = "case", ["period"] = "P15M" }) }),
            Headers = { { "If-Match", "*" } },
        };
        using var answer = await officer.SendAsync(request);
        await answer.ExpectAsync(HttpStatusCode.OK);
    }

    // Answers how many had been erased.
    private static async Task<long> KillErasureAsync(Installation data, int after)
    {
        const string Erased = """SELECT COUNT(*) FROM "RetentionItems" WHERE "State" = 'erased' """;
        using var service = System.Diagnostics.Process.Start(data.StartInfo())!;
        service.StandardInput.Close();
        var output = service.StandardOutput.ReadToEndAsync();
        var errors = service.StandardError.ReadToEndAsync();
        while (await Sql.NumberAsync(data, Erased) <= after && !service.HasExited)
        {
            await Task.Delay(1);
        }

        service.Kill();
        await service.WaitForExitAsync();
        await output;
        Assert.That(await errors, Is.Empty);
        return await Sql.NumberAsync(data, Erased);
    }
}
