namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class FollowUpTests
{
    private string _case = null!;
    private string _followUp = null!;

    [SetUp]
    public async Task AssessAsync()
    {
        _case = await PageWorld.Shared.Cases.AssessedAsync();
        _followUp = (string)(await PageWorld.Shared.Cases.ReadAsync("manager", _case))["followUps"]![0]!["id"]!;
    }

    [Test]
    public async Task FollowUp_Opened_SaysWhatToAskAndWhatToOfferAgain()
    {
        var offers = (await PageWorld.Shared.Cases.DoAsync("manager", _case, "support-offers", new { measure = "psychologist" }))["support"]!["offers"]!;
        await PageWorld.Shared.Cases.PatchAsync("employee", $"/incidents/{_case}/support-offers/{offers[0]!["id"]}", new { answer = "declined" });
        var page = await OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Följ upp efter 10 dagar"));
            Assert.That(page.Text, Does.Contain("Räcker stödet?"));
            Assert.That(page.Link("Psykolog").GetAttribute("href"), Does.EndWith("/support/new?measure=psychologist"));
        }
    }

    [Test]
    public async Task FollowUp_Held_IsKept()
    {
        var page = await (await OpenAsync()).Form("declined").Fill("declined", "false").Fill("summary", "Vi har talats vid.").Fill("newRisks", "false").SubmitAsync();
        var seen = (await PageWorld.Shared.Cases.ReadAsync("employee", _case))["followUps"]![0]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=follow_up_held"));
            Assert.That((string)seen["state"]!, Is.EqualTo("held"));
            Assert.That((string)seen["summary"]!, Is.EqualTo("Vi har talats vid."));
        }
    }

    [Test]
    public async Task FollowUp_NotWanted_IsKept() =>
        Assert.That((await (await OpenAsync()).Form("declined").Fill("declined", "true").SubmitAsync()).Address, Does.EndWith("?done=follow_up_declined"));

    [Test]
    public async Task FollowUp_Empty_AsksHowItWent() =>
        Assert.That((await (await OpenAsync()).Form("declined").SubmitAsync()).WrongFields, Is.EqualTo((string[])["declined"]));

    [Test]
    public async Task FollowUp_HeldInTheFuture_IsRefusedAndKeepsWhatWasTyped()
    {
        var page = await (await OpenAsync()).Form("declined").Fill("declined", "false").Fill("newRisks", "true").Fill("heldAt", "2099-01-01").Fill("summary", "Mina ord.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["heldAt"]));
            Assert.That(page.Form("declined").Value("summary"), Is.EqualTo("Mina ord."));
            Assert.That(page.Form("declined").Value("newRisks"), Is.EqualTo("true"));
        }
    }

    [Test]
    public async Task FollowUp_RecordedBySomeoneElseMeanwhile_AddsTheWordsToTheCaseInstead()
    {
        var form = (await OpenAsync()).Form("declined").Fill("declined", "false").Fill("newRisks", "false").Fill("summary", "Mina ord.");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, $"follow-ups/{_followUp}/outcome", new { summary = "Ersättarens ord.", newRisks = true });
        var page = await form.SubmitAsync();
        var after = await page.Form("summary").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".notice.warn"), Does.Contain("Ersättarens ord.").And.Contain("Mina ord."));
            Assert.That(after.Address, Does.EndWith("?done=note_added"));
            Assert.That(seen["notes"]!.AsArray().Select(note => (string)note!["text"]!), Does.Contain("Mina ord."));
        }
    }

    private async Task<Page> OpenAsync() => await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{_case}/follow-ups/{_followUp}");
}
