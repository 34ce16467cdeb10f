namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class ClosingTests
{
    [Test]
    public async Task Close_WithThingsLeft_ListsThemFirstWithTheWayThere()
    {
        var id = await PageWorld.Shared.Cases.AssessedAsync();
        var page = await OpenAsync(id, "close");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Headings[1], Is.EqualTo("Det här är kvar att göra"));
            Assert.That(page.Texts(".row-title"), Does.Contain("Bestäm om polisanmälan").And.Contain("Följ upp minst två gånger"));
            Assert.That(page.Link("Bestäm om polisanmälan").GetAttribute("href"), Does.EndWith("/police"));
            Assert.That(page.Has("main form"), Is.False);
        }
    }

    [Test]
    public async Task Close_OfANewReport_SaysInWordsWhatCannotBeDoneYet()
    {
        var page = await OpenAsync(await PageWorld.Shared.Cases.ReportAsync(), "close");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.HasLink("Kontakta den utsatta och bekräfta rapporten"), Is.True);
            Assert.That(page.HasLink("Bedöm läget"), Is.False);
            Assert.That(page.Text, Does.Contain("Bedöm läget").And.Not.Contain("av_assessed"));
        }
    }

    [Test]
    public async Task Close_WhenAllIsDone_AsksEveryoneAndThenWaits()
    {
        var id = await PageWorld.Shared.Cases.ReadyToCloseAsync();
        var page = await (await OpenAsync(id, "close")).Form("summary").Fill("summary", "Stödet är avslutat.").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", id);
        var again = await OpenAsync(id, "close");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=closure_proposed"));
            Assert.That((string)seen["closure"]!["summary"]!, Is.EqualTo("Stödet är avslutat."));
            Assert.That(again.Text, Does.Contain("väntar på svar"));
            Assert.That(again.Has("main form"), Is.False);
        }
    }

    [Test]
    public async Task Close_TooLong_KeepsWhatWasTyped()
    {
        var words = new string('x', 20_001);
        var page = await (await OpenAsync(await PageWorld.Shared.Cases.ReadyToCloseAsync(), "close")).Form("summary").Fill("summary", words).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["summary"]));
            Assert.That(page.Form("summary").Value("summary"), Is.EqualTo(words));
        }
    }

    [Test]
    public async Task Close_ByTheNextManagerAfterAnObjection_NeedsAWrittenReason()
    {
        var id = await PageWorld.Shared.Cases.ReadyToCloseAsync();
        await PageWorld.Shared.Cases.DoAsync("manager", id, "closure", new { reason = "completed" });
        await PageWorld.Shared.Cases.DoAsync("employee", id, "closure-answer", new { agrees = false, comment = "Inte än." });
        var page = await (await OpenAsync(id, "close", "head")).Form("summary").SubmitAsync("Avsluta ärendet");
        var after = await page.Form("summary").Fill("summary", "Allt är gjort.").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("head", id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["summary"]));
            Assert.That(after.Address, Does.EndWith("?done=closed"));
            Assert.That((string)seen["state"]!, Is.EqualTo("closed"));
        }
    }

    [Test]
    public async Task Transfer_BeforeTheAssessment_LeadsThere()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync();
        await PageWorld.Shared.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer." });

        Assert.That((await OpenAsync(id, "transfer")).Link("Bedöm läget").GetAttribute("href"), Does.EndWith("/assess"));
    }

    [Test]
    public async Task Transfer_WithoutAReceiver_AsksAndKeepsTheRest()
    {
        var page = await (await OpenAsync(await PageWorld.Shared.Cases.AssessedAsync(), "transfer")).Form("reason").Fill("reason", "transferred").Fill("summary", "Mina ord.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["receiver"]));
            Assert.That(page.Form("reason").Value("summary"), Is.EqualTo("Mina ord."));
        }
    }

    [Test]
    public async Task Transfer_Empty_AsksWhy() =>
        Assert.That((await (await OpenAsync(await PageWorld.Shared.Cases.AssessedAsync(), "transfer")).Form("reason").SubmitAsync()).WrongFields, Is.EqualTo((string[])["reason"]));

    [Test]
    public async Task Transfer_Filled_AsksTheExposedPerson()
    {
        var id = await PageWorld.Shared.Cases.AssessedAsync();
        var page = await (await OpenAsync(id, "transfer")).Form("reason").Fill("reason", "transferred").Fill("receiver", "Regionen").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=closure_proposed"));
            Assert.That((string)seen["closure"]!["receiver"]!, Is.EqualTo("Regionen"));
        }
    }

    [Test]
    public async Task Duplicate_OfNothing_AsksForTheNumber() =>
        Assert.That((await (await OpenAsync(await PageWorld.Shared.Cases.ReportAsync(), "duplicate")).Form("of").SubmitAsync()).WrongFields, Is.EqualTo((string[])["of"]));

    [Test]
    public async Task Duplicate_OfAnUnknownCase_SaysSoAndKeepsTheNumber()
    {
        var page = await (await OpenAsync(await PageWorld.Shared.Cases.ReportAsync(), "duplicate")).Form("of").Fill("of", "2026-999999").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["of"]));
            Assert.That(page.Form("of").Value("of"), Is.EqualTo("2026-999999"));
        }
    }

    [Test]
    public async Task Duplicate_OfAnotherCase_IsJoined()
    {
        var (id, main) = (await PageWorld.Shared.Cases.ReportAsync(), await PageWorld.Shared.Cases.ReportAsync());
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("manager", main))["number"]!;
        var page = await (await OpenAsync(id, "duplicate")).Form("of").Fill("of", $" {number} ").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=marked_duplicate"));
            Assert.That((string)(await PageWorld.Shared.Cases.ReadAsync("manager", id))["state"]!, Is.EqualTo("duplicate"));
        }
    }

    private static async Task<Page> OpenAsync(string id, string part, string person = "manager") => await (await PageWorld.Shared.AsAsync(person)).OpenAsync($"/incidents/{id}/{part}");
}
