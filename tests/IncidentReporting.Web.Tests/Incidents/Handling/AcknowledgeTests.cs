using System.Net;

namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class AcknowledgeTests
{
    private string _case = null!;

    [SetUp]
    public async Task ReportAsync() => _case = await PageWorld.Shared.Cases.ReportAsync();

    [Test]
    public async Task Acknowledge_Opened_AsksForOwnWordsAndTellsWhoReadsThem()
    {
        var page = await OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Bekräfta"));
            Assert.That(page.Form("message").Value("message"), Is.Empty);
            Assert.That(page.Text, Does.Contain("tomt hem").And.Contain("Person employee, som det gäller"));
            Assert.That(page.TextOf(".who-reads"), Does.Not.Contain("skyddsombud"));
        }
    }

    [Test]
    public async Task Acknowledge_WithWords_ReachesTheExposedPersonAndReturnsToTheCase()
    {
        var page = await (await OpenAsync()).Form("message").Fill("message", "Jag har läst och ringer nu.").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.StartWith("/incidents/2").And.EndsWith("?done=acknowledged"));
            Assert.That(page.TextOf(".notice.ok"), Does.Contain("bekräftad"));
            Assert.That((string)seen["state"]!, Is.EqualTo("acknowledged"));
            Assert.That((string)seen["notes"]![0]!["text"]!, Is.EqualTo("Jag har läst och ringer nu."));
        }
    }

    [Test]
    public async Task Acknowledge_WithoutWords_SaysWhatToDo()
    {
        var page = await (await OpenAsync()).Form("message").SubmitAsync();

        Assert.That(page.ErrorAt("message"), Is.EqualTo("Skriv några ord till den utsatta."));
    }

    [Test]
    public async Task Acknowledge_TooLong_KeepsWhatWasTyped()
    {
        var words = new string('x', 20_001);
        var page = await (await OpenAsync()).Form("message").Fill("message", words).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.ErrorAt("message"), Is.Not.Null);
            Assert.That(page.Form("message").Value("message"), Is.EqualTo(words));
        }
    }

    [Test]
    public async Task Acknowledge_AlreadyDone_SaysSoWithoutAForm()
    {
        await PageWorld.Shared.Cases.DoAsync("manager", _case, "acknowledgement", new { message = "Jag ringer." });
        var page = (await OpenAsync()).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("redan vara gjort"));
            Assert.That(page.Has("textarea"), Is.False);
        }
    }

    [Test]
    public async Task Acknowledge_DoneBySomeoneElseMeanwhile_SendsTheWordsAsAMessageInstead()
    {
        var form = (await OpenAsync()).Form("message").Fill("message", "Mina ord.");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "acknowledgement", new { message = "Ersättaren ringer." });
        var page = await form.SubmitAsync();
        var after = await page.Form("message").SubmitAsync("Skicka som meddelande i ärendet");
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".notice.warn"), Does.Contain("Person deputy"));
            Assert.That(page.Form("message").Value("message"), Is.EqualTo("Mina ord."));
            Assert.That(after.Address, Does.EndWith("?done=note_added"));
            Assert.That(seen["notes"]!.AsArray().Select(note => (string)note!["text"]!), Does.Contain("Mina ord.").And.Contain("Ersättaren ringer."));
        }
    }

    private async Task<Page> OpenAsync() => await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{_case}/acknowledge");
}
