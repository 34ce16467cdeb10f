using System.Security.Cryptography;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>A process that ends in the middle of its work, at once or in good order.</summary>
internal sealed class KillTests
{
    private const int Kills = 4;
    private const int Between = 60;
    private const int All = (Kills + 1) * Between;

    [Test]
    public async Task Kill_AgainAndAgainUnderLoad_LosesNothingAnsweredAndMailsEverythingOnce()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var reports = new Reports(All);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var service = await data.StartAsync();
            var sending = reports.SendAsync(people, service);
            await reports.ReachedAsync(Math.Max((kill - 1) * Between, reports.Answered.Count) + RandomNumberGenerator.GetInt32(1, Between));
            await service.KillAsync();
            await sending;
        }

        await using var last = await data.StartAsync();
        await reports.SendAsync(people, last);

        using var manager = people.Client(last, "manager");
        var cases = await Kept.CheckCasesAsync(manager, reports, All);
        await Kept.CheckMailsAsync(people.Client(last, "admin"), reports, data);
        var duties = await Task.WhenAll(cases.Select(async found => (await manager.ReadAsync($"/incidents/{found["number"]}"))["obligations"]!.AsArray().Select(duty => (string)duty!["rule"]!)));
        Assert.That(duties, Has.All.Contains("R1").And.All.Contains("R3").And.All.Contains("R5").And.All.Contains("R12"));
    }

    [Test]
    public async Task Stop_UnderLoad_EndsInGoodOrderWithEverythingAnsweredKept()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var reports = new Reports(2 * Between);
        int exitCode;
        List<string> log;
        await using (var service = await data.StartAsync())
        {
            var sending = reports.SendAsync(people, service);
            await reports.ReachedAsync(Between / 2);
            exitCode = await service.StopAsync();
            await sending;
            log = [.. service.Log];
        }

        await using var next = await data.StartAsync();
        await reports.SendAsync(people, next);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(log.Where(line => line.Contains("\"Level\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"Level\":\"Fatal\"", StringComparison.Ordinal)), Is.Empty);
        }

        await Kept.CheckCasesAsync(people.Client(next, "manager"), reports, 2 * Between);
        await Kept.CheckMailsAsync(people.Client(next, "admin"), reports, data);
    }
}
