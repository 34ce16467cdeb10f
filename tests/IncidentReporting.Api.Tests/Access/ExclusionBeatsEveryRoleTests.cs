using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Promise: a person who is kept out of a case by name does not know that it exists, whatever roles she holds.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ExclusionBeatsEveryRoleTests
{
    private static readonly string[] Lists =
        ["/incidents?limit=200", "/me/incidents", "/tasks", "/calendar", "/unsigned-actions", "/onward-disclosures", "/measure-requests", "/work-stops", "/log-entries?limit=200", "/mail-messages?limit=200", "/statistics/signals"];

    private AccessWorld _world = null!;
    private Walk _walk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await AccessWorld.StartAsync();
        _walk = new Walk(_world);
        await _walk.PrepareAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Excluded_InEveryRoleOnEveryRoute_FindsNoSuchCase()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var actor in Concerned)
        {
            var walked = await _world.CaseAsync();
            if (actor != _world.The(Role.Employee, Place.Sibling))
            {
                await ExcludeAsync(walked, actor.Id);
            }

            foreach (var row in Rows.All.Where(row => row.OfCase && !(actor.ReadOnly && row.Method != "GET")))
            {
                foreach (var reference in new[] { walked.Id.ToString(), walked.Number })
                {
                    using var answer = await _walk.CallAsync(row, actor, walked, reference: reference);
                    cells++;
                    if ((int)answer.StatusCode != 404)
                    {
                        wrong.Add($"{row.Route} by {actor}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{Concerned.Count} callers, {cells} cells.");
        Assert.That(wrong, Is.Empty, string.Join(Environment.NewLine, wrong));
    }

    [Test]
    public async Task Excluded_WithAllRolesAtOnce_SeesTheCaseInNoList()
    {
        var everything = await _world.AddPersonAsync("Ettans alltiallo", _world.Own, [.. Enum.GetValues<Role>().Select(role => (role, _world.Own, _world.Today.AddDays(-1), (DateOnly?)null))]);
        var walked = await _world.CaseAsync();
        var path = $"/incidents/{walked.Id}";
        var linked = await _world.SentAsync(everything, "/measure-requests", $$"""{"text": "Vi begär larm.", "answerBy": "2099-01-01", "incidentId": "{{walked.Id}}"}""");
        var stopped = await _world.SentAsync(everything, "/work-stops", $$"""{"scope": "Hembesök", "grounds": "Fara", "incidentId": "{{walked.Id}}"}""");
        await _world.SentAsync(everything, $"{path}/onward-disclosures", """{"toWhom": "union_board_member", "noticeGiven": true}""");
        await _world.SentAsync(everything, $"{path}/actions", $$"""{"type": "guard", "dueOn": "{{_world.Today.AddDays(7):yyyy-MM-dd}}", "ownerId": "{{everything.Id.Value}}"}""");
        var before = await SeenInAsync(everything, walked);
        await ExcludeAsync(walked, everything.Id);

        var after = await SeenInAsync(everything, walked);
        var (requests, stops) = (await AskedAsync(everything, "/measure-requests"), await AskedAsync(everything, "/work-stops"));
        using var request = await everything.Client.GetAsync($"/api/v1/measure-requests/{linked["id"]}");
        using var stop = await everything.Client.GetAsync($"/api/v1/work-stops/{stopped["id"]}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.SupersetOf((string[])["/incidents?limit=200", "/tasks", "/calendar", "/onward-disclosures", "/measure-requests", "/log-entries?limit=200", "/mail-messages?limit=200"]), "the lists can show it");
            Assert.That(after, Is.Empty);
            Assert.That(((int)request.StatusCode, (int)stop.StatusCode), Is.EqualTo((404, 404)), "what comes from the case tells of it");
            Assert.That(requests, Does.Not.Contain((string)linked["id"]!));
            Assert.That(stops, Does.Not.Contain((string)stopped["id"]!));
        }
    }

    [Test]
    public async Task Excluded_WhoAnswersARequestForAccess_GetsNothingOfTheCase()
    {
        var walked = await _world.CaseAsync();
        var officer = await _world.AddPersonAsync("Ettans ombud", _world.Own, [(Role.DataProtectionOfficer, _world.Own, _world.Today.AddDays(-1), (DateOnly?)null)]);
        var path = $"/users/{_world.Exposed.Id.Value}/data?reason=request_by_person";
        var before = await AskedAsync(officer, path);
        await ExcludeAsync(walked, officer.Id);

        var after = await AskedAsync(officer, path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Does.Contain(walked.Id.ToString()));
            Assert.That(after, Does.Contain("\"leftOut\":{\"count\":1,"));
            Assert.That(after, Does.Not.Contain(walked.Id.ToString()).And.Not.Contain(walked.Number));
        }
    }

    [Test]
    public async Task Excluded_WhoReadsWhatIsHeldAboutHer_FindsNothingOfTheCase()
    {
        var walked = await _world.CaseAsync();
        var manager = _world.The(Role.Manager, Place.Own);
        var before = await AskedAsync(manager, "/me/data");
        await ExcludeAsync(walked, manager.Id);

        var after = await AskedAsync(manager, "/me/data");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Does.Contain(walked.Number), "mails name it");
            Assert.That(after, Does.Not.Contain(walked.Id.ToString()).And.Not.Contain(walked.Number));
        }
    }

    [Test]
    public async Task Excluded_WhoseMailsWait_GetsNoneOfThem()
    {
        var walked = await _world.CaseAsync();
        var manager = _world.The(Role.Manager, Place.Own);
        var id = new IncidentId(walked.Id);
        await using var scope = _world.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        db.Set<DigestItem>().Add(DigestItem.From(new DigestOrder(_world.Municipality.Id, manager.Id, _world.Today, id, walked.Number, "R1", "reminder", Until: null, Link: null), _world.Now));
        await db.SaveChangesAsync();

        await ExcludeAsync(walked, manager.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await db.Set<DigestItem>().AsNoTracking().AnyAsync(line => line.IncidentId == id && line.RecipientId == manager.Id), Is.False);
            Assert.That(await db.Set<OutboxMessage>().AsNoTracking().AnyAsync(mail => mail.IncidentId == id && mail.RecipientId == manager.Id && mail.State != OutboxState.Sent), Is.False);
            Assert.That(await db.Set<Obligation>().AsNoTracking().AnyAsync(duty => duty.IncidentId == id && duty.ResponsibleUserId == manager.Id && duty.DoneAt == null && duty.CancelledAt == null), Is.False);
        }
    }

    [Test]
    public async Task Excluded_OnlyManagerOfTheUnit_LeavesTheCaseToTheNext()
    {
        var made = await _world.SentAsync(_world.Exposed, "/incidents", AccessWorld.Report);
        var path = $"/incidents/{made["id"]}";
        foreach (var manager in _world.Actors.Where(actor => actor is { Role: Role.Manager, Place: Place.Own }))
        {
            await ExcludeAsync(path, manager.Id);
        }

        var view = await _world.SentAsync(_world.The(Role.Manager, Place.Above), $"{path}/acknowledgement", """{"message": "Jag ringer dig."}""");

        Assert.That(view["yourRoles"]!.AsArray().Select(role => (string?)role), Is.EqualTo((string[])["manager"]));
    }

    [Test]
    public async Task Excluded_OnlyManagerOfTheUnit_LeavesALinkedRequestToTheNext()
    {
        var walked = await _world.CaseAsync();
        var (representative, next) = (_world.The(Role.SafetyRepresentative, Place.Own), _world.The(Role.Manager, Place.Above));
        var linked = await _world.SentAsync(representative, "/measure-requests", $$"""{"text": "Vi begär larm.", "answerBy": "2099-01-01", "incidentId": "{{walked.Id}}"}""");
        List<Actor> managers = [.. _world.Actors.Where(actor => actor is { Role: Role.Manager, Place: Place.Own })];
        var before = await ResponsibleAsync();
        foreach (var manager in managers)
        {
            await ExcludeAsync(walked, manager.Id);
        }

        var after = await ResponsibleAsync();
        var answered = await _world.SentAsync(next, $"/measure-requests/{linked["id"]}/answer", """{"answer": "Vi ordnar det."}""");

        Assert.That((managers.Exists(manager => manager.Id == before), after, (string?)answered["state"]), Is.EqualTo((true, (UserId?)next.Id, "answered")));

        async Task<UserId?> ResponsibleAsync()
        {
            await using var scope = _world.Host.Services.CreateAsyncScope();
            var id = Guid.Parse((string)linked["id"]!);
            return await scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>().Set<Obligation>().Where(duty => duty.SubjectId == id).Select(duty => duty.ResponsibleUserId).SingleAsync();
        }
    }

    [Test]
    public async Task Excluded_WhoseExclusionIsLifted_IsBack()
    {
        var walked = await _world.CaseAsync();
        var deputy = _world.The(Role.Deputy, Place.Own);
        var exclusion = await ExcludeAsync(walked, deputy.Id);
        var path = $"/api/v1/incidents/{walked.Id}/exclusions/{exclusion}";

        using var byHead = await _world.The(Role.Manager, Place.Above).Client.DeleteAsync(path);
        using var byExposed = await _world.Exposed.Client.DeleteAsync(path);
        using var again = await deputy.Client.GetAsync($"/api/v1/incidents/{walked.Id}");

        Assert.That(((int)byHead.StatusCode, (int)byExposed.StatusCode, (int)again.StatusCode), Is.EqualTo((409, 200, 200)), "only she takes back what she decided");
    }

    [Test]
    public async Task Exclusion_OfWhomItCannotConcern_IsRefused()
    {
        var walked = await _world.CaseAsync();
        var coordinator = _world.The(Role.Coordinator, Place.Own);
        var rep = _world.The(Role.SafetyRepresentative, Place.Own).Id;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StatusAsync(coordinator, walked, _world.Exposed.Id), Is.EqualTo(409), "the exposed person");
            Assert.That(await StatusAsync(coordinator, walked, rep), Is.EqualTo(422), "a representative, by the employer");
            Assert.That(await StatusAsync(coordinator, walked, _world.The(Role.Manager, Place.Elsewhere).Id), Is.EqualTo(422), "a stranger");
            Assert.That(await StatusAsync(_world.The(Role.Manager, Place.Own), walked, rep), Is.EqualTo(403), "by the manager");
            Assert.That(await StatusAsync(_world.Exposed, walked, rep), Is.EqualTo(201), "a representative, by the exposed person");
            Assert.That(await StatusAsync(_world.Exposed, walked, rep), Is.EqualTo(409), "twice");
        }
    }

    [Test]
    public async Task Excluded_ThenNamedAsExposed_IsRefused()
    {
        var walked = await _world.CaseAsync();
        var colleague = _world.The(Role.Employee, Place.Own);
        await ExcludeAsync(walked, colleague.Id);

        using var answer = await _world.Reporter.Client.SendJsonAsync(
            HttpMethod.Patch, $"/api/v1/incidents/{walked.Id}", $$"""{"exposed": [{"userId": "{{_world.Exposed.Id.Value}}"}, {"userId": "{{colleague.Id.Value}}"}]}""", ("If-Match", "*"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(409), await answer.Content.ReadAsStringAsync());
        using var read = await colleague.Client.GetAsync($"/api/v1/incidents/{walked.Id}");
        Assert.That((int)read.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Excluded_AmongReadersAndCandidates_IsNotOffered()
    {
        var walked = await _world.CaseAsync();
        var deputy = _world.The(Role.Deputy, Place.Own);
        await ExcludeAsync(walked, deputy.Id);

        using (Assert.EnterMultipleScope())
        {
            foreach (var path in (string[])["readers", "candidates?for=handler", "candidates?for=action"])
            {
                using var answer = await _world.The(Role.Manager, Place.Above).Client.GetAsync($"/api/v1/incidents/{walked.Id}/{path}");
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain(deputy.Id.Value.ToString()), path);
            }
        }
    }

    // Whoever would know of the case, of its log or of its mails.
    private IReadOnlyList<Actor> Concerned =>
        [.. _world.Actors.Where(actor => !actor.IsNobody && actor.Place != Place.Elsewhere && actor.Part != Part.Exposed)];

    private static async Task<string> AskedAsync(Actor by, string path)
    {
        using var answer = await by.Client.GetAsync("/api/v1" + path);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<string> ExcludeAsync(WalkedCase walked, UserId person) => ExcludeAsync($"/incidents/{walked.Id}", person);

    private async Task<string> ExcludeAsync(string path, UserId person)
    {
        var view = await _world.SentAsync(_world.Exposed, $"{path}/exclusions", $$"""{"userId": "{{person.Value}}", "reason": "Närstående"}""");
        return (string)view["exclusions"]!.AsArray()[^1]!["id"]!;
    }

    private async Task<int> StatusAsync(Actor by, WalkedCase walked, UserId person)
    {
        using var answer = await by.Client.PostJsonAsync($"/api/v1/incidents/{walked.Id}/exclusions", $$"""{"userId": "{{person.Value}}", "reason": "Närstående"}""");
        return (int)answer.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> SeenInAsync(Actor actor, WalkedCase walked)
    {
        var seen = new List<string>();
        foreach (var list in Lists)
        {
            using var answer = await actor.Client.GetAsync("/api/v1" + list);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), list);
            if (text.Contains(walked.Number, StringComparison.Ordinal) || text.Contains(walked.Id.ToString(), StringComparison.Ordinal))
            {
                seen.Add(list);
            }
        }

        return seen;
    }
}
