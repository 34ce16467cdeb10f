using System.Text.Json.Nodes;

namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class PassingTests
{
    private string _case = null!;

    [SetUp]
    public async Task ReportAsync() => _case = await PageWorld.Shared.Cases.ReportAsync(more: report =>
        report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = "Kim Testsson", ["identityGround"] = "work_environment" });

    [Test]
    public async Task HandOver_Opened_OffersThoseWhoHandleCasesAndNobodyConcerned()
    {
        var choices = (await OpenAsync("hand-over")).Form("userId").Choices("userId");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(choices, Does.Contain(PageWorld.Shared.Cases.IdOf("coordinator")).And.Contain(PageWorld.Shared.Cases.IdOf("deputy")));
            Assert.That(choices, Does.Not.Contain(PageWorld.Shared.Cases.IdOf("employee")).And.Not.Contain(PageWorld.Shared.Cases.IdOf("rep")));
        }
    }

    [Test]
    public async Task HandOver_ToTheCoordinator_MakesHerTheHandler()
    {
        var page = await (await OpenAsync("hand-over")).Form("userId").Fill("userId", PageWorld.Shared.Cases.IdOf("coordinator")).SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=handed_over"));
            Assert.That((string)seen["handler"]!["name"]!, Is.EqualTo("Person coordinator"));
        }
    }

    [Test]
    public async Task HandOver_ToNobody_AsksWho() =>
        Assert.That((await (await OpenAsync("hand-over")).Form("userId").SubmitAsync()).WrongFields, Is.EqualTo((string[])["userId"]));

    [Test]
    public async Task HandOver_ToSomeoneUnsuitable_SaysSo() =>
        Assert.That((await (await OpenAsync("hand-over")).Form("userId").Forge("userId", PageWorld.Shared.Cases.IdOf("colleague")).SubmitAsync()).WrongFields, Is.EqualTo((string[])["userId"]));

    [Test]
    public async Task Return_WithAReason_GoesToTheManagerAbove()
    {
        var page = await (await OpenAsync("return")).Form("reason").Fill("reason", "Pengar saknas.").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("head", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=returned"));
            Assert.That((string)seen["handler"]!["name"]!, Is.EqualTo("Person head"));
        }
    }

    [Test]
    public async Task Return_WithoutAReason_AsksForIt() =>
        Assert.That((await (await OpenAsync("return")).Form("reason").SubmitAsync()).ErrorAt("reason"), Is.EqualTo("Skriv vad som inte räcker till."));

    [Test]
    public async Task Return_TooLong_KeepsWhatWasTyped()
    {
        var words = new string('x', 20_001);

        Assert.That((await (await OpenAsync("return")).Form("reason").Fill("reason", words).SubmitAsync()).Form("reason").Value("reason"), Is.EqualTo(words));
    }

    [Test]
    public async Task Identity_WithAReason_IsShownOnceAndTheReasonIsKept()
    {
        var page = await (await OpenAsync("identity", "rep")).Form("reason").Fill("reason", "Risk för andra.").SubmitAsync();
        var again = await OpenAsync("identity", "rep");
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("Kim Testsson").And.Contain("Arbetsmiljöansvar"));
            Assert.That(again.Text, Does.Not.Contain("Kim Testsson"));
            Assert.That(seen["notes"]!.AsArray().Select(note => (string)note!["text"]!), Does.Contain("Risk för andra."));
        }
    }

    [Test]
    public async Task Identity_WithoutAReason_IsNotShown()
    {
        var page = await (await OpenAsync("identity", "rep")).Form("reason").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["reason"]));
            Assert.That(page.Text, Does.Not.Contain("Kim Testsson"));
        }
    }

    private async Task<Page> OpenAsync(string part, string person = "manager") => await (await PageWorld.Shared.AsAsync(person)).OpenAsync($"/incidents/{_case}/{part}");
}
