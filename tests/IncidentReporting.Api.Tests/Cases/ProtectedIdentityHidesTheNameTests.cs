using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>Promise: in a case with protected identity, who was hit stands under an alias in every view, page, list, mail, sheet and export, for everyone but herself.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ProtectedIdentityHidesTheNameTests
{
    private static readonly string[] Others = ["colleague", "manager", "deputy", "head", "rep", "headrep", "coordinator", "auditor", "dpo", "admin"];

    // Lists of colleagues that have nothing to do with who was hit.
    private static readonly string[] ListsColleagues = ["/incidents/{number}/exclusions"];

    private CaseWorld _world = null!;
    private string _case = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync();
        _case = await FullCaseAsync();
        _number = (string)(await _world.ReadAsync("employee", _case))["number"]!;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCaseSource(nameof(Others))]
    public async Task Case_WithProtectedIdentity_NamesWhoWasHitNowhere(string reader)
    {
        var (looked, found) = (0, new List<string>());
        var client = await _world.AsAsync(reader);
        foreach (var path in Paths())
        {
            using var answer = await client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            looked += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
            if (Marks.FirstOrDefault(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) is { } mark)
            {
                found.Add($"{path}: {mark}");
            }
        }

        TestContext.Out.WriteLine($"{looked} answers.");
        Assert.That(looked, Is.GreaterThan(5));
        Assert.That(found, Is.Empty, string.Join(Environment.NewLine, found));
    }

    [Test]
    public async Task Case_WithProtectedIdentity_NamesHerToHerself()
    {
        var view = await _world.ReadAsync("employee", _case);

        Assert.That(((string?)view["reporter"]!["name"], (string?)view["exposed"]![0]!["name"]), Is.EqualTo(("Person employee", "Person employee")));
    }

    [Test]
    public async Task Case_ThatTwoWereHitIn_NumbersTheAliases()
    {
        var id = await _world.ReportAsync(more: report =>
        {
            report["protectedIdentity"] = true;
            report["exposed"] = new JsonArray(new JsonObject { ["self"] = true }, new JsonObject { ["userId"] = _world.IdOf("colleague") });
        });

        var seen = await _world.ReadAsync("manager", id);

        Assert.That(seen["exposed"]!.AsArray().Select(exposed => (string?)exposed!["name"]), Is.EqualTo((string[])["Protected person 1", "Protected person 2"]));
        Assert.That((string?)seen["reporter"]!["name"], Is.EqualTo("Protected person 1"));
    }

    [Test]
    public async Task Mails_OfTheCase_NameHerToNobodyElse()
    {
        var mails = new List<string>();
        for (var tries = 0; tries < 50 && mails.Count < 3; tries++)
        {
            await Task.Delay(100);
            var folder = Path.Combine(_world.Host.Folder, "mail");
            mails = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Select(file => Decoded(File.ReadAllText(file)))] : [];
        }

        var toOthers = mails.Where(mail => !mail.Split('\n').First(line => line.StartsWith("To:", StringComparison.Ordinal)).Contains(CaseWorld.AddressOf("employee"), StringComparison.Ordinal)).ToList();
        Assert.That(toOthers, Is.Not.Empty);
        Assert.That(toOthers, Has.All.Matches<string>(mail => Marks.All(mark => !mail.Contains(mark, StringComparison.OrdinalIgnoreCase))));
    }

    [Test]
    public async Task LogEntries_AskedForByThePerson_LeaveTheCaseOut()
    {
        var entries = await _world.GetAsync("auditor", $"/log-entries?limit=200&actor={_world.IdOf("employee")}");

        Assert.That(entries.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(entries.Text, Does.Not.Contain(_case));
    }

    [Test]
    public async Task Reveal_WithAReason_TellsOnceAndTheExposedPersonSeesIt()
    {
        var id = await FullCaseAsync();
        (await _world.PostAsync("manager", $"/incidents/{id}/protected-identity/reveal", new { })).IsInvalid("reason");

        var told = await _world.PostAsync("manager", $"/incidents/{id}/protected-identity/reveal", new { reason = "Jag ska ringa henne." });
        var hers = await _world.ReadAsync("employee", id);
        var reads = await _world.GetAsync("employee", $"/incidents/{id}/reads");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)told.Body["items"]![0]!["name"], Is.EqualTo("Person employee"));
            Assert.That((string?)hers["identityReveals"]![0]!["reason"], Is.EqualTo("Jag ska ringa henne."));
            Assert.That((string?)hers["identityReveals"]![0]!["by"]!["name"], Is.EqualTo("Person manager"));
            Assert.That(reads.Text, Does.Contain("identity_revealed").And.Not.Contain("Jag ska ringa"));
            Assert.That((await _world.GetAsync("manager", $"/incidents/{id}")).Text, Does.Not.Contain("Person employee"), "told once");
            Assert.That((await _world.GetAsync("rep", $"/incidents/{id}")).Text, Does.Not.Contain("Jag ska ringa"));
            (await _world.PostAsync("coordinator", $"/incidents/{id}/protected-identity/reveal", new { reason = "a" })).Is(HttpStatusCode.Forbidden);
            (await _world.PostAsync("colleague", $"/incidents/{id}/protected-identity/reveal", new { reason = "a" })).Is(HttpStatusCode.NotFound);
        }
    }

    [Test]
    public async Task Reveal_OfACaseThatHidesNobody_IsNotPossible()
    {
        var id = await _world.ReportAsync();

        (await _world.PostAsync("manager", $"/incidents/{id}/protected-identity/reveal", new { reason = "a" })).Is(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Protection_TakenAwayByAColleagueWhoReported_IsRefused()
    {
        var id = await _world.ReportAsync("colleague", report =>
        {
            report["protectedIdentity"] = true;
            report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee") });
        });

        (await _world.PatchAsync("colleague", $"/incidents/{id}", new { protectedIdentity = false })).IsInvalid("protectedIdentity");
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { protectedIdentity = false })).Is(HttpStatusCode.OK);
    }

    private IEnumerable<string> Marks => ["Person employee", CaseWorld.AddressOf("employee"), _world.IdOf("employee")];

    // Every route and page of a case that takes no more than its number, and every list that a case can stand in.
    private IEnumerable<string> Paths()
    {
        foreach (var route in _world.Host.Routes)
        {
            var pattern = "/" + (route.RoutePattern.RawText ?? string.Empty).TrimStart('/');
            var reads = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? route.Metadata.GetMetadata<PageActionDescriptor>() is not null;
            if (reads && !ListsColleagues.Contains(pattern) && pattern.Count(character => character == '{') == 1
                && (pattern.StartsWith("/api/v1/incidents/{id}", StringComparison.Ordinal) || pattern.StartsWith("/incidents/{number}", StringComparison.Ordinal)))
            {
                var path = pattern.Replace("{id}", _case, StringComparison.Ordinal).Replace("{number}", _number, StringComparison.Ordinal);
                foreach (var query in pattern.EndsWith("/sheet", StringComparison.Ordinal) ? ["?for=police", "?for=av_33a", "?for=fk_injury", "?for=us_ca_log"]
                    : pattern.EndsWith("/candidates", StringComparison.Ordinal) ? ["?for=handler", "?for=action"] : new[] { string.Empty })
                {
                    yield return path + query;
                }
            }
        }

        foreach (var list in (string[])["/api/v1/incidents?limit=200", "/api/v1/me/incidents", "/api/v1/tasks", "/api/v1/calendar", $"/api/v1/log-entries?limit=200&incident={_case}", "/api/v1/mail-messages?limit=200", "/incidents", "/tasks", "/calendar", "/"])
        {
            yield return list;
        }
    }

    private async Task<string> FullCaseAsync()
    {
        var id = await _world.AssessedAsync(more: report =>
        {
            report["protectedIdentity"] = true;
            report["description"] = "Ord om det som hände.";
            report["wishes"] = new JsonObject { ["support"] = new JsonArray("relieving_talk"), ["contactBy"] = "manager" };
        });
        await _world.DoAsync("manager", id, "support-offers", new { measure = "relieving_talk" });
        await _world.DoAsync("employee", id, "notes", new { text = "En anteckning.", audience = "case" });
        await _world.DoAsync("employee", id, "police-events", new { status = "reported", reportedBy = "exposed_person" });
        await _world.DoAsync("employee", id, "support-ratings", new { adequacy = "mostly" });
        await _world.DoAsync("manager", id, "actions", new { type = "guard" });
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { place = "client_home", share = new { ratingsWithManager = true, ratingsWithRep = true, consequencesWithRep = true } })).Is(HttpStatusCode.OK);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes("bevis"));
        using var form = new MultipartFormDataContent { { file, "file", "bevis.txt" } };
        using var answer = await (await _world.AsAsync("employee")).PostAsync($"/api/v1/incidents/{id}/attachments", form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(201));
        return id;
    }

    private static string Decoded(string mail)
    {
        var text = new StringBuilder(mail);
        foreach (var line in mail.Split("\r\n\r\n").Select(part => part.ReplaceLineEndings(string.Empty)))
        {
            var buffer = new byte[line.Length];
            if (Convert.TryFromBase64String(line, buffer, out var length) && length > 0)
            {
                text.AppendLine(Encoding.UTF8.GetString(buffer, 0, length));
            }
        }

        return text.ToString();
    }
}
