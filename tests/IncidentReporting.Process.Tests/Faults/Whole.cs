using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>What must hold when a fault is over and all steps have been answered.</summary>
internal static class Whole
{
    /// <summary>Every answered report is a case and nothing else is, each as far as its steps were answered, each step done once, each file as it was sent.</summary>
    public static async Task CheckCasesAsync(Municipality people, Service service, CaseWork work)
    {
        using var manager = people.Client(service, "manager");
        var cases = await manager.ListAsync("/incidents");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(work.Unexpected, Is.Empty);
            Assert.That(work.Walks.Where(walk => !walk.IsOver), Is.Empty);
            Assert.That(cases.Select(found => new Answered((string)found["id"]!, (string)found["number"]!)), Is.EquivalentTo(work.Answered));
            Assert.That(cases.Select(found => (string)found["number"]!), Is.Unique);
        }

        foreach (var walk in work.Walks.Where(walk => walk.Answered is not null))
        {
            using var reporter = people.Client(service, walk.Reporter);
            await CheckCaseAsync(reporter, walk, await manager.ReadAsync($"/incidents/{walk.Answered!.Id}"));
        }
    }

    /// <summary>The programs that verify have nothing to say.</summary>
    public static async Task CheckLogAndSealsAsync(Installation data)
    {
        var verified = await Task.WhenAll(data.RunAsync(input: null, "verify-log"), data.RunAsync(input: null, "verify-seals"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verified[0].ExitCode, Is.Zero, verified[0].Errors);
            Assert.That(verified[1].ExitCode, Is.Zero, verified[1].Errors);
        }
    }

    private static async Task CheckCaseAsync(HttpClient reporter, CaseWalk walk, JsonObject found)
    {
        var (attachments, offers, police) = (found["attachments"]!.AsArray(), found["support"]!["offers"]!.AsArray(), found["police"]!["events"]!.AsArray());
        var once = walk.IsLeft ? 0 : 1;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)found["state"]!, walk.IsLeft ? Is.Not.EqualTo("out_of_scope") : Is.EqualTo("out_of_scope"));
            Assert.That((attachments.Count, offers.Count, police.Count), Is.EqualTo((once, once, once)));
            Assert.That(found["obligations"]!.AsArray().Select(duty => (string)duty!["rule"]!), Is.SupersetOf(new[] { "R1", "R3", "R5" }));
        }

        foreach (var attachment in attachments)
        {
            using var file = await reporter.GetAsync(new Uri($"{Calls.Base}/incidents/{walk.Answered!.Id}/attachments/{attachment!["id"]}", UriKind.Relative));
            var content = await file.Content.ReadAsByteArrayAsync();
            Assert.That(
                (Convert.ToHexStringLower(SHA256.HashData(content)), (string?)attachment["sha256"]), Is.EqualTo((walk.Sha256, walk.Sha256)));
        }
    }
}
