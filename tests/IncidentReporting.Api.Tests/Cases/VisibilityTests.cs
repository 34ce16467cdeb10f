using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>Who sees which group of fields of a case that has something in each of them.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class VisibilityTests
{
    private static readonly string[] Narrative = ["description", "platform", "hateMotives", "assessment", "followUps", "closure", "unmet"];
    private static readonly string[] Health = ["consequences", "perceivedSeverity", "wishes", "support.offers"];
    private static readonly string[] Identity = ["counterpart.identity", "counterpart.identityGround", "counterpart.userId"];

    private CaseWorld _world = null!;
    private string _case = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync();
        _case = await FullCaseAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    public static IEnumerable<TestCaseData> Readers()
    {
        yield return Reader("employee", "exposed", "notes.handlers");
        yield return Reader("colleague", "reporter", ["assessment", "followUps", "closure", "unmet", "notes.others", "takedowns", "attachments.others", .. Health, "support.ratings", "influence", "share", "informationDeclined", "police", "notifications", "actions.description", "actions.owner", "actions.reason", "obligations.ground", "obligations.responsible", "exclusions"]);
        yield return Reader("manager", "manager", "support.ratings", "influence", "share", "informationDeclined");
        yield return Reader("deputy", "deputy", "support.ratings", "influence", "share", "informationDeclined");
        yield return Reader("head", "next manager", "support.ratings", "influence", "share", "informationDeclined");
        yield return Reader("rep", "representative", [.. Health, .. Identity, "support.ratings", "influence", "share", "informationDeclined", "notes.handlers", "exclusions"]);
        yield return Reader("headrep", "head representative", [.. Health, .. Identity, "support.ratings", "influence", "share", "informationDeclined", "notes.handlers", "exclusions"]);
        yield return Reader("coordinator", "coordinator", [.. Narrative, .. Health, .. Identity, "notes", "attachments", "takedowns", "support.ratings", "influence", "share", "informationDeclined"]);
    }

    [TestCaseSource(nameof(Readers))]
    public async Task Case_ToEachReader_ShowsWhatIsHersAndNamesTheRest(string reader, string[] withheld)
    {
        var seen = await _world.ReadAsync(reader, _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen["withheld"].Strings(), Is.EquivalentTo(withheld));
            foreach (var path in (string[])[.. Narrative, .. Health, .. Identity, "support.ratings", "influence", "share", "informationDeclined", "police", "notifications", "notes", "attachments", "takedowns"])
            {
                Assert.That(seen.Has(path), Is.EqualTo(!withheld.Contains(path)), path);
            }

            foreach (var core in (string[])["kinds", "channels", "place", "occurredAt", "exposed", "unit", "state", "obligations", "actions", "allowedActions"])
            {
                Assert.That(seen.Has(core), core);
            }
        }
    }

    [TestCase("colleague", "ord-av-rapporten", "hemlig-identitet")]
    [TestCase("manager", "ord-av-rapporten", "hemlig-identitet", "ord-om-stöd", "ord-om-åtgärd", "ord-mellan-handläggare", "ord-om-polisen")]
    [TestCase("rep", "ord-av-rapporten", "ord-om-åtgärd", "ord-om-polisen")]
    [TestCase("coordinator", "ord-om-åtgärd", "ord-om-polisen")]
    public async Task Words_OfACase_ReachOnlyTheirReaders(string reader, params string[] words)
    {
        var text = (await _world.GetAsync(reader, $"/incidents/{_case}")).Text;

        string[] all = ["ord-av-rapporten", "hemlig-identitet", "ord-om-stöd", "ord-om-betyg", "ord-om-åtgärd", "ord-mellan-handläggare", "ord-om-polisen"];
        Assert.That(all.Where(word => text.Contains(word, StringComparison.Ordinal)), Is.EquivalentTo(words));
    }

    [TestCase("analyst")]
    [TestCase("auditor")]
    [TestCase("admin")]
    [TestCase("dpo")]
    [TestCase("outsider")]
    [TestCase("reader")]
    [TestCase("private-manager")]
    public async Task Case_OfOthers_DoesNotExist(string stranger)
    {
        var number = (string)(await _world.ReadAsync("manager", _case))["number"]!;
        using (Assert.EnterMultipleScope())
        {
            (await _world.GetAsync(stranger, $"/incidents/{_case}")).Is(HttpStatusCode.NotFound);
            (await _world.GetAsync(stranger, $"/incidents/{number}")).Is(HttpStatusCode.NotFound);
            (await _world.GetAsync(stranger, $"/incidents/{_case}/timeline")).Is(HttpStatusCode.NotFound);
            (await _world.PostAsync(stranger, $"/incidents/{_case}/notes", new { text = "a" })).Is(HttpStatusCode.NotFound);
            (await _world.SendAsync(stranger, "PATCH", $"/incidents/{_case}", new { place = "hvb" }, ("If-Match", "\"v1\""))).Is(HttpStatusCode.NotFound);
            Assert.That((await _world.GetAsync(stranger, "/incidents")).Body["items"]!.AsArray(), Is.Empty);
            (await _world.GetAsync(stranger, $"/incidents/{_case}/reads")).Is(stranger is "dpo" or "auditor" ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
    }

    [Test]
    public async Task Sharing_OpensConsequencesAndRatings_ToWhomTheExposedChooses()
    {
        var id = await FullCaseAsync();
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { share = new { consequencesWithRep = true, ratingsWithManager = true } })).Is(HttpStatusCode.OK);

        var rep = await _world.ReadAsync("rep", id);
        var manager = await _world.ReadAsync("manager", id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rep["consequences"].Strings(), Is.EqualTo(["fear_at_work"]));
            Assert.That(rep.Has("support.offers"));
            Assert.That(rep["withheld"].Strings(), Does.Contain("support.ratings").And.Not.Contain("consequences"));
            Assert.That((string)manager["support"]!["ratings"]![0]!["adequacy"]!, Is.EqualTo("insufficient"));
            Assert.That((bool)(await _world.ReadAsync("employee", id))["share"]!["ratingsWithManager"]!);
        }

        (await _world.PatchAsync("employee", $"/incidents/{id}", new { share = new { consequencesWithRep = false, ratingsWithManager = false, ratingsWithRep = true } })).Is(HttpStatusCode.OK);
        Assert.That((await _world.ReadAsync("rep", id))["withheld"].Strings(), Does.Contain("consequences").And.Not.Contain("support.ratings"));
        Assert.That((await _world.ReadAsync("manager", id))["withheld"].Strings(), Does.Contain("support.ratings"));
    }

    [Test]
    public async Task Answer_ThatTheExposedHasCorrected_IsNoLongerItsReportersToChange()
    {
        var id = await _world.ReportAsync("colleague", report =>
        {
            report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee") });
            report["counterpart"] = new JsonObject { ["identity"] = "Namn Namnsson" };
        });
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { platform = "Gruppen", counterpart = new { identity = "Någon Annan" } })).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            (await _world.PatchAsync("colleague", $"/incidents/{id}", """{ "platform": null }""")).IsInvalid("platform");
            (await _world.PatchAsync("colleague", $"/incidents/{id}", """{ "counterpart": { "identity": null } }""")).IsInvalid("counterpart.identity");
            (await _world.PatchAsync("colleague", $"/incidents/{id}", """{ "counterpart": null }""")).Is(HttpStatusCode.UnprocessableEntity);
            (await _world.PatchAsync("colleague", $"/incidents/{id}", """{ "counterpart": { "age": "adult" } }""")).Is(HttpStatusCode.OK);
        }
    }

    [Test]
    public async Task Draft_IsKnownToItsReporterAlone()
    {
        var draft = await _world.ReportAsync(more: report => report["draft"] = true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _world.ReadAsync("employee", draft))["number"], Is.Null);
            foreach (var other in (string[])["manager", "head", "rep", "coordinator", "colleague", "dpo", "auditor"])
            {
                (await _world.GetAsync(other, $"/incidents/{draft}")).Is(HttpStatusCode.NotFound);
                (await _world.GetAsync(other, $"/incidents/{draft}/reads")).Is(HttpStatusCode.NotFound);
                Assert.That((await _world.GetAsync(other, "/incidents?state=draft")).Body["items"]!.AsArray(), Is.Empty);
            }
        }
    }

    [Test]
    public async Task Influence_IsTheExposedPersonsAlone()
    {
        var id = await _world.ReportAsync();
        foreach (var other in (string[])["manager", "rep", "coordinator"])
        {
            (await _world.SendAsync(other, "PUT", $"/incidents/{id}/influence", new { outcomes = new[] { "hesitated" } })).Is(HttpStatusCode.Forbidden);
        }

        var view = await _world.DoAsync("employee", id, "influence", new { purpose = "influence", outcomes = new[] { "hesitated", "delayed" }, intervention = "lvu" }, "PUT");
        Assert.That((string)view["influence"]!["intervention"]!, Is.EqualTo("lvu"));
        Assert.That((await _world.GetAsync("manager", $"/incidents/{id}/timeline")).Text, Does.Not.Contain("influence"));

        view = await _world.DoAsync("employee", id, "influence", method: "DELETE");
        Assert.That(view["influence"], Is.Null);
    }

    [Test]
    public async Task Readings_AreLogged_AndToldToTheExposedTheDpoAndTheAuditor()
    {
        var id = await _world.ReportAsync("colleague", report => report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee") }));
        await _world.ReadAsync("rep", id);
        await _world.ReadAsync("manager", id);
        await _world.ReadAsync("manager", id);

        using (Assert.EnterMultipleScope())
        {
            foreach (var reader in (string[])["employee", "dpo", "auditor"])
            {
                var reads = (await _world.GetAsync(reader, $"/incidents/{id}/reads")).Body["items"]!.AsArray();
                Assert.That(reads.Select(read => ((string)read!["by"]!["name"]!, (string)read["role"]!)), Is.EqualTo([("Person rep", "representative"), ("Person manager", "manager"), ("Person manager", "manager")]), "each reading, also the second in the same moment");
            }

            Assert.That((await _world.GetAsync("rep", $"/incidents/{id}/reads")).Body["items"]!.AsArray(), Has.Count.EqualTo(1), "only her own");
            (await _world.GetAsync("colleague", $"/incidents/{id}/reads")).Is(HttpStatusCode.Forbidden);
        }
    }

    [Test]
    public async Task Timeline_TellsEverythingOldestFirst_WithoutWhatIsKept()
    {
        var mine = (await _world.GetAsync("employee", $"/incidents/{_case}/timeline")).Body["items"]!.AsArray();
        var happened = mine.Select(item => (string)item!["what"]!).ToList();
        var times = mine.Select(item => (DateTimeOffset)item!["at"]!).ToList();
        var rep = (await _world.GetAsync("rep", $"/incidents/{_case}/timeline")).Text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(happened, Does.Contain("submitted").And.Contain("acknowledged").And.Contain("assessed").And.Contain("support_offered").And.Contain("police_event").And.Contain("action_planned"));
            Assert.That(times, Is.Ordered);
            Assert.That(rep, Does.Not.Contain("support_").And.Not.Contain("influence"));
        }
    }

    [Test]
    public async Task Identity_ToTheRepresentativeWhoNeedsIt_IsDisclosedAndLogged()
    {
        var id = await FullCaseAsync();
        (await _world.PostAsync("rep", $"/incidents/{id}/identity-disclosures", new { })).IsInvalid("reason");

        var reply = await _world.PostAsync("rep", $"/incidents/{id}/identity-disclosures", new { reason = "Skyddsåtgärd i receptionen." });

        Assert.That((string)reply.Body["identity"]!, Is.EqualTo("hemlig-identitet"));
        Assert.That((await _world.GetAsync("employee", $"/incidents/{id}/reads")).Text, Does.Contain("identity_disclosed"));
        (await _world.PostAsync("coordinator", $"/incidents/{id}/identity-disclosures", new { reason = "a" })).Is(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Step_OfSomeoneWhoMayNever_Is403()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (who, part, body) in new (string, string, object)[]
            {
                ("rep", "acknowledgement", new { message = "a" }),
                ("coordinator", "acknowledgement", new { message = "a" }),
                ("employee", "assessment", new { danger = "low", avDuty = "yes" }),
                ("rep", "police-events", new { status = "decided_report" }),
                ("colleague", "police-events", new { status = "decided_report" }),
                ("employee", "notifications", new { addressee = "av_33a", status = "sent" }),
                ("employee", "actions", new { type = "guard" }),
                ("rep", "support-offers", new { measure = "relieving_talk" }),
                ("manager", "support-ratings", new { adequacy = "fully" }),
                ("rep", "closure", new { reason = "completed" }),
                ("manager", "closure-answer", new { agrees = true }),
                ("coordinator", "reopening", new { reason = "a" }),
                ("rep", "duplicate", new { of = _case }),
                ("employee", "return", new { reason = "a" }),
            })
            {
                var refused = await _world.PostAsync(who, $"/incidents/{_case}/{part}", body);
                Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden), $"{who} {part}: {refused.Text}");
            }
        }
    }

    private static TestCaseData Reader(string name, string title, params string[] withheld) =>
        new TestCaseData(name, withheld).SetArgDisplayNames(title);

    private async Task<string> FullCaseAsync()
    {
        var id = await _world.ReportAsync("colleague", report =>
        {
            report["kinds"] = new JsonArray("threat_direct.violence");
            report["description"] = "ord-av-rapporten";
            report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee"), ["occupationalGroup"] = "social_secretary_authority" });
            report["channels"] = new JsonArray("phone");
            report["place"] = "client_home";
            report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = "hemlig-identitet" };
            report["consequences"] = new JsonArray("fear_at_work");
            report["perceivedSeverity"] = 3;
        });
        await _world.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer." });
        await _world.DoAsync("manager", id, "assessment", new { danger = "low", avDuty = "no", avReason = "Ingen fara." });
        await _world.DoAsync("manager", id, "support-offers", new { measure = "relieving_talk", note = "ord-om-stöd" });
        await _world.DoAsync("manager", id, "actions", new { type = "guard", description = "ord-om-åtgärd" });
        await _world.DoAsync("manager", id, "police-events", new { status = "decided_report", note = "ord-om-polisen" });
        await _world.DoAsync("manager", id, "notes", new { text = "ord-mellan-handläggare", audience = "handlers" });
        await _world.DoAsync("employee", id, "support-ratings", new { adequacy = "insufficient", comment = "ord-om-betyg" });
        await _world.DoAsync("employee", id, "influence", new { outcomes = new[] { "hesitated" } }, "PUT");
        return id;
    }
}
