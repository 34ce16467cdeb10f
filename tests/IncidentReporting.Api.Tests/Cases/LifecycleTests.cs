using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>From report to consented closure, and every way that ends before it.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class LifecycleTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Case_FromReportToConsent_PassesItsStates()
    {
        var id = await _world.ReportAsync();
        Assert.That((await _world.ReadAsync("manager", id)).State(), Is.EqualTo("submitted"));

        var view = await _world.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer dig i dag." });
        Assert.That(view.State(), Is.EqualTo("acknowledged"));

        view = await _world.DoAsync("manager", id, "assessment", new
        {
            danger = "raised",
            avDuty = "yes",
            injury = "none",
            staffing = "alone",
            alarm = "none",
            riskAssessedBefore = "no",
            policeAssistance = "not_asked",
            circumstances = new[] { "time_pressure" },
            text = "Ensam på besöket.",
        });
        Assert.That(view.State(), Is.EqualTo("in_progress"));

        view = await _world.DoAsync("manager", id, "support-offers", new { measure = "relieving_talk", note = "I morgon kl. 9." });
        var offer = (string)view["support"]!["offers"]![0]!["id"]!;
        Assert.That((string)view["support"]!["state"]!, Is.EqualTo("offered"));
        var answered = await _world.PatchAsync("employee", $"/incidents/{id}/support-offers/{offer}", new { answer = "accepted" });
        Assert.That((string)answered.Body["support"]!["state"]!, Is.EqualTo("accepted"), answered.Text);
        var delivered = await _world.PatchAsync("manager", $"/incidents/{id}/support-offers/{offer}", new { deliveredAt = DateTimeOffset.UtcNow, completedAt = DateTimeOffset.UtcNow });
        Assert.That((string)delivered.Body["support"]!["state"]!, Is.EqualTo("ended"), delivered.Text);

        view = await _world.DoAsync("manager", id, "police-events", new { status = "reported", reportedBy = "employer", caseNumber = "5000-K1-26" });
        Assert.That(view.State(), Is.EqualTo("in_progress"), "the authority has not been notified");
        view = await _world.DoAsync("manager", id, "notifications", new { addressee = "av_33a", status = "sent" });
        Assert.That(view.State(), Is.EqualTo("follow_up"));

        view = await _world.DoAsync("manager", id, "actions", new { type = "pair_home_visit", description = "Alltid två.", dueOn = "2020-01-01", repTookPart = true });
        var action = view["actions"]![0]!.AsObject();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)action["overdue"]!, "a past day is accepted and shown as overdue");
            Assert.That((string)action["owner"]!["id"]!, Is.EqualTo(_world.IdOf("manager")));
        }

        var unmet = (await _world.PostAsync("manager", $"/incidents/{id}/closure", new { reason = "completed", summary = "Klart." })).IsConflict();
        Assert.That(unmet, Is.EqualTo(["two_follow_ups", "actions_settled", "adequacy_asked"]));

        var done = await _world.PatchAsync("manager", $"/incidents/{id}/actions/{action["id"]}", new { state = "done", effect = "good" });
        Assert.That((string)done.Body["actions"]![0]!["effect"]!, Is.EqualTo("good"), done.Text);
        var followUps = view["followUps"]!.AsArray();
        Assert.That(followUps.Select(followUp => (string)followUp!["name"]!), Is.EqualTo(["D10", "D35", "D90", "D180", "D365"]));
        await _world.DoAsync("manager", id, $"follow-ups/{followUps[0]!["id"]}/outcome", new { heldAt = DateTimeOffset.UtcNow, summary = "Mår bättre.", newRisks = false });
        await _world.DoAsync("manager", id, $"follow-ups/{followUps[1]!["id"]}/outcome", new { declined = true });
        await _world.DoAsync("employee", id, "support-ratings", new { adequacy = "mostly", comment = "Bra samtal." });

        view = await _world.DoAsync("manager", id, "closure", new { reason = "completed", summary = "Klart." });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.State(), Is.EqualTo("follow_up"), "it waits for the exposed person");
            Assert.That((string)view["closure"]!["summary"]!, Is.EqualTo("Klart."));
            Assert.That((string?)view["closure"]!["proposedAt"], Is.Not.Null);
            Assert.That(view["closure"]!["answers"]!.AsArray(), Is.Empty);
        }

        view = await _world.DoAsync("employee", id, "closure-answer", new { agrees = true });
        Assert.That(view.State(), Is.EqualTo("closed"));

        view = await _world.DoAsync("employee", id, "reopening", new { reason = "Det har hänt igen." });
        Assert.That(view.State(), Is.EqualTo("reopened"));
        view = await _world.DoAsync("manager", id, "notes", new { text = "Jag tar kontakt.", audience = "handlers" });
        Assert.That(view.State(), Is.AnyOf("in_progress", "follow_up"));
    }

    [Test]
    public async Task Guards_NotMet_AreEachNamed()
    {
        var id = await _world.ReportAsync(more: report => report["consequences"] = new JsonArray("injury_minor"));

        var unmet = (await _world.PostAsync("manager", $"/incidents/{id}/closure", new { reason = "completed" })).IsConflict();

        Assert.That(unmet, Is.EqualTo(
            ["contact_made", "av_assessed", "av_settled", "police_decided", "injury_settled", "two_follow_ups", "adequacy_asked"]));
    }

    [TestCase("assessment", """{"danger": "low", "avDuty": "yes"}""", "acknowledge")]
    [TestCase("closure-answer", """{"agrees": true}""", "acknowledge")]
    [TestCase("reopening", """{"reason": "a"}""", "acknowledge")]
    [TestCase("submission", null, "withdraw")]
    public async Task Step_ThatTheStateForbids_IsAConflictThatSaysWhatIsPossible(string part, string? body, string possible)
    {
        var id = await _world.ReportAsync();
        var who = part is "submission" or "closure-answer" ? "employee" : "manager";

        var refused = await _world.PostAsync(who, $"/incidents/{id}/{part}", body);

        refused.IsConflict();
        Assert.That(refused.Body["allowedActions"].Strings(), Does.Contain(who == "employee" ? "withdraw" : possible).And.Not.Contain("reopen"));
    }

    [Test]
    public async Task FollowUp_BeforeContact_IsAConflict()
    {
        var id = await _world.ReportAsync();
        var followUp = (await _world.ReadAsync("manager", id))["followUps"]![0]!["id"];

        (await _world.PostAsync("manager", $"/incidents/{id}/follow-ups/{followUp}/outcome", new { })).IsConflict();
        await _world.DoAsync("manager", id, "acknowledgement", new { message = "Hej" });
        await _world.DoAsync("manager", id, $"follow-ups/{followUp}/outcome", new { });

        (await _world.PostAsync("manager", $"/incidents/{id}/follow-ups/{followUp}/outcome", new { })).IsConflict();
    }

    [Test]
    public async Task Police_OutOfOrder_IsAConflict_AndCorrectedByACorrectingEvent()
    {
        var id = await _world.ReportAsync();
        (await _world.PostAsync("manager", $"/incidents/{id}/police-events", new { status = "opened" })).IsConflict();
        var view = await _world.DoAsync("manager", id, "police-events", new
        {
            status = "decided_not",
            reasons = new[] { "exposed_declines", "burden" },
            exposedAgrees = "yes",
            reviewAt = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30),
        });
        Assert.That((string)view["police"]!["status"]!, Is.EqualTo("decided_not"));
        view = await _world.DoAsync("employee", id, "police-events", new { status = "reported", reportedBy = "exposed_person", at = "2026-01-02" });
        var reported = view["police"]!["events"]!.AsArray()[^1]!;
        Assert.That((string)reported["source"]!, Is.EqualTo("victim"), "by the caller");

        view = await _world.DoAsync("coordinator", id, "police-events", new { status = "decided_not", corrects = (string)reported["id"]!, reasons = new[] { "other" }, exposedAgrees = "not_asked", reviewAt = "2027-01-01" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)view["police"]!["status"]!, Is.EqualTo("decided_not"));
            Assert.That(view["police"]!["events"]!.AsArray(), Has.Count.EqualTo(3), "a wrong event stays visible");
            Assert.That((bool)view["police"]!["events"]![1]!["corrected"]!);
        }
    }

    [Test]
    public async Task Objection_KeepsItOpen_AndTheNextManagerClosesWithAReason()
    {
        var id = await _world.ReadyToCloseAsync();
        await _world.DoAsync("manager", id, "closure", new { reason = "completed", summary = "Klart." });
        (await _world.PostAsync("head", $"/incidents/{id}/closure-answer", new { agrees = true, comment = "Jag stänger." })).Is(HttpStatusCode.Forbidden);
        (await _world.PostAsync("rep", $"/incidents/{id}/closure-answer", new { agrees = true })).IsConflict();

        var view = await _world.DoAsync("employee", id, "closure-answer", new { agrees = false, comment = "Inte klart." });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.State(), Is.EqualTo("follow_up"));
            Assert.That((bool)view["closure"]!["objected"]!);
        }

        view = await _world.DoAsync("head", id, "closure", new { reason = "completed", summary = "Allt som kan göras är gjort." });
        Assert.That(view.State(), Is.EqualTo("closed"));
        view = await _world.DoAsync("employee", id, "reopening", new { reason = "Nej." });
        Assert.That(view.State(), Is.EqualTo("reopened"));
    }

    [Test]
    public async Task Closing_WithSeveralExposed_WaitsForEachOfThem()
    {
        var id = await _world.ReadyToCloseAsync(more: report => report["exposed"] = new JsonArray(
            new JsonObject { ["self"] = true, ["role"] = "direct" },
            new JsonObject { ["userId"] = _world.IdOf("colleague"), ["role"] = "indirect_witness" },
            new JsonObject { ["role"] = "team" }));
        await _world.DoAsync("manager", id, "closure", new { reason = "completed" });

        Assert.That((await _world.DoAsync("employee", id, "closure-answer", new { agrees = true })).State(), Is.EqualTo("follow_up"));
        Assert.That((await _world.DoAsync("colleague", id, "closure-answer", new { agrees = true })).State(), Is.EqualTo("closed"));
    }

    [TestCase("out_of_scope")]
    [TestCase("transferred")]
    public async Task Case_ThatBelongsElsewhere_EndsWhenTheDutyToNotifyIsAnsweredAndTheExposedAgree(string reason)
    {
        var id = await _world.ReportAsync();
        await _world.DoAsync("manager", id, "acknowledgement", new { message = "Hej" });
        var unmet = (await _world.PostAsync("manager", $"/incidents/{id}/closure", new { reason, summary = "Till annan nämnd." })).IsConflict();
        Assert.That(unmet, Is.EqualTo(["av_assessed"]));
        await _world.DoAsync("manager", id, "assessment", new { danger = "low", avDuty = "unclear" });

        var view = await _world.DoAsync("manager", id, "closure", new { reason, summary = "Till annan nämnd." });
        Assert.That(view.State(), Is.EqualTo("in_progress"));
        view = await _world.DoAsync("employee", id, "closure-answer", new { agrees = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.State(), Is.EqualTo(reason));
            Assert.That(view["obligations"]!.AsArray().Where(duty => (string)duty!["state"]! is "pending" or "overdue"), Is.Empty);
        }
    }

    [Test]
    public async Task Transfer_WithoutNamingTheReceiver_Is422()
    {
        var id = await _world.AssessedAsync();

        (await _world.PostAsync("manager", $"/incidents/{id}/closure", new { reason = "transferred" })).IsInvalid("summary");
    }

    [Test]
    public async Task Withdrawal_SealsTheText_AndLeavesTheDutyToAssessWhereDangerWasStated()
    {
        var id = await _world.ReportAsync(more: report =>
        {
            report["description"] = "hemlig-text";
            report["kinds"] = new JsonArray("threat_direct.death");
            report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = "hemlig-person" };
        });
        (await _world.PostAsync("manager", $"/incidents/{id}/withdrawal", new { reason = "a" })).Is(HttpStatusCode.Forbidden);

        Assert.That((await _world.DoAsync("employee", id, "withdrawal", new { })).State(), Is.EqualTo("withdrawn"));

        var seen = await _world.GetAsync("manager", $"/incidents/{id}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen.Text, Does.Not.Contain("hemlig"));
            Assert.That(seen.Body["withheld"].Strings(), Does.Contain("description").And.Contain("counterpart.identity"));
            Assert.That(seen.Body["allowedActions"].Strings(), Does.Contain("assess").And.Not.Contain("acknowledge"));
            Assert.That((await _world.GetAsync("employee", $"/incidents/{id}")).Text, Does.Contain("hemlig-text"));
        }

        Assert.That((await _world.DoAsync("manager", id, "assessment", new { danger = "serious", avDuty = "yes" })).State(), Is.EqualTo("withdrawn"));
        var harmless = await _world.ReportAsync(more: report => report["kinds"] = new JsonArray("other_violation.verbal_abuse"));
        await _world.DoAsync("employee", harmless, "withdrawal", new { });
        (await _world.PostAsync("manager", $"/incidents/{harmless}/assessment", new { danger = "low", avDuty = "yes" })).IsConflict();
    }

    [Test]
    public async Task Duplicate_IsLinked_AndEachExposedKeepsARow()
    {
        var main = await _world.ReportAsync();
        var second = await _world.ReportAsync("colleague");
        var number = (string)(await _world.ReadAsync("manager", main))["number"]!;
        (await _world.PostAsync("manager", $"/incidents/{second}/duplicate", new { of = "2001-000001" })).IsInvalid("of");
        (await _world.PostAsync("manager", $"/incidents/{second}/duplicate", new { of = second })).IsConflict();

        var view = await _world.DoAsync("manager", second, "duplicate", new { of = number });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.State(), Is.EqualTo("duplicate"));
            Assert.That((string)view["duplicateOf"]!, Is.EqualTo(main));
            Assert.That((await _world.ReadAsync("colleague", main))["exposed"]!.AsArray().Select(person => (string)person!["userId"]!), Is.EquivalentTo([_world.IdOf("employee"), _world.IdOf("colleague")]));
        }
    }

    [Test]
    public async Task Handover_ToTheCoordinator_OpensTheCaseToHer()
    {
        var id = await _world.ReportAsync(more: report => report["description"] = "vad som hände");
        (await _world.SendAsync("manager", "PUT", $"/incidents/{id}/handler", new { userId = _world.IdOf("outsider") })).IsInvalid("userId");
        (await _world.SendAsync("manager", "PUT", $"/incidents/{id}/handler", new { userId = Guid.CreateVersion7() })).IsInvalid("userId");
        (await _world.SendAsync("rep", "PUT", $"/incidents/{id}/handler", new { userId = _world.IdOf("coordinator") })).Is(HttpStatusCode.Forbidden);
        (await _world.PostAsync("coordinator", $"/incidents/{id}/support-offers", new { measure = "relieving_talk" })).Is(HttpStatusCode.Forbidden);

        var view = await _world.DoAsync("manager", id, "handler", new { userId = _world.IdOf("coordinator") }, "PUT");

        Assert.That((string)view["handler"]!["id"]!, Is.EqualTo(_world.IdOf("coordinator")));
        Assert.That((string)(await _world.ReadAsync("coordinator", id))["description"]!, Is.EqualTo("vad som hände"));
        await _world.DoAsync("coordinator", id, "support-offers", new { measure = "relieving_talk" });
    }

    [Test]
    public async Task Return_GivesTheCaseToTheManagerAbove()
    {
        var id = await _world.ReportAsync();
        (await _world.PostAsync("manager", $"/incidents/{id}/return", new { })).IsInvalid("reason");

        var view = await _world.DoAsync("manager", id, "return", new { reason = "Medlen räcker inte." });

        Assert.That((string)view["handler"]!["id"]!, Is.EqualTo(_world.IdOf("head")));
        Assert.That((await _world.DoAsync("head", id, "acknowledgement", new { message = "Jag tar över." })).State(), Is.EqualTo("acknowledged"));
    }

    [Test]
    public async Task Colleague_WhoReports_SeesHerOwnText_UntilTheExposedTakesOver()
    {
        var id = await _world.ReportAsync("colleague", report =>
        {
            report["description"] = "kollegans ord";
            report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee"), ["role"] = "direct" });
        });
        (await _world.PostAsync("colleague", $"/incidents/{id}/takeover")).Is(HttpStatusCode.Forbidden);
        (await _world.PostAsync("employee", $"/incidents/{id}/withdrawal", new { })).Is(HttpStatusCode.Forbidden);

        var view = await _world.DoAsync("employee", id, "takeover");

        Assert.That((bool)view["takenOver"]!);
        (await _world.PatchAsync("colleague", $"/incidents/{id}", new { description = "nytt" })).Is(HttpStatusCode.Forbidden);
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { description = "mina ord" })).Is(HttpStatusCode.OK);
        (await _world.PostAsync("colleague", $"/incidents/{id}/withdrawal", new { })).Is(HttpStatusCode.Forbidden);
        await _world.DoAsync("employee", id, "withdrawal", new { });
    }

    [TestCase("""{"bypassManager": true}""")]
    [TestCase("""{"counterpart": {"relation": "manager_person"}}""")]
    [TestCase("""{"counterpart": {"relation": "manager_person", "userId": "MANAGER"}}""")]
    [TestCase("""{"exposed": [{"self": true}, {"userId": "MANAGER"}], "counterpart": {"relation": "client"}}""", true)]
    public async Task Case_ThatPassesTheManagerBy_IsTheNextManagers(string told, bool managerKnows = false)
    {
        var id = await _world.ReportAsync(more: report =>
        {
            foreach (var (name, value) in JsonNode.Parse(told.Replace("MANAGER", _world.IdOf("manager"), StringComparison.Ordinal))!.AsObject())
            {
                report[name] = value!.DeepClone();
            }
        });

        var seen = await _world.ReadAsync("head", id);

        using (Assert.EnterMultipleScope())
        {
            (await _world.GetAsync("manager", $"/incidents/{id}")).Is(managerKnows ? HttpStatusCode.OK : HttpStatusCode.NotFound);
            (await _world.PostAsync("manager", $"/incidents/{id}/acknowledgement", new { message = "a" })).Is(managerKnows ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound);
            Assert.That((await _world.GetAsync("manager", "/incidents")).Text.Contains(id, StringComparison.Ordinal), Is.EqualTo(managerKnows));
            Assert.That((string)seen["obligations"]!.AsArray().First(duty => (string)duty!["rule"]! == "R1")!["responsible"]!["name"]!, Is.EqualTo("Person head"));
            Assert.That((await _world.DoAsync("head", id, "acknowledgement", new { message = "Jag tar det." })).State(), Is.EqualTo("acknowledged"));
        }
    }

    [Test]
    public async Task PrivateProvider_WithIdentityAndNoGround_Is422()
    {
        var report = CaseWorld.Report(told => told["counterpart"] = new JsonObject { ["relation"] = "resident", ["identity"] = "N.N." });
        (await _world.PostAsync("private-employee", "/incidents", report.ToJsonString())).IsInvalid("counterpart.identityGround");
        report["counterpart"]!["identityGround"] = "legal_claim";

        var reply = await _world.PostAsync("private-employee", "/incidents", report.ToJsonString());

        reply.Is(HttpStatusCode.Created);
        Assert.That((string)(await _world.ReadAsync("private-manager", (string)reply.Body["id"]!))["counterpart"]!["identity"]!, Is.EqualTo("N.N."));
    }

    [Test]
    public async Task PublicEmployer_WithIdentity_KeepsItForTheWorkEnvironment()
    {
        var id = await _world.ReportAsync(more: told => told["counterpart"] = new JsonObject { ["identity"] = "N.N." });

        Assert.That((string)(await _world.ReadAsync("manager", id))["counterpart"]!["identityGround"]!, Is.EqualTo("work_environment"));
    }

    [Test]
    public async Task ClosedCase_ReopensOnPoliceNews_LateInjuryAndFailedEffect()
    {
        var police = await ClosedAsync();
        Assert.That((await _world.DoAsync("employee", police, "police-events", new { status = "opened", source = "police_letter" })).State(), Is.EqualTo("reopened"));

        var injury = await ClosedAsync();
        var patched = await _world.PatchAsync("employee", $"/incidents/{injury}", new { consequences = new[] { "injury_minor" } });
        Assert.That(patched.Body.State(), Is.EqualTo("reopened"), patched.Text);

        var effect = await _world.ReadyToCloseAsync();
        var view = await _world.DoAsync("rep", effect, "actions", new { type = "personal_alarm" });
        var action = view["actions"]![0]!["id"];
        await _world.PatchAsync("manager", $"/incidents/{effect}/actions/{action}", new { state = "done" });
        await _world.DoAsync("manager", effect, "closure", new { reason = "completed" });
        await _world.DoAsync("employee", effect, "closure-answer", new { agrees = true });
        var checkedEffect = await _world.PatchAsync("rep", $"/incidents/{effect}/actions/{action}", new { effect = "none" });
        Assert.That(checkedEffect.Body.State(), Is.EqualTo("reopened"), checkedEffect.Text);
    }

    [Test]
    public async Task Closing_CancelsWhatIsLeft_ButTheLongWatch()
    {
        var id = await ClosedAsync();

        var left = (await _world.ReadAsync("manager", id))["obligations"]!.AsArray()
            .Where(duty => (string)duty!["state"]! is "pending" or "overdue").Select(duty => (string)duty!["rule"]!).ToHashSet();

        Assert.That(left, Is.SubsetOf(["R13", "R14", "R15", "R16", "R20", "R21", "R22", "R24", "R25"]).And.Contain("R14"));
    }

    private async Task<string> ClosedAsync()
    {
        var id = await _world.ReadyToCloseAsync();
        await _world.DoAsync("manager", id, "closure", new { reason = "completed" });
        Assert.That((await _world.DoAsync("employee", id, "closure-answer", new { agrees = true })).State(), Is.EqualTo("closed"));
        return id;
    }
}
