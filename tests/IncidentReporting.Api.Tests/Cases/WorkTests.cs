using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>What people see of their work: own cases, saved views, calendar, co-signing, units, and how the service stands.</summary>
internal sealed class WorkTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task OwnCases_ByWhatIsAsked_SayOneThingAtATime()
    {
        var id = await _world.AssessedAsync();
        var reported = await OwnAsync(id);
        var offers = (await _world.DoAsync("manager", id, "support-offers", new { measure = "relieving_talk" }))["support"]!["offers"]!.AsArray();
        var offered = await OwnAsync(id);
        var offer = offers[^1]!["id"];
        await _world.PatchAsync("employee", $"/incidents/{id}/support-offers/{offer}", new { answer = "accepted" });
        await _world.PatchAsync("manager", $"/incidents/{id}/support-offers/{offer}", new { deliveredAt = DateTimeOffset.UtcNow });
        var given = await OwnAsync(id);
        await _world.DoAsync("employee", id, "support-ratings", new { adequacy = "mostly" });
        var rated = await OwnAsync(id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)reported["asked"], Is.Null);
            Assert.That((string?)reported["next"]!["by"]!["name"], Is.EqualTo("Person manager"));
            Assert.That((string?)offered["asked"], Is.EqualTo("answer_offer"));
            Assert.That((string?)given["asked"], Is.EqualTo("rate_support"));
            Assert.That((string?)rated["asked"], Is.Null);
        }
    }

    [Test]
    public async Task OwnCases_ClosureProposed_AskForTheAnswer()
    {
        var id = await _world.ReadyToCloseAsync();
        await _world.DoAsync("manager", id, "closure", new { reason = "completed", summary = "Klart." });

        Assert.That((string?)(await OwnAsync(id))["asked"], Is.EqualTo("answer_closure"));
    }

    [Test]
    public async Task OwnCases_OfAColleagueWhoOnlyReported_NameNobody()
    {
        var id = await _world.ReportAsync("colleague", report => report["exposed"] = new JsonArray(new JsonObject { ["self"] = false, ["userId"] = _world.IdOf("employee"), ["role"] = "direct" }));
        var reporters = await OwnAsync(id, "colleague");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)reporters["isExposed"]!, Is.False);
            Assert.That(reporters["next"]!["by"], Is.Null);
            Assert.That((string?)(await OwnAsync(id))["asked"], Is.EqualTo("take_over"));
        }
    }

    [Test]
    public async Task OwnCases_Draft_SaysWhenItWasSaved()
    {
        var draft = await _world.PostAsync("colleague", "/incidents", """{"draft": true}""");
        draft.Is(HttpStatusCode.Created);
        var own = await OwnAsync((string)draft.Body["id"]!, "colleague");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)own["number"], Is.Null);
            Assert.That((DateTimeOffset)own["savedAt"]!, Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
            Assert.That(own["next"], Is.Null);
        }
    }

    [Test]
    public async Task SavedView_OfTheSameName_IsReplacedAndOfNobodyElse()
    {
        (await _world.PostAsync("head", "/saved-views", new { name = "Mina", filter = new { overdue = true } })).Is(HttpStatusCode.Created);
        (await _world.PostAsync("head", "/saved-views", new { name = " mina ", filter = new { state = "in_progress", unit = _world.Unit.Value } })).Is(HttpStatusCode.Created);
        var views = (await _world.GetAsync("head", "/saved-views")).Body["items"]!.AsArray();
        var others = (await _world.GetAsync("manager", "/saved-views")).Body["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(views, Has.Count.EqualTo(1));
            Assert.That((string?)views[0]!["filter"]!["state"], Is.EqualTo("in_progress"));
            Assert.That(views[0]!["filter"]!["overdue"], Is.Null);
            Assert.That(others, Is.Empty);
        }

        (await _world.SendAsync("manager", "DELETE", $"/saved-views/{views[0]!["id"]}")).Is(HttpStatusCode.NotFound);
        (await _world.SendAsync("head", "DELETE", $"/saved-views/{views[0]!["id"]}")).Is(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task SavedView_ThatIsWrongOrOneTooMany_IsRefused()
    {
        (await _world.PostAsync("headrep", "/saved-views", new { name = " " })).IsInvalid("name");
        (await _world.PostAsync("headrep", "/saved-views", new { name = "a", filter = new { state = "ajar" } })).IsInvalid("filter.state");
        (await _world.PostAsync("headrep", "/saved-views", new { name = "a", filter = new { unit = Guid.NewGuid() } })).IsInvalid("filter.unit");
        for (var number = 1; number <= 20; number++)
        {
            (await _world.PostAsync("headrep", "/saved-views", new { name = $"Vy {number}" })).Is(HttpStatusCode.Created);
        }

        (await _world.PostAsync("headrep", "/saved-views", new { name = "Vy 21" })).IsInvalid("name");
    }

    [Test]
    public async Task Calendar_OfManagerAndExposed_HoldsDutiesAndFollowUps()
    {
        var id = await _world.AssessedAsync();
        var until = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(120).ToString("O");
        var managers = Of(id, (await _world.GetAsync("manager", $"/calendar?to={until}")).Body);
        var exposed = Of(id, (await _world.GetAsync("employee", $"/calendar?to={until}")).Body);
        var others = Of(id, (await _world.GetAsync("colleague", $"/calendar?to={until}")).Body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(managers.Select(item => (string)item["rule"]!), Is.SupersetOf((string[])["R5", "R9", "R11", "R12"]));
            Assert.That(managers.Select(item => (bool)item["mine"]!), Is.All.True);
            Assert.That(exposed.Select(item => (string)item["rule"]!), Is.EqualTo((string[])["R9", "R11", "R12"]));
            Assert.That(exposed.Select(item => (bool)item["mine"]!), Is.All.False);
            Assert.That(others, Is.Empty);
        }

        (await _world.GetAsync("manager", "/calendar?from=2026-01-02&to=2026-01-01")).IsInvalid("to");

        static List<JsonNode> Of(string id, JsonObject listing) => [.. listing["items"]!.AsArray().Where(item => (string?)item!["incident"]?["id"] == id).Select(item => item!)];
    }

    [Test]
    public async Task CalendarFeed_BySecret_HoldsNumbersAndDutiesAndNoNames()
    {
        var id = await _world.ReportAsync(more: report => report["description"] = "Ett hemligt ord");
        var number = (string)(await _world.ReadAsync("manager", id))["number"]!;
        var link = (await _world.SendAsync("deputy", "PUT", "/calendar/link")).Body;
        var managers = (await _world.SendAsync("manager", "PUT", "/calendar/link")).Body;
        using var client = _world.Host.Client();
        using var answer = await client.GetAsync(PathOf(managers));
        var text = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", string.Empty, StringComparison.Ordinal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/calendar; charset=utf-8"));
            Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(text, Does.StartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").And.EndsWith("END:VCALENDAR\r\n"));
            Assert.That(text, Does.Contain($"SUMMARY:{number} Ta kontakt och bekräfta rapporten").And.Contain($"/incidents/{number}"));
            Assert.That(text, Does.Not.Contain("Person").And.Not.Contain("hemligt"));
            Assert.That(PathOf(link), Is.Not.EqualTo(PathOf(managers)));
        }
    }

    [Test]
    public async Task CalendarFeed_RenewedRevokedOrMadeUp_DoesNotExist()
    {
        using var client = _world.Host.Client();
        var first = PathOf((await _world.SendAsync("coordinator", "PUT", "/calendar/link")).Body);
        var second = PathOf((await _world.SendAsync("coordinator", "PUT", "/calendar/link")).Body);
        var renewed = (await client.GetAsync(first), await client.GetAsync(second));
        await _world.SendAsync("coordinator", "DELETE", "/calendar/link");
        using var revoked = await client.GetAsync(second);
        using var madeUp = await client.GetAsync("/calendar/feed/abc.ics");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(renewed.Item1.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(renewed.Item2.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(madeUp.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await _world.GetAsync("coordinator", "/calendar/link")).Body["createdAt"], Is.Null);
        }
    }

    [Test]
    public async Task CalendarFeed_OfADisabledAccount_DoesNotExist()
    {
        var path = PathOf((await _world.SendAsync("outsider", "PUT", "/calendar/link")).Body);
        await _world.WithAsync(async services =>
        {
            var db = services.GetRequiredService<IIncidentReportingDb>();
            var person = await db.Set<Person>().SingleAsync(row => row.Email == CaseWorld.AddressOf("outsider"));
            person.Disable(disabled: true);
            await db.SaveChangesAsync();
            services.GetRequiredService<IOrgCharts>().Changed(person.EmployerId);
        });
        using var client = _world.Host.Client();
        using var answer = await client.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Action_CoSigned_NamesTheRepresentativeOnceAndLeavesTheList()
    {
        var id = await _world.AssessedAsync();
        var action = (string)(await _world.DoAsync("manager", id, "actions", new { type = "pair_home_visit" }))["actions"]![0]!["id"]!;
        var before = await UnsignedAsync();
        (await _world.PostAsync("manager", $"/incidents/{id}/actions/{action}/co-signature")).Is(HttpStatusCode.Forbidden);
        var signed = (await _world.DoAsync("rep", id, $"actions/{action}/co-signature"))["actions"]![0]!;
        var after = await UnsignedAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)signed["coSignedBy"]!["name"], Is.EqualTo("Person rep"));
            Assert.That((bool)signed["repTookPart"]!, Is.True);
            Assert.That((DateTimeOffset?)signed["coSignedAt"], Is.Not.Null);
            Assert.That(before, Does.Contain(action));
            Assert.That(after, Does.Not.Contain(action));
        }

        (await _world.PostAsync("rep", $"/incidents/{id}/actions/{action}/co-signature")).IsConflict();
        var timeline = (await _world.GetAsync("manager", $"/incidents/{id}/timeline")).Text;
        Assert.That(timeline, Does.Contain("action_co_signed"));

        async Task<string[]> UnsignedAsync() => [.. (await _world.GetAsync("rep", "/unsigned-actions")).Body["items"]!.AsArray().Select(item => (string)item!["actionId"]!)];
    }

    [Test]
    public async Task MeasureRequest_Opened_SaysWhatEachCanDo()
    {
        var id = (string)(await _world.PostAsync("rep", "/measure-requests", new { text = "Larm", answerBy = "2099-01-01" })).Body["id"]!;
        var representatives = await _world.GetAsync("rep", $"/measure-requests/{id}");
        var managers = await _world.GetAsync("manager", $"/measure-requests/{id}");
        var coordinators = await _world.GetAsync("coordinator", $"/measure-requests/{id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(representatives.Body["allowedActions"].Strings(), Is.EqualTo((string[])["close", "forward"]));
            Assert.That(managers.Body["allowedActions"].Strings(), Is.EqualTo((string[])["answer"]));
            Assert.That(coordinators.Body["allowedActions"].Strings(), Is.Empty);
            Assert.That((DateTimeOffset?)managers.Body["dueAt"], Is.Not.Null);
        }
    }

    [TestCase("/measure-requests", """{"text": "Larm", "answerBy": "2099-01-01", "incidentId": "#"}""", "request")]
    [TestCase("/work-stops", """{"scope": "Hembesök", "grounds": "Hot", "incidentId": "#"}""", "stop")]
    public async Task WhatComesFromACase_ForAManagerPassedBy_DoesNotNameIt(string path, string body, string member)
    {
        var incident = await _world.ReportAsync(more: report => report["bypassManager"] = true);
        var number = (string)(await _world.ReadAsync("rep", incident))["number"]!;
        var made = await _world.PostAsync("rep", path, JsonNode.Parse(body.Replace("#", incident.ToString(), StringComparison.Ordinal)));
        var id = (string)made.Body["id"]!;
        (await _world.GetAsync("manager", $"/incidents/{incident}")).Is(HttpStatusCode.NotFound);

        var representatives = await _world.GetAsync("rep", $"{path}/{id}");
        var managers = await _world.GetAsync("manager", $"{path}/{id}");
        var list = await _world.GetAsync("manager", path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)representatives.Body["number"], Is.EqualTo(number));
            Assert.That((string?)representatives.Body[member]!["incidentId"], Is.EqualTo(incident.ToString()));
            Assert.That(managers.Text, Does.Contain(id).And.Not.Contain(number).And.Not.Contain(incident.ToString()));
            Assert.That(list.Text, Does.Contain(id).And.Not.Contain(incident.ToString()));
        }
    }

    [Test]
    public async Task Unit_ReviewedByItsManager_CountsTheYearAnew()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
        (await _world.PostAsync("manager", $"/units/{_world.Unit.Value}/routine-review", new { reviewedOn = today, drilledOn = today })).Is(HttpStatusCode.OK);
        var contacts = (await _world.GetAsync("employee", $"/units/{_world.Unit.Value}/contacts")).Body;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)contacts["unit"]!["routineReviewedOn"], Is.EqualTo(today.ToString("O")));
            Assert.That((DateTimeOffset?)contacts["routineDueAt"], Is.EqualTo(DateTimeOffset.UtcNow.AddYears(1)).Within(TimeSpan.FromDays(3)));
            Assert.That((string?)contacts["managers"]![0]!["name"], Is.EqualTo("Person manager"));
            Assert.That((string?)contacts["deputies"]![0]!["name"], Is.EqualTo("Person deputy"));
            Assert.That((string?)contacts["representatives"]![0]!["name"], Is.EqualTo("Person rep"));
            Assert.That((bool)contacts["mayReviewRoutine"]!, Is.False);
        }

        (await _world.PostAsync("manager", $"/units/{_world.OtherUnit.Value}/routine-review", new { reviewedOn = today })).Is(HttpStatusCode.Forbidden);
        (await _world.PostAsync("manager", $"/units/{_world.Unit.Value}/routine-review", new { })).IsInvalid("reviewedOn");
        (await _world.PostAsync("manager", $"/units/{_world.Unit.Value}/routine-review", new { reviewedOn = "2099-01-01" })).IsInvalid("reviewedOn");
    }

    [Test]
    public async Task ServiceState_OfAManagerAwayWithoutDeputy_NamesHer()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        (await _world.SendAsync("admin", "PUT", $"/users/{_world.IdOf("head")}/absences", new { absences = new[] { new { from = day.AddDays(-1), to = day.AddDays(1) } } })).Is(HttpStatusCode.OK);
        var state = (await _world.GetAsync("admin", "/service-state")).Body;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)state["people"]!["awayWithoutDeputy"]![0]!["manager"]!["name"], Is.EqualTo("Person head"));
            Assert.That(state["people"]!["unitsWithoutManager"]!.AsArray().Select(unit => (string)unit!["name"]!), Does.Contain("Testkommun"));
            Assert.That((int)state["mail"]!["dead"]!, Is.Zero);
            Assert.That(state["jobs"]!["notReady"]!.AsArray(), Is.Empty);
        }
    }

    private async Task<JsonNode> OwnAsync(string id, string name = "employee")
    {
        var own = await _world.GetAsync(name, "/me/incidents?limit=200");
        own.Is(HttpStatusCode.OK);
        return own.Body["items"]!.AsArray().Single(item => (string?)item!["id"] == id)!;
    }

    private static string PathOf(JsonObject link) => new Uri((string)link["url"]!).PathAndQuery;
}
