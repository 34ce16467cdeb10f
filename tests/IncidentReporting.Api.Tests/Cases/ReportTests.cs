using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>Reporting, drafting, correcting, and what is refused of it.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ReportTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Report_WithAll_GivesItBackWithNumberTagAndDuties()
    {
        var report = JsonNode.Parse("""
            { "kinds": ["threat_direct.death", "online_attack.doxxing"],
              "occurredAt": "2026-01-20T14:30:00+01:00", "occurredPrecision": "exact",
              "safeNow": "yes", "unitId": null, "description": "text",
              "exposed": [{"self": true, "role": "direct", "occupationalGroup": "social_secretary_authority"}],
              "channels": ["phone"], "platform": null, "place": "client_home", "situations": ["home_visit_planned"], "onDutyState": "working",
              "counterpart": {"relation": "client", "count": "one", "repeat": "unknown", "age": "adult", "identity": null},
              "consequences": ["fear_at_work"], "perceivedSeverity": 3,
              "wishes": {"support": ["relieving_talk"], "contactBy": "manager", "text": null},
              "bypassManager": false, "protectedIdentity": false, "campaignId": null, "draft": false }
            """)!.AsObject();

        var reply = await _world.PostAsync("employee", "/incidents", report.ToJsonString());

        reply.Is(HttpStatusCode.Created);
        var view = reply.Body;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Location, Is.EqualTo($"/api/v1/incidents/{view["id"]}"));
            Assert.That(reply.ETag, Does.Match("^\"v[0-9]+\"$"));
            Assert.That((string)view["number"]!, Does.Match($"^{DateTime.UtcNow.Year}-[0-9]{{6}}$"));
            Assert.That(view.State(), Is.EqualTo("submitted"));
            Assert.That((string)view["unit"]!["name"]!, Is.EqualTo("Barn och unga, mottag"));
            Assert.That((string)view["occurredAt"]!, Is.EqualTo("2026-01-20T14:30:00+01:00"));
            foreach (var member in (string[])["kinds", "occurredPrecision", "safeNow", "description", "channels", "platform", "place", "situations", "onDutyState", "consequences", "perceivedSeverity", "wishes", "bypassManager", "protectedIdentity", "campaignId"])
            {
                Assert.That(JsonNode.DeepEquals(view[member], report[member]), member + ": " + view[member]?.ToJsonString());
            }

            Assert.That((string)view["exposed"]![0]!["occupationalGroup"]!, Is.EqualTo("social_secretary_authority"));
            Assert.That((bool)view["exposed"]![0]!["self"]!);
            Assert.That((string)view["counterpart"]!["relation"]!, Is.EqualTo("client"));
            Assert.That((string)view["support"]!["state"]!, Is.EqualTo("to_offer"));
            Assert.That((string)view["police"]!["status"]!, Is.EqualTo("undecided"));
            Assert.That(view["allowedActions"].Strings(), Does.Contain("edit").And.Contain("withdraw"));
            foreach (var list in (string[])["notifications", "actions", "attachments", "notes"])
            {
                Assert.That(view[list]!.AsArray(), Is.Empty, list);
            }
        }
    }

    [TestCase("threat_direct.death", false)]
    [TestCase("online_attack.doxxing", true)]
    public async Task Duties_RightAfterSubmission_AreThoseOfTheReport(string kind, bool online)
    {
        var id = await _world.ReportAsync(more: report => report["kinds"] = new JsonArray(kind));

        var duties = (await _world.ReadAsync("manager", id))["obligations"]!.AsArray();

        string[] expected = ["R1", "R2", "R3", .. online ? ["R4"] : Array.Empty<string>(), "R5", "R7", "R8", "R9", "R10", "R11", "R12", "R17", .. online ? ["R21"] : Array.Empty<string>()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(duties.Select(duty => (string)duty!["rule"]!).Distinct(), Is.EquivalentTo(expected));
            foreach (var duty in duties)
            {
                Assert.That((string)duty!["title"]!, Is.Not.Empty);
                Assert.That((string)duty["ground"]!, Is.Not.Empty);
                Assert.That((string)duty["responsible"]!["role"]!, Is.Not.Empty);
                Assert.That((string)duty["responsible"]!["name"]!, Does.StartWith("Person "));
                Assert.That((string)duty["dueAt"]!, Does.Match(@"\+0[12]:00$"));
                Assert.That((string)duty["state"]!, Is.AnyOf("pending", "overdue", "done", "cancelled"));
                Assert.That(duty.AsObject().ContainsKey("doneAt"));
            }

            var first = duties.First(duty => (string)duty!["rule"]! == "R1")!;
            Assert.That(((string)first["responsible"]!["role"]!, (string)first["responsible"]!["name"]!), Is.EqualTo(("manager", "Person manager")));
        }
    }

    [TestCase("""{"kinds": []}""", "kinds")]
    [TestCase("""{"kinds": null}""", "kinds")]
    [TestCase("""{"kinds": ["none"]}""", "kinds")]
    [TestCase("""{"kinds": ["threat_direct", "nonsense"]}""", "kinds")]
    [TestCase("""{"occurredAt": null}""", "occurredAt")]
    [TestCase("""{"occurredAt": "2999-01-01T00:00:00Z"}""", "occurredAt")]
    [TestCase("""{"occurredAt": "1989-12-31T12:00:00Z"}""", "occurredAt")]
    [TestCase("""{"occurredAt": "yesterday"}""", "occurredAt")]
    [TestCase("""{"occurredAt": "2026-01-01T10:00:00"}""", "occurredAt")]
    [TestCase("""{"occurredPrecision": "second"}""", "occurredPrecision")]
    [TestCase("""{"safeNow": null}""", "safeNow")]
    [TestCase("""{"safeNow": "maybe"}""", "safeNow")]
    [TestCase("""{"unitId": "0198a000-0000-7000-8000-000000000000"}""", "unitId")]
    [TestCase("""{"unitId": "here"}""", "unitId")]
    [TestCase("""{"exposed": [{"userId": "0198a000-0000-7000-8000-000000000000"}]}""", "exposed[0].userId")]
    [TestCase("""{"exposed": [{"self": true, "role": "boss"}]}""", "exposed[0].role")]
    [TestCase("""{"exposed": [{"self": true}, {"self": true}]}""", "exposed")]
    [TestCase("""{"exposed": [{"role": "direct"}]}""", "exposed[0].userId")]
    [TestCase("""{"exposed": [{"self": true, "occupationalGroup": "pilot"}]}""", "exposed[0].occupationalGroup")]
    [TestCase("""{"exposed": [{"self": true, "name": "N.N."}]}""", "exposed[0].name")]
    [TestCase("""{"channels": ["pigeon"]}""", "channels")]
    [TestCase("""{"place": "moon"}""", "place")]
    [TestCase("""{"situations": ["party"]}""", "situations")]
    [TestCase("""{"onDutyState": "asleep"}""", "onDutyState")]
    [TestCase("""{"counterpart": {"relation": "enemy"}}""", "counterpart.relation")]
    [TestCase("""{"counterpart": {"count": "two"}}""", "counterpart.count")]
    [TestCase("""{"counterpart": {"repeat": "maybe"}}""", "counterpart.repeat")]
    [TestCase("""{"counterpart": {"age": "17"}}""", "counterpart.age")]
    [TestCase("""{"counterpart": {"name": "N.N."}}""", "counterpart.name")]
    [TestCase("""{"counterpart": {"identityGround": "curiosity"}}""", "counterpart.identityGround")]
    [TestCase("""{"consequences": ["anger"]}""", "consequences")]
    [TestCase("""{"perceivedSeverity": 0}""", "perceivedSeverity")]
    [TestCase("""{"perceivedSeverity": 5}""", "perceivedSeverity")]
    [TestCase("""{"wishes": {"support": ["holiday"]}}""", "wishes.support")]
    [TestCase("""{"wishes": {"contactBy": "king"}}""", "wishes.contactBy")]
    [TestCase("""{"wishes": {"when": "now"}}""", "wishes.when")]
    [TestCase("""{"campaignId": "0198a000-0000-7000-8000-000000000000"}""", "campaignId")]
    [TestCase("""{"severity": 3}""", "severity")]
    [TestCase("""{"Kinds": []}""", "Kinds")]
    public async Task Report_WithOneFault_Is422NamingIt(string told, string path)
    {
        var report = CaseWorld.Report(made => Put(made, told));

        (await _world.PostAsync("employee", "/incidents", report.ToJsonString())).IsInvalid(path);
    }

    [TestCase("""{"kinds": "threat_direct"}""", "kinds")]
    [TestCase("""{"kinds": [1]}""", "kinds[0]")]
    [TestCase("""{"occurredAt": 5}""", "occurredAt")]
    [TestCase("""{"perceivedSeverity": "3"}""", "perceivedSeverity")]
    [TestCase("""{"bypassManager": "yes"}""", "bypassManager")]
    [TestCase("""{"exposed": {}}""", "exposed")]
    [TestCase("""{"counterpart": "client"}""", "counterpart")]
    [TestCase("""{"draft": 1}""", "draft")]
    public async Task Report_OfWrongTypes_Is400NamingThem(string told, string path)
    {
        var reply = await _world.PostAsync("employee", "/incidents", CaseWorld.Report(made => Put(made, told)).ToJsonString());

        reply.Is(HttpStatusCode.BadRequest);
        Assert.That(reply.Errors, Is.EqualTo([path]));
    }

    [Test]
    public async Task Description_AtItsLimit_IsTaken_AndOneCharacterMoreIs422()
    {
        await _world.ReportAsync(more: report => report["description"] = new string('å', 20_000));
        var longer = CaseWorld.Report(report =>
        {
            report["description"] = new string('å', 20_001);
            report["counterpart"] = new JsonObject { ["identity"] = new string('x', 501) };
        });

        (await _world.PostAsync("employee", "/incidents", longer.ToJsonString())).IsInvalid("description", "counterpart.identity");
    }

    [Test]
    public async Task Draft_IsFreeUntilSubmission_WhichGivesItsNumber()
    {
        var reply = await _world.PostAsync("employee", "/incidents", """{"draft": true}""");
        reply.Is(HttpStatusCode.Created);
        var id = (string)reply.Body["id"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Body.State(), Is.EqualTo("draft"));
            Assert.That(reply.Body["number"], Is.Null);
            Assert.That(reply.Body["obligations"]!.AsArray(), Is.Empty);
            (await _world.PostAsync("employee", $"/incidents/{id}/submission")).IsInvalid("kinds", "occurredAt", "safeNow");
        }

        var patched = await _world.PatchAsync("employee", $"/incidents/{id}", """{"kinds": ["threat_veiled"], "occurredAt": "2026-01-01T10:00:00Z", "safeNow": "unsure", "description": "utkast", "exposed": []}""");
        patched.Is(HttpStatusCode.OK);
        (await _world.PostAsync("employee", $"/incidents/{id}/submission", """{"sure": true}""")).IsInvalid("sure");

        var view = await _world.DoAsync("employee", id, "submission");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.State(), Is.EqualTo("submitted"));
            Assert.That((string)view["number"]!, Does.StartWith($"{DateTime.UtcNow.Year}-"));
            Assert.That((bool)view["exposed"]![0]!["self"]!);
            Assert.That(view["corrections"]!.AsArray(), Is.Empty);
            (await _world.SendAsync("employee", "DELETE", $"/incidents/{id}")).IsConflict();
        }
    }

    [Test]
    public async Task Draft_ThrownAway_IsGone()
    {
        var id = await _world.ReportAsync(more: report => report["draft"] = true);

        (await _world.SendAsync("employee", "DELETE", $"/incidents/{id}")).Is(HttpStatusCode.NoContent);

        (await _world.GetAsync("employee", $"/incidents/{id}")).Is(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Patch_MergesAndKeepsTheEarlierWording()
    {
        var id = await _world.ReportAsync(more: report =>
        {
            report["description"] = "första ordalydelsen";
            report["place"] = "client_home";
            report["counterpart"] = new JsonObject { ["relation"] = "client", ["age"] = "adult" };
        });

        var reply = await _world.PatchAsync("employee", $"/incidents/{id}", """{"description": "andra", "place": null, "counterpart": {"relation": "former_client"}, "channels": ["email"]}""");

        reply.Is(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)reply.Body["description"]!, Is.EqualTo("andra"));
            Assert.That(reply.Body["place"], Is.Null);
            Assert.That(((string)reply.Body["counterpart"]!["relation"]!, (string)reply.Body["counterpart"]!["age"]!), Is.EqualTo(("former_client", "adult")));
            Assert.That(reply.Body["channels"].Strings(), Is.EqualTo(["email"]));
            var corrections = reply.Body["corrections"]!.AsArray();
            Assert.That(corrections.Select(correction => (string)correction!["field"]!), Is.EquivalentTo(["description", "place", "counterpart.relation", "channels"]));
            Assert.That((string)corrections.First(correction => (string)correction!["field"]! == "description")!["before"]!, Is.EqualTo("första ordalydelsen"));
        }
    }

    [TestCase("""{"kinds": null}""", "kinds")]
    [TestCase("""{"safeNow": null}""", "safeNow")]
    [TestCase("""{"unitId": "UNIT"}""", "unitId")]
    [TestCase("""{"bypassManager": true}""", "bypassManager")]
    [TestCase("""{"occurredAt": "2999-01-01T00:00:00Z"}""", "occurredAt")]
    [TestCase("""{"share": {"all": true}}""", "share.all")]
    [TestCase("""{"counterpart": {"shoe": 43}}""", "counterpart.shoe")]
    [TestCase("""{"state": "closed"}""", "state")]
    public async Task Patch_WithAFault_Is422NamingIt(string told, string path)
    {
        var id = await _world.ReportAsync();

        (await _world.PatchAsync("employee", $"/incidents/{id}", told.Replace("UNIT", _world.OtherUnit.Value.ToString(), StringComparison.Ordinal))).IsInvalid(path);
    }

    [Test]
    public async Task Patch_OfAnothersFields_IsRefused()
    {
        var id = await _world.ReportAsync("colleague", report => report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee") }));

        (await _world.PatchAsync("colleague", $"/incidents/{id}", """{"consequences": ["sleep"]}""")).IsInvalid("consequences");
        (await _world.PatchAsync("manager", $"/incidents/{id}", """{"place": "hvb"}""")).Is(HttpStatusCode.Forbidden);
        (await _world.PatchAsync("employee", $"/incidents/{id}", """{"consequences": ["sleep"]}""")).Is(HttpStatusCode.OK);
    }

    [Test]
    public async Task Patch_WithoutOrWithAStaleTag_IsRefused()
    {
        var id = await _world.ReportAsync();
        var tag = (await _world.GetAsync("employee", $"/incidents/{id}")).ETag!;

        (await _world.SendAsync("employee", "PATCH", $"/incidents/{id}", """{"place": "hvb"}""")).Is(HttpStatusCode.PreconditionRequired);
        var first = await _world.SendAsync("employee", "PATCH", $"/incidents/{id}", """{"place": "hvb"}""", ("If-Match", tag), ("Content-Type", "application/json"));
        first.Is(HttpStatusCode.OK);
        Assert.That(first.ETag, Is.Not.Null.And.Not.EqualTo(tag));
        (await _world.SendAsync("employee", "PATCH", $"/incidents/{id}", """{"place": "school"}""", ("If-Match", tag))).Is(HttpStatusCode.PreconditionFailed);
        (await _world.SendAsync("employee", "PATCH", $"/incidents/{id}", """{"place": "school"}""", ("If-Match", tag), ("Content-Type", "text/plain"))).Is(HttpStatusCode.UnsupportedMediaType);
        Assert.That((await _world.GetAsync("employee", $"/incidents/{id}")).ETag, Is.EqualTo(first.ETag), "reading does not change it");
    }

    [Test]
    public async Task SameKey_GivesTheFirstAnswerAgain()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var report = CaseWorld.Report(made => made["description"] = "åäö \"citat\" <b>").ToJsonString();
        var first = await _world.PostAsync("employee", "/incidents", report, key);
        first.Is(HttpStatusCode.Created);
        var id = (string)first.Body["id"]!;
        await _world.DoAsync("manager", id, "acknowledgement", new { message = "Hej" });

        var second = await _world.PostAsync("employee", "/incidents", report, key);

        Assert.That(second, Is.EqualTo(first));
        (await _world.PostAsync("employee", "/incidents", CaseWorld.Report(made => made["safeNow"] = "no").ToJsonString(), key)).IsInvalid("Idempotency-Key");
        Assert.That((await _world.PostAsync("colleague", "/incidents", report, key)).Body["id"]!.ToString(), Is.Not.EqualTo(id), "keys are each caller's own");

        var step = ("Idempotency-Key", new string('k', 128));
        var event1 = await _world.PostAsync("manager", $"/incidents/{id}/police-events", """{"status": "decided_report"}""", step);
        var event2 = await _world.PostAsync("manager", $"/incidents/{id}/police-events", """{"status": "decided_report"}""", step);
        event1.Is(HttpStatusCode.Created);
        Assert.That(event2, Is.EqualTo(event1));
        (await _world.PostAsync("manager", $"/incidents/{id}/police-events", """{"status": "reported", "reportedBy": "employer"}""", step)).IsInvalid("Idempotency-Key");
        (await _world.PostAsync("manager", $"/incidents/{id}/notes", """{"text": "a"}""", ("Idempotency-Key", new string('k', 129)))).IsInvalid("Idempotency-Key");
    }

    [Test]
    public async Task Batch_IsKeptWholeOrNotAtAll()
    {
        var before = await CountAsync();
        var faulty = new JsonObject
        {
            ["incidents"] = new JsonArray([.. Enumerable.Range(0, 4).Select(index => (JsonNode)CaseWorld.Report(report =>
            {
                if (index == 3)
                {
                    report["kinds"] = new JsonArray("nonsense");
                }
            }))]),
        };
        (await _world.PostAsync("employee", "/incidents/batch", faulty.ToJsonString())).IsInvalid("incidents[3].kinds");
        faulty["incidents"]![3]!["kinds"] = new JsonArray("threat_direct");
        faulty["incidents"]![2]!["unitId"] = Guid.CreateVersion7().ToString();
        (await _world.PostAsync("employee", "/incidents/batch", faulty.ToJsonString())).IsInvalid("incidents[2].unitId");
        faulty["incidents"]![2]!["unit"] = "x";
        (await _world.PostAsync("employee", "/incidents/batch", faulty.ToJsonString())).IsInvalid("incidents[2].unit");
        Assert.That(await CountAsync(), Is.EqualTo(before));
        faulty["incidents"]![2]!.AsObject().Remove("unit");
        faulty["incidents"]![2]!.AsObject().Remove("unitId");

        var reply = await _world.PostAsync("employee", "/incidents/batch", faulty.ToJsonString());

        reply.Is(HttpStatusCode.Created);
        var numbers = reply.Body["items"]!.AsArray().Select(item => (string)item!["number"]!).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(numbers, Has.Count.EqualTo(4).And.Unique);
            Assert.That(await CountAsync(), Is.EqualTo(before + 4));
            (await _world.PostAsync("employee", "/incidents/batch", """{"incidents": []}""")).IsInvalid("incidents");
            (await _world.PostAsync("employee", "/incidents/batch", new JsonObject { ["incidents"] = new JsonArray([.. Enumerable.Range(0, 51).Select(_ => (JsonNode)CaseWorld.Report())]) }.ToJsonString())).IsInvalid("incidents");
        }
    }

    [Test]
    public async Task Body_TooLarge_Is413()
    {
        var reply = await _world.PostAsync("employee", "/incidents", CaseWorld.Report(report => report["description"] = new string('x', 6 * 1024 * 1024)).ToJsonString());

        reply.Is(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Changes_AtTheSameTime_AreBothKeptOrOneIsTold()
    {
        var id = await _world.ReportAsync();
        var tag = (await _world.GetAsync("employee", $"/incidents/{id}")).ETag!;
        await _world.AsAsync("manager");
        await _world.AsAsync("rep");

        var patches = await Task.WhenAll(Enumerable.Range(0, 2).Select(turn =>
            _world.SendAsync("employee", "PATCH", $"/incidents/{id}", $$"""{"description": "{{turn}}"}""", ("If-Match", tag))));
        var notes = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => _world.PostAsync(turn % 2 == 0 ? "manager" : "rep", $"/incidents/{id}/notes", new { text = $"nr-{turn}" })));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(patches.Select(reply => reply.Status), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]));
            Assert.That(notes.Select(reply => reply.Status), Is.All.EqualTo(HttpStatusCode.Created));
            Assert.That((await _world.ReadAsync("manager", id))["notes"]!.AsArray(), Has.Count.EqualTo(8));
        }
    }

    [Test]
    public async Task Times_AreShownInTheEmployersZone()
    {
        var id = await _world.ReportAsync(more: report => report["occurredAt"] = "2026-07-01T10:00:00.123Z");

        var view = await _world.ReadAsync("manager", id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)view["occurredAt"]!, Is.EqualTo("2026-07-01T12:00:00.123+02:00"));
            Assert.That(DateTimeOffset.Parse((string)view["submittedAt"]!, CultureInfo.InvariantCulture), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
            Assert.That((string)view["submittedAt"]!, Does.Match(@"\+0[12]:00$"));
        }
    }

    private static void Put(JsonObject report, string told)
    {
        foreach (var (name, value) in JsonNode.Parse(told)!.AsObject())
        {
            report[name] = value?.DeepClone();
        }
    }

    private async Task<int> CountAsync() => (await _world.GetAsync("employee", "/incidents?limit=200")).Body["items"]!.AsArray().Count;
}
