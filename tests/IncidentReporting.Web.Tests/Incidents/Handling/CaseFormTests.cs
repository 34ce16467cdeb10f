using System.Net;

namespace IncidentReporting.Web.Tests.Incidents.Handling;

/// <summary>Two people in the same case: the second sees what the first has done, and loses nothing.</summary>
internal sealed class CaseFormTests
{
    private string _case = null!;

    [SetUp]
    public async Task AssessAsync() => _case = await PageWorld.Shared.Cases.AssessedAsync();

    [Test]
    public async Task Form_WhenTheCaseHasChanged_IsNotSentAndTellsWhoDidWhat()
    {
        var form = (await OpenAsync("assess")).Form("danger").Fill("danger", "serious").Fill("text", "Mina ord.");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "assessment", new { danger = "raised", avDuty = "yes", text = "Ersättarens ord." });
        var page = (await form.SubmitAsync()).Is(HttpStatusCode.OK);
        var notice = page.TextOf(".notice.warn");
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(notice, Does.Contain("Person deputy").And.Contain("Mina ord.").And.Contain("Ersättarens ord.").And.Contain("Allvarlig").And.Contain("Förhöjd"));
            Assert.That(notice, Does.Not.Contain("Person manager"));
            Assert.That(page.Form("danger").Value("danger"), Is.EqualTo("serious"));
            Assert.That(page.Form("danger").Value("text"), Is.EqualTo("Mina ord."));
            Assert.That(page.Form("danger").Buttons, Is.EqualTo((string[])["Bedöm läget ändå"]));
            Assert.That((string)seen["assessment"]!["danger"]!, Is.EqualTo("raised"));
        }
    }

    [Test]
    public async Task Form_SentAnyway_GoesThrough()
    {
        var form = (await OpenAsync("assess")).Form("danger").Fill("danger", "serious");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "assessment", new { danger = "raised", avDuty = "yes" });
        var page = await (await form.SubmitAsync()).Form("danger").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=assessed"));
            Assert.That((string)seen["assessment"]!["danger"]!, Is.EqualTo("serious"));
        }
    }

    [Test]
    public async Task Form_ChangedOnceMoreBeforeItIsSentAnyway_TellsAgain()
    {
        var form = (await OpenAsync("assess")).Form("danger").Fill("danger", "serious");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "assessment", new { danger = "raised", avDuty = "yes" });
        var again = (await form.SubmitAsync()).Form("danger");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "support-offers", new { measure = "relieving_talk" });
        var page = await again.SubmitAsync();

        Assert.That(page.TextOf(".notice.warn"), Does.Contain("avlastningssamtal"));
    }

    [Test]
    public async Task Form_SentWithAFaultAfterAChange_TellsBoth()
    {
        var form = (await OpenAsync("support/new")).Form("note").Fill("note", "Klockan tre.");
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "support-offers", new { measure = "peer_support" });
        var page = await form.SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["measures"]));
            Assert.That(page.TextOf(".notice.warn"), Does.Contain("Person deputy"));
            Assert.That(page.Form("note").Value("note"), Is.EqualTo("Klockan tre."));
        }
    }

    [TestCase("support/new", "measures", "relieving_talk")]
    [TestCase("close", "summary", "Klart.")]
    [TestCase("return", "reason", "Tiden räcker inte.")]
    [TestCase("notify?addressee=fk_injury", "status", "sent")]
    [TestCase("police?status=reported", "reportedBy", "employer")]
    public async Task EveryForm_WhenTheCaseHasChanged_KeepsWhatWasChosen(string page, string field, string value)
    {
        if (page == "close")
        {
            _case = await PageWorld.Shared.Cases.ReadyToCloseAsync();
        }

        var form = (await OpenAsync(page)).Form(field);
        form = field == "measures" ? form.Check(field, value) : form.Fill(field, value);
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "notes", new { text = "En anteckning.", audience = "case" });
        await PageWorld.Shared.Cases.DoAsync("deputy", _case, "support-offers", new { measure = "peer_support" });
        var shown = await form.SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.Has(".notice.warn"), Is.True);
            Assert.That(shown.Form(field).Values(field), Is.EqualTo((string[])[value]));
            Assert.That(shown.Form(field).Buttons, Has.One.EndsWith(" ändå"));
        }
    }

    private async Task<Page> OpenAsync(string part) => await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{_case}/{part}");
}
