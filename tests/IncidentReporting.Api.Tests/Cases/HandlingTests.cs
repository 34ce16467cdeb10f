using System.Net;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>What each step of handling demands of its body.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class HandlingTests
{
    private CaseWorld _world = null!;
    private string _case = null!;
    private string _offer = null!;
    private string _action = null!;
    private string _followUp = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync();
        _case = await _world.AssessedAsync();
        _offer = (string)(await _world.DoAsync("manager", _case, "support-offers", new { measure = "relieving_talk" }))["support"]!["offers"]![0]!["id"]!;
        _action = (string)(await _world.DoAsync("manager", _case, "actions", new { type = "guard" }))["actions"]![0]!["id"]!;
        _followUp = (string)(await _world.ReadAsync("manager", _case))["followUps"]![0]!["id"]!;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase("acknowledgement", "{}", "message")]
    [TestCase("acknowledgement", """{"message": ""}""", "message")]
    [TestCase("acknowledgement", """{"message": "a", "to": "b"}""", "to")]
    [TestCase("assessment", "{}", "danger", "avDuty")]
    [TestCase("assessment", """{"danger": "high", "avDuty": "perhaps"}""", "danger", "avDuty")]
    [TestCase("assessment", """{"danger": "low", "avDuty": "no"}""", "avReason")]
    [TestCase("assessment", """{"danger": "low", "avDuty": "yes", "injury": "big", "staffing": "crowd", "alarm": "loud", "riskAssessedBefore": "maybe", "policeAssistance": "came", "circumstances": ["rain"]}""", "injury", "staffing", "alarm", "riskAssessedBefore", "policeAssistance", "circumstances")]
    [TestCase("assessment", """{"danger": "low", "avDuty": "yes", "weapon": true}""", "weapon")]
    [TestCase("support-offers", "{}", "measure")]
    [TestCase("support-offers", """{"measure": "holiday"}""", "measure")]
    [TestCase("support-offers", """{"measure": "relieving_talk", "exposedId": "0198a000-0000-7000-8000-000000000000"}""", "exposedId")]
    [TestCase("support-offers", """{"measure": "relieving_talk", "when": "now"}""", "when")]
    [TestCase("police-events", "{}", "status")]
    [TestCase("police-events", """{"status": "lost"}""", "status")]
    [TestCase("police-events", """{"status": "reported"}""", "reportedBy")]
    [TestCase("police-events", """{"status": "reported", "reportedBy": "neighbour"}""", "reportedBy")]
    [TestCase("police-events", """{"status": "decided_not"}""", "reasons", "exposedAgrees", "reviewAt")]
    [TestCase("police-events", """{"status": "decided_not", "reasons": ["lazy"], "exposedAgrees": "perhaps", "reviewAt": "2027-01-01"}""", "reasons", "exposedAgrees")]
    [TestCase("police-events", """{"status": "decided_report", "source": "rumour"}""", "source")]
    [TestCase("police-events", """{"status": "decided_report", "at": "2999-01-01"}""", "at")]
    [TestCase("police-events", """{"status": "decided_report", "at": "TOMORROW"}""", "at")]
    [TestCase("police-events", """{"status": "decided_report", "at": "2999-01-01T10:00:00Z"}""", "at")]
    [TestCase("police-events", """{"status": "decided_report", "at": "soon"}""", "at")]
    [TestCase("police-events", """{"status": "decided_report", "reviewAt": "2027-02-30"}""", "reviewAt")]
    [TestCase("police-events", """{"status": "decided_report", "officer": "N.N."}""", "officer")]
    [TestCase("notifications", "{}", "addressee", "status")]
    [TestCase("notifications", """{"addressee": "mayor", "status": "sent"}""", "addressee")]
    [TestCase("notifications", """{"addressee": "av_33a", "status": "posted"}""", "status")]
    [TestCase("notifications", """{"addressee": "av_33a", "status": "not_required"}""", "reason")]
    [TestCase("notifications", """{"addressee": "av_33a", "status": "sent", "at": "TOMORROW"}""", "at")]
    [TestCase("notifications", """{"addressee": "av_33a", "status": "sent", "copy": true}""", "copy")]
    [TestCase("actions", "{}", "type")]
    [TestCase("actions", """{"type": "hope"}""", "type")]
    [TestCase("actions", """{"type": "guard", "ownerId": "0198a000-0000-7000-8000-000000000000"}""", "ownerId")]
    [TestCase("actions", """{"type": "guard", "dueOn": "later"}""", "dueOn")]
    [TestCase("actions", """{"type": "guard", "cost": 5}""", "cost")]
    [TestCase("follow-ups/FOLLOWUP/outcome", """{"heldAt": "TOMORROW"}""", "heldAt")]
    [TestCase("follow-ups/FOLLOWUP/outcome", """{"mood": "good"}""", "mood")]
    [TestCase("notes", "{}", "text")]
    [TestCase("notes", """{"text": "a", "audience": "everyone"}""", "audience")]
    [TestCase("notes", """{"text": "a", "colour": "red"}""", "colour")]
    [TestCase("closure", "{}", "reason")]
    [TestCase("closure", """{"reason": "duplicate"}""", "reason")]
    [TestCase("closure", """{"reason": "completed", "date": "2026-01-01"}""", "date")]
    [TestCase("closure-answer", "{}", "agrees")]
    [TestCase("closure-answer", """{"agrees": true, "why": "a"}""", "why")]
    [TestCase("reopening", "{}", "reason")]
    [TestCase("withdrawal", """{"why": "a"}""", "why")]
    [TestCase("duplicate", "{}", "of")]
    [TestCase("return", "{}", "reason")]
    [TestCase("support-ratings", "{}", "adequacy")]
    [TestCase("support-ratings", """{"adequacy": "great"}""", "adequacy")]
    [TestCase("support-ratings", """{"adequacy": "fully", "stars": 5}""", "stars")]
    [TestCase("takeover", """{"now": true}""", "now")]
    public async Task Step_WithAFaultyBody_Is422NamingIt(string part, string body, params string[] paths) =>
        (await _world.PostAsync(Who(part), $"/incidents/{_case}/{Filled(part)}", Filled(body))).IsInvalid(paths);

    [TestCase("influence", "{}", "outcomes")]
    [TestCase("influence", """{"outcomes": ["shrugged"], "purpose": "fun", "intervention": "tea"}""", "outcomes", "purpose", "intervention")]
    [TestCase("influence", """{"outcomes": ["none"], "text": "a"}""", "text")]
    [TestCase("handler", "{}", "userId")]
    [TestCase("handler", """{"userId": null, "reason": "a"}""", "reason")]
    public async Task Put_WithAFaultyBody_Is422NamingIt(string part, string body, params string[] paths) =>
        (await _world.SendAsync(part == "influence" ? "employee" : "manager", "PUT", $"/incidents/{_case}/{part}", body)).IsInvalid(paths);

    [TestCase("support-offers/OFFER", "{}", "answer")]
    [TestCase("support-offers/OFFER", """{"answer": "perhaps"}""", "answer")]
    [TestCase("support-offers/OFFER", """{"deliveredAt": "TOMORROW"}""", "deliveredAt")]
    [TestCase("support-offers/OFFER", """{"measure": "guard"}""", "measure")]
    [TestCase("actions/ACTION", "{}", "state")]
    [TestCase("actions/ACTION", """{"state": "forgotten", "effect": "huge"}""", "state", "effect")]
    [TestCase("actions/ACTION", """{"state": "cancelled"}""", "reason")]
    [TestCase("actions/ACTION", """{"type": "guard"}""", "type")]
    public async Task Patch_WithAFaultyBody_Is422NamingIt(string part, string body, params string[] paths) =>
        (await _world.PatchAsync("manager", $"/incidents/{_case}/{Filled(part)}", Filled(body))).IsInvalid(paths);

    [Test]
    public async Task Part_ThatIsNone_Is404_AndWithoutATag428()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var part in (string[])["support-offers", "actions"])
            {
                var body = part == "actions" ? """{"state": "started"}""" : """{"answer": "accepted"}""";
                (await _world.PatchAsync("manager", $"/incidents/{_case}/{part}/{Guid.CreateVersion7()}", body)).Is(HttpStatusCode.NotFound);
                (await _world.PatchAsync("manager", $"/incidents/{_case}/{part}/nonsense", body)).Is(HttpStatusCode.NotFound);
                (await _world.SendAsync("manager", "PATCH", $"/incidents/{_case}/{part}/{(part == "actions" ? _action : _offer)}", body)).Is(HttpStatusCode.PreconditionRequired);
                (await _world.SendAsync("manager", "PATCH", $"/incidents/{_case}/{part}/{(part == "actions" ? _action : _offer)}", body, ("If-Match", "\"v1\""))).Is(HttpStatusCode.PreconditionFailed);
            }

            (await _world.PostAsync("manager", $"/incidents/{_case}/follow-ups/{Guid.CreateVersion7()}/outcome", "{}")).Is(HttpStatusCode.NotFound);
        }
    }

    [Test]
    public async Task Answers_OfEveryStep_HaveTheTagOfTheCase()
    {
        var id = await _world.ReportAsync();
        foreach (var (who, method, part, body, status) in new (string, string, string, object?, HttpStatusCode)[]
        {
            ("manager", "POST", "acknowledgement", new { message = "a" }, HttpStatusCode.OK),
            ("manager", "POST", "assessment", new { danger = "low", avDuty = "yes" }, HttpStatusCode.OK),
            ("manager", "POST", "support-offers", new { measure = "peer_support" }, HttpStatusCode.Created),
            ("employee", "POST", "support-ratings", new { adequacy = "none" }, HttpStatusCode.Created),
            ("manager", "POST", "police-events", new { status = "decided_report" }, HttpStatusCode.Created),
            ("manager", "POST", "notifications", new { addressee = "av_33a", status = "sent" }, HttpStatusCode.Created),
            ("rep", "POST", "actions", new { type = "guard" }, HttpStatusCode.Created),
            ("employee", "PUT", "influence", new { outcomes = new[] { "none" } }, HttpStatusCode.OK),
            ("employee", "DELETE", "influence", null, HttpStatusCode.OK),
            ("rep", "POST", "notes", new { text = "a" }, HttpStatusCode.Created),
            ("manager", "PUT", "handler", new { userId = _world.IdOf("deputy") }, HttpStatusCode.OK),
        })
        {
            var reply = await _world.SendAsync(who, method, $"/incidents/{id}/{part}", body);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(reply.Status, Is.EqualTo(status), part);
                Assert.That(reply.ETag, Is.Not.Null, part);
                Assert.That(reply.Location is null, Is.EqualTo(status == HttpStatusCode.OK), part);
                Assert.That(reply.ETag, Is.EqualTo((await _world.GetAsync(who, $"/incidents/{id}")).ETag), part);
            }
        }
    }

    [Test]
    public async Task Injury_WhenKnown_MustBeSettledBeforeClosing()
    {
        var id = await _world.ReportAsync();
        await _world.DoAsync("manager", id, "acknowledgement", new { message = "a" });
        var view = await _world.DoAsync("manager", id, "assessment", new { danger = "low", avDuty = "no", avReason = "a", injury = "minor" });
        Assert.That(view["obligations"]!.AsArray().Select(duty => (string)duty!["rule"]!), Does.Contain("R6"));
        view = await _world.DoAsync("manager", id, "police-events", new { status = "reported", reportedBy = "both" });
        Assert.That(view.State(), Is.EqualTo("in_progress"));

        view = await _world.DoAsync("manager", id, "notifications", new { addressee = "fk_injury", status = "sent", at = "2026-01-01" });

        Assert.That(view.State(), Is.EqualTo("follow_up"));
    }

    [Test]
    public async Task Action_CancelledOrHandedOver_IsSettled()
    {
        var id = await _world.AssessedAsync();
        var cancelled = (string)(await _world.DoAsync("manager", id, "actions", new { type = "guard" }))["actions"]![0]!["id"]!;
        var handedOver = (string)(await _world.DoAsync("rep", id, "actions", new { type = "contact_plan", ownerId = _world.IdOf("employee") }))["actions"]![1]!["id"]!;
        (await _world.PatchAsync("manager", $"/incidents/{id}/actions/{cancelled}", """{"effect": "good"}""")).IsConflict();

        (await _world.PatchAsync("manager", $"/incidents/{id}/actions/{cancelled}", """{"state": "cancelled", "reason": "Behövs inte."}""")).Is(HttpStatusCode.OK);
        (await _world.PatchAsync("rep", $"/incidents/{id}/actions/{handedOver}", """{"state": "handed_over"}""")).Is(HttpStatusCode.OK);

        (await _world.PatchAsync("manager", $"/incidents/{id}/actions/{cancelled}", """{"state": "started"}""")).IsConflict();
        Assert.That((await _world.PostAsync("manager", $"/incidents/{id}/closure", """{"reason": "completed"}""")).IsConflict(), Does.Not.Contain("actions_settled"));
    }

    [Test]
    public async Task Offers_TellTheirWayToTheEnd()
    {
        var id = await _world.ReportAsync();
        foreach (var (answer, state) in new[] { ("declined", "declined"), ("later", "later"), ("accepted", "accepted") })
        {
            var offer = (string)(await _world.DoAsync("manager", id, "support-offers", new { measure = "supervision" }))["support"]!["offers"]!.AsArray()[^1]!["id"]!;
            var reply = await _world.PatchAsync("employee", $"/incidents/{id}/support-offers/{offer}", new { answer });
            reply.Is(HttpStatusCode.OK);
            Assert.That((string)reply.Body["support"]!["state"]!, Is.EqualTo(state));
        }

        var first = (string)(await _world.ReadAsync("manager", id))["support"]!["offers"]![0]!["id"]!;
        (await _world.PatchAsync("employee", $"/incidents/{id}/support-offers/{first}", new { deliveredAt = "2026-01-01" })).Is(HttpStatusCode.Forbidden);
        (await _world.PatchAsync("manager", $"/incidents/{id}/support-offers/{first}", new { answer = "accepted", deliveredAt = "2026-01-01" })).Is(HttpStatusCode.OK);
        (await _world.PatchAsync("rep", $"/incidents/{id}/support-offers/{first}", new { answer = "accepted" })).Is(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Call_OfNobody_Is401()
    {
        using var client = _world.Host.Client();

        using var read = await client.GetAsync($"/api/v1/incidents/{_case}");
        using var write = await client.PostJsonAsync("/api/v1/incidents", "{}");

        await read.ProblemAsync(HttpStatusCode.Unauthorized);
        await write.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    private static string Who(string part) => part is "closure-answer" or "withdrawal" or "support-ratings" or "takeover" ? "employee" : "manager";

    private string Filled(string text) => text
        .Replace("OFFER", _offer, StringComparison.Ordinal).Replace("ACTION", _action, StringComparison.Ordinal).Replace("FOLLOWUP", _followUp, StringComparison.Ordinal)
        .Replace("TOMORROW", Tomorrow(), StringComparison.Ordinal);

    private static string Tomorrow() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "UTC", "Europe/Stockholm")).AddDays(1).ToString("yyyy-MM-dd", null);

    [Test]
    public async Task Offers_OfSeveralMeasures_AreMadeAtOnce()
    {
        var now = await _world.DoAsync("manager", _case, "support-offers", new { measures = new[] { "relieving_talk", "psychologist" }, measure = "relieving_talk" });

        Assert.That(now["support"]!["offers"]!.AsArray().Select(offer => (string)offer!["measure"]!), Is.SupersetOf((string[])["relieving_talk", "psychologist"]));
        (await _world.PostAsync("manager", $"/incidents/{_case}/support-offers", new { measures = new[] { "candy" } })).IsInvalid("measures");
        (await _world.PostAsync("manager", $"/incidents/{_case}/support-offers", new { measures = Array.Empty<string>() })).IsInvalid("measure");
    }

    [Test]
    public async Task Change_ForAnEarlierVersion_IsRefusedWhereTheCallerNamesIt()
    {
        var read = await _world.GetAsync("manager", $"/incidents/{_case}");
        (await _world.PostAsync("manager", $"/incidents/{_case}/support-offers", new { measure = "peer_support" }, ("If-Match", read.ETag!))).Is(HttpStatusCode.Created);

        foreach (var (part, body) in new (string, object)[]
        {
            ("support-offers", new { measure = "peer_support" }), ("assessment", new { danger = "low", avDuty = "yes" }), ("police-events", new { status = "decided_report" }),
            ("notifications", new { addressee = "other", status = "sent" }), ("actions", new { type = "other" }), ("return", new { reason = "Skäl." }), ("closure", new { reason = "completed" }),
        })
        {
            (await _world.PostAsync("manager", $"/incidents/{_case}/{part}", body, ("If-Match", read.ETag!))).Is(HttpStatusCode.PreconditionFailed);
        }
    }

    [Test]
    public async Task Candidates_ToHandle_HaveNoPartInWhatHappened()
    {
        var handlers = (await _world.GetAsync("manager", $"/incidents/{_case}/candidates?for=handler")).Body["items"]!.AsArray();
        var owners = (await _world.GetAsync("rep", $"/incidents/{_case}/candidates?for=action")).Body["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(handlers.Select(one => (string)one!["id"]!), Does.Contain(_world.IdOf("coordinator")).And.Not.Contain(_world.IdOf("employee")).And.Not.Contain(_world.IdOf("colleague")));
            Assert.That(owners.Select(one => (string)one!["id"]!), Does.Contain(_world.IdOf("colleague")).And.Not.Contain(_world.IdOf("outsider")));
        }

        (await _world.GetAsync("manager", $"/incidents/{_case}/candidates?for=all")).IsInvalid("for");
    }
}
