using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentReporting.Web.Tests.Incidents;

/// <summary>What the exposed person does herself, and what everyone who reads a case can do in it.</summary>
internal sealed class OwnPagesTests
{
    private const string Told = "Han sa att han vet var jag bor.";

    private static PageWorld World => PageWorld.Shared;

    [TestCase("rate")]
    [TestCase("closure-answer")]
    [TestCase("correct")]
    [TestCase("sharing")]
    [TestCase("influence")]
    [TestCase("take-over")]
    [TestCase("withdraw")]
    [TestCase("reopen")]
    [TestCase("notes")]
    [TestCase("evidence/new")]
    [TestCase("takedowns/new")]
    [TestCase("information")]
    [TestCase("timeline")]
    [TestCase("reads")]
    [TestCase("sheet?for=police")]
    public async Task Page_ForWhoMayNotKnowTheCase_IsNotThere(string page)
    {
        var id = await ReportAsync();

        (await (await World.AsAsync("outsider")).OpenAsync($"/incidents/{id}/{page}")).Is(HttpStatusCode.NotFound);
        (await (await World.AsAsync("employee")).OpenAsync($"/incidents/2020-999999/{page}")).Is(HttpStatusCode.NotFound);
        (await World.Stranger().OpenAsync($"/incidents/{id}/{page}")).IsAt("/sign-in");
    }

    [TestCase("manager", "rate")]
    [TestCase("manager", "influence")]
    [TestCase("manager", "sharing")]
    [TestCase("manager", "correct")]
    [TestCase("rep", "withdraw")]
    [TestCase("rep", "take-over")]
    [TestCase("manager", "information")]
    [TestCase("rep", "sheet?for=police")]
    public async Task Page_ThatIsSomebodyElses_IsRefused(string name, string page)
    {
        var id = await ReportAsync();

        (await (await World.AsAsync(name)).OpenAsync($"/incidents/{id}/{page}")).Is(HttpStatusCode.Forbidden);
    }

    [TestCase("closure-answer", "Inget avslut väntar")]
    [TestCase("reopen", "Det går inte att göra just nu")]
    public async Task Page_BeforeItsTime_SaysSoAndLeadsBack(string page, string words)
    {
        var id = await ReportAsync();

        var opened = (await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/{page}")).Is(HttpStatusCode.OK);

        Assert.That(opened.Text, Does.Contain(words));
        Assert.That(opened.HasLink("Till ärendet"), Is.True);
    }

    [TestCase("correct", "addition")]
    [TestCase("withdraw", "reason")]
    public async Task Form_RefusedSinceTheCaseHasChanged_StillShowsWhatWasTyped(string page, string field)
    {
        var id = await ReportAsync();
        var opened = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/{page}");
        await World.Cases.DoAsync("employee", id, "withdrawal", new { reason = "Fel." });

        var late = (await opened.Form().Fill(field, "En lång berättelse.").SubmitAsync()).Is(HttpStatusCode.OK);

        Assert.That(late.Text, Does.Contain("Det här går inte längre att göra"));
        Assert.That(late.Form().Value(field), Is.EqualTo("En lång berättelse."));
    }

    [Test]
    public async Task ClosureAnswer_WhenItWasAnsweredMeanwhile_StillShowsWhatWasTyped()
    {
        var id = await ProposedAsync();
        var opened = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/closure-answer");
        await World.Cases.DoAsync("employee", id, "closure-answer", new { agrees = true });

        var late = (await opened.Form().Fill("agrees", "false").Fill("comment", "Jag ångrar mig.").SubmitAsync()).Is(HttpStatusCode.OK);

        Assert.That(late.Text, Does.Contain("Det här går inte längre att göra"));
        Assert.That(late.Form().Value("comment"), Is.EqualTo("Jag ångrar mig."));
    }

    [Test]
    public async Task Rate_WithoutAnAnswer_KeepsWhatWasTypedAndLeadsToTheQuestion()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/rate");
        Assert.That(page.Text, Does.Contain("Läses av dig."));

        var again = await page.Form().Fill("comment", "Det tog tid.").SubmitAsync();

        Assert.That(again.WrongFields, Is.EqualTo(new[] { "adequacy" }));
        Assert.That(again.Form().Value("comment"), Is.EqualTo("Det tog tid."));
    }

    [Test]
    public async Task Rate_Answered_StandsInTheCaseForHerAndNotForHerManager()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/rate");

        var saved = await page.Form().Fill("adequacy", "insufficient").Fill("comment", "Det tog tid.").SubmitAsync();

        Assert.That(saved.Address, Does.EndWith("?done=rated"));
        Assert.That(saved.Text, Does.Contain("Otillräckligt").And.Contain("Det tog tid."));
        Assert.That((await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}")).Text, Does.Not.Contain("Otillräckligt"));
    }

    [Test]
    public async Task Sharing_Ticked_OpensTheRatingToThoseWhoAreNamed()
    {
        var id = await ReportAsync();
        var employee = await World.AsAsync("employee");
        var page = await employee.OpenAsync($"/incidents/{id}/sharing");

        var saved = await page.Form().Check("share", "ratingsWithManager").SubmitAsync();

        Assert.That(saved.Address, Does.EndWith("?done=shared"));
        Assert.That((await employee.OpenAsync($"/incidents/{id}/sharing")).Form().Values("share"), Is.EqualTo(new[] { "ratingsWithManager" }));
        Assert.That((await employee.OpenAsync($"/incidents/{id}/rate")).Text, Does.Contain("Läses av din chef"));
    }

    [Test]
    public async Task ClosureAnswer_WithoutAnAnswer_IsAskedForAgain()
    {
        var id = await ProposedAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/closure-answer");
        Assert.That(page.Text, Does.Contain("Vi har gjort det vi kan."));

        var again = await page.Form().Fill("comment", "Jag vet inte än.").SubmitAsync();

        Assert.That(again.WrongFields, Is.EqualTo(new[] { "agrees" }));
        Assert.That(again.Form().Value("comment"), Is.EqualTo("Jag vet inte än."));
    }

    [Test]
    public async Task ClosureAnswer_WhenSomethingIsLeftAgain_SaysWhatInWords()
    {
        var id = await ProposedAsync();
        await World.Cases.DoAsync("manager", id, "actions", new { type = "no_lone_work" });
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/closure-answer");

        var refused = await page.Form().Fill("agrees", "true").SubmitAsync();

        Assert.That(refused.Errors, Does.Contain("Någon åtgärd är varken klar, avbruten eller överlämnad."));
        Assert.That(refused.Form().Value("agrees"), Is.EqualTo("true"));
        var closure = (await World.Cases.ReadAsync("employee", id))["closure"]!;
        Assert.That((bool)closure["pending"]!, Is.True, "nothing of what was refused is kept");
        Assert.That(closure["answers"]!.AsArray(), Is.Empty);
    }

    [TestCase("true", "closed")]
    [TestCase("false", "follow_up")]
    public async Task ClosureAnswer_Given_DecidesOverTheCase(string agrees, string state)
    {
        var id = await ProposedAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/closure-answer");

        await page.Form().Fill("agrees", agrees).Fill("comment", "Så här tänker jag.").SubmitAsync();

        Assert.That((string)(await World.Cases.ReadAsync("manager", id))["state"]!, Is.EqualTo(state));
    }

    [Test]
    public async Task Reopen_WithoutAReason_AsksForItAndWithOneOpensTheCase()
    {
        var id = await ProposedAsync();
        await World.Cases.DoAsync("employee", id, "closure-answer", new { agrees = true });
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/reopen");

        var again = await page.Form().SubmitAsync();
        var opened = await again.Form().Fill("reason", "Han har hört av sig igen.").SubmitAsync();

        Assert.That(again.WrongFields, Is.EqualTo(new[] { "reason" }));
        Assert.That(opened.Address, Does.EndWith("?done=reopened"));
    }

    [Test]
    public async Task Influence_WithNothing_IsRefusedAndNoted_IsHersAlone()
    {
        var id = await ReportAsync();
        var employee = await World.AsAsync("employee");
        var page = await employee.OpenAsync($"/incidents/{id}/influence");

        var again = await page.Form().SubmitAsync();
        var saved = await page.Form().Check("outcomes", "delayed", "hesitated").Fill("purpose", "influence").SubmitAsync();
        var noted = await employee.OpenAsync($"/incidents/{id}/influence");
        var erased = await noted.Form("Ta bort anteckningen").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.WrongFields, Is.EqualTo(new[] { "outcomes" }));
            Assert.That(saved.Address, Does.EndWith("?done=influence_noted"));
            Assert.That(noted.Form("Anteckna det").Values("outcomes"), Is.EquivalentTo(new[] { "delayed", "hesitated" }));
            Assert.That(erased.Address, Does.EndWith("?done=influence_erased"));
            Assert.That((await employee.OpenAsync($"/incidents/{id}/influence")).Form().Values("outcomes"), Is.Empty);
        }
    }

    [Test]
    public async Task TakeOver_OfAColleaguesReport_MakesItHers()
    {
        var id = await ByColleagueAsync();
        var employee = await World.AsAsync("employee");

        var saved = await (await employee.OpenAsync($"/incidents/{id}/take-over")).Form().SubmitAsync();

        Assert.That(saved.Address, Does.EndWith("?done=taken_over"));
        Assert.That(saved.HasLink("Ta över rapporten"), Is.False);
        Assert.That((bool)(await World.Cases.ReadAsync("employee", id))["takenOver"]!, Is.True);
    }

    [Test]
    public async Task Withdraw_Confirmed_SealsTheTextForTheManager()
    {
        var id = await ReportAsync();

        var saved = await (await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/withdraw")).Form().SubmitAsync();

        Assert.That(saved.Address, Does.EndWith("?done=withdrawn"));
        Assert.That(saved.Text, Does.Contain(Told));
        var kept = (await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}")).Is(HttpStatusCode.OK);
        Assert.That(kept.Text, Does.Not.Contain(Told));
    }

    [Test]
    public async Task Notes_Empty_AreRefusedAndWritten_ReachTheirAudience()
    {
        var id = await ReportAsync();
        var manager = await World.AsAsync("manager");
        var page = await manager.OpenAsync($"/incidents/{id}/notes");

        var again = await page.Form().Fill("audience", "handlers").SubmitAsync();
        var saved = await again.Form().Fill("text", "Bara bland oss.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.WrongFields, Is.EqualTo(new[] { "text" }));
            Assert.That(again.Form().Value("audience"), Is.EqualTo("handlers"));
            Assert.That(saved.Text, Does.Contain("Bara bland oss.").And.Contain("mellan dem som handlägger"));
            Assert.That((await (await World.AsAsync("rep")).OpenAsync($"/incidents/{id}/notes")).Text, Does.Not.Contain("Bara bland oss."));
        }
    }

    [Test]
    public async Task Note_SentTwice_IsOneNote()
    {
        var id = await ReportAsync();
        var form = (await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}/notes")).Form().Fill("text", "Dubbelt tryckt.");

        await form.SubmitAsync();
        var again = await form.SubmitAsync();

        Assert.That(again.Address, Does.EndWith("?done=note_added"));
        Assert.That((await World.Cases.ReadAsync("manager", id))["notes"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Correct_WithAnAddition_AddsItAndKeepsTheEarlierWording()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/correct");

        var saved = await page.Form().Fill("addition", "Han ringde igen i går.").SubmitAsync();

        Assert.That(saved.Address, Does.EndWith("?done=corrected"));
        var now = await World.Cases.ReadAsync("employee", id);
        Assert.That((string)now["description"]!, Is.EqualTo($"{Told}\n\nHan ringde igen i går."));
        Assert.That(now["corrections"]!.AsArray(), Has.Count.EqualTo(1), "only what was changed");
        Assert.That(saved.Text, Does.Contain("Så stod det förut (1)"));
    }

    [Test]
    public async Task Correct_WithNothing_SaysWhatToDo()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/correct");

        var again = await page.Form().SubmitAsync();

        Assert.That(again.WrongFields, Is.EqualTo(new[] { "addition" }));
    }

    [Test]
    public async Task Correct_WithATimeToCome_KeepsWhatWasTyped()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/correct");

        var again = await page.Form().Fill("addition", "Mer.").Fill("occurredAt", "2199-01-01").Fill("place", "client_home").SubmitAsync();

        Assert.That(again.WrongFields, Does.Contain("occurredAt"));
        Assert.That(again.Form().Value("addition"), Is.EqualTo("Mer."));
        Assert.That(again.Form().Value("occurredAt"), Is.EqualTo("2199-01-01"));
        Assert.That(again.Form().Value("place"), Is.EqualTo("client_home"));
    }

    [Test]
    public async Task Correct_WhenAnotherHasChangedTheSame_ShowsBothAndLosesNothing()
    {
        var id = await ByColleagueAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/correct");
        (await World.Cases.PatchAsync("colleague", $"/incidents/{id}", new { description = "Kollegans nya ord.", place = "client_home" })).Is(HttpStatusCode.OK);

        var both = await page.Form().Fill("description", "Mina egna ord.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(both.Text, Does.Contain("Kollegans nya ord.").And.Contain("Mina egna ord."));
            Assert.That(both.Form().Value("description"), Is.EqualTo("Mina egna ord."));
            Assert.That(both.Form().Value("place"), Is.EqualTo("client_home"), "what she has not touched follows the case");
        }

        (await both.Form().SubmitAsync()).IsAt($"/incidents/{await NumberAsync(id)}");
        var now = await World.Cases.ReadAsync("employee", id);
        Assert.That((string)now["description"]!, Is.EqualTo("Mina egna ord."));
        Assert.That((string)now["place"]!, Is.EqualTo("client_home"));
    }

    [Test]
    public async Task Evidence_WithoutAFile_IsAskedForAndKeepsTheRest()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/evidence/new");

        var again = await page.Form().Fill("url", "https://forum.example/inlagg/1").Fill("capturedAt", "i går").SubmitAsync();

        Assert.That(again.WrongFields, Is.EquivalentTo(new[] { "file", "capturedAt" }));
        Assert.That(again.Form().Value("url"), Is.EqualTo("https://forum.example/inlagg/1"));
    }

    [Test]
    public async Task Evidence_Saved_HasASheetWithItsHashAndNeverShowsTheFile()
    {
        var id = await ReportAsync();
        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/evidence/new");

        var saved = await page.Form().Attach("file", "skärmbild.png", Encoding.UTF8.GetBytes("prov")).Fill("type", "screenshot").SubmitAsync();
        var sheet = await saved.FollowAsync("skärmbild.png");
        var file = await sheet.FollowAsync("Ladda ned filen");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Address, Does.EndWith("?done=evidence_saved"));
            Assert.That(sheet.Text, Does.Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("prov"u8))));
            Assert.That(sheet.Text, Does.Contain("Togs emot"));
            Assert.That(sheet.Has("main img, main video, main audio, main iframe"), Is.False);
            Assert.That(file.Headers["Content-Disposition"], Does.StartWith("attachment"));
        }

        (await (await World.AsAsync("coordinator")).OpenAsync(sheet.Address)).Is(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Information_ForTheExposed_GathersItAllAndCanBeDeclined()
    {
        var id = await ReportAsync();
        var page = (await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/information")).Is(HttpStatusCode.OK);
        Assert.That(page.Text, Does.Contain("112").And.Contain("Rapporterat").And.Contain("Din chef"));

        var declined = await page.Form().SubmitAsync("Sluta påminna mig");

        Assert.That(declined.Address, Does.EndWith("?done=information_declined"));
        Assert.That((bool)(await World.Cases.ReadAsync("employee", id))["informationDeclined"]!, Is.True);
        Assert.That(declined.Form().Buttons, Does.Contain("Påminn mig igen"));
    }

    [Test]
    public async Task Reads_ForTheExposed_NameEveryoneAndForOthers_OnlyThemselves()
    {
        var id = await ReportAsync();
        await World.Cases.ReadAsync("manager", id);

        var mine = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/reads");
        var managers = await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}/reads");

        Assert.That(mine.Texts("tbody tr"), Has.Some.Contains("Läste ärendet"));
        Assert.That((await World.Cases.GetAsync("employee", $"/incidents/{id}/reads")).Text, Does.Not.Contain("Person employee"), "to look who has read is not to read");
        Assert.That(managers.Has("tbody"), Is.False);
        (await (await World.AsAsync("dpo")).OpenAsync($"/incidents/{id}/reads")).Is(HttpStatusCode.OK);
    }

    [Test]
    public async Task Reads_OfTheSameWithinAQuarterOfAnHour_StandOnce()
    {
        var id = await ReportAsync();
        await World.Cases.ReadAsync("manager", id);
        await World.Cases.ReadAsync("manager", id);

        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/reads");
        var all = (await World.Cases.GetAsync("employee", $"/incidents/{id}/reads")).Body["items"]!.AsArray();

        Assert.That((page.Texts("tbody tr").Count, all.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Timeline_ForAReader_TellsTheDaysAndWhatWasSaid()
    {
        var id = await ReportAsync();
        await World.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer dig." });

        var page = await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/timeline");

        Assert.That(page.Headings, Does.Contain("I dag"));
        Assert.That(page.Texts(".timeline li"), Has.Some.Contains("Bekräftat").And.Some.Contains("Jag ringer dig."));
    }

    [TestCase("police", "Underlag för polisanmälan")]
    [TestCase("av_33a", "Underlag för anmälan till Arbetsmiljöverket")]
    [TestCase("fk_injury", "Underlag för anmälan av arbetsskada")]
    [TestCase("us_ca_log", "Logg över våld på arbetsplatsen, Kalifornien")]
    public async Task Sheet_ForTheExposed_IsADocumentWithDateAndSource(string kind, string heading)
    {
        var id = await ReportAsync();

        var page = (await (await World.AsAsync("employee")).OpenAsync($"/incidents/{id}/sheet?for={kind}")).Is(HttpStatusCode.OK);

        Assert.That(page.Heading, Is.EqualTo(heading));
        Assert.That(page.TextOf(".paper footer"), Does.Contain("Grund:"));
        Assert.That(page.TextOf(".paper header"), Does.Contain(DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task Sheet_OfAnUnknownKind_AsksWhich()
    {
        var id = await ReportAsync();

        var page = (await (await World.AsAsync("manager")).OpenAsync($"/incidents/{id}/sheet?for=moon")).Is(HttpStatusCode.OK);

        Assert.That((await page.FollowAsync("Arbetsmiljöverket")).Heading, Is.EqualTo("Underlag för anmälan till Arbetsmiljöverket"));
    }

    private static Task<string> ReportAsync() => World.Cases.ReportAsync("employee", report => report["description"] = Told);

    private static Task<string> ByColleagueAsync() => World.Cases.ReportAsync(
        "colleague", report => (report["description"], report["exposed"]) = (Told, new JsonArray(new JsonObject { ["userId"] = World.Cases.IdOf("employee") })));

    private static async Task<string> ProposedAsync()
    {
        var id = await World.Cases.ReadyToCloseAsync();
        await World.Cases.DoAsync("manager", id, "closure", new { reason = "completed", summary = "Vi har gjort det vi kan." });
        return id;
    }

    private static async Task<string> NumberAsync(string id) => (string)(await World.Cases.ReadAsync("employee", id))["number"]!;
}
