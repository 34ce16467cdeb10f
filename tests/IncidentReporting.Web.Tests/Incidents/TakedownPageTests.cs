using System.Net;
using IncidentReporting.Web.Tests.Reports;

namespace IncidentReporting.Web.Tests.Incidents;

/// <summary>What platforms were asked to take away, and what they answered.</summary>
internal sealed class TakedownPageTests
{
    private Browser _employee = null!;
    private string _case = null!;

    [SetUp]
    public async Task SendAsync()
    {
        _employee = await PageWorld.Shared.AsAsync("employee");
        _case = Reporting.IdOf(await Reporting.SendAsync(_employee, "online_attack"));
    }

    [Test]
    public async Task Request_Noted_StandsOnTheCasePage()
    {
        var page = await NoteAsync();

        var kept = (await PageWorld.Shared.Cases.ReadAsync("employee", _case))["takedowns"]!.AsArray().Single()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("Bett Forumet ta bort").And.Contain("Väntar på svar"));
            Assert.That((string?)kept["reference"], Is.EqualTo("A-17"));
        }
    }

    [Test]
    public async Task Request_WithoutAPlatform_IsAskedForItAndKeepsTheRest()
    {
        var page = await (await OpenAsync("new")).Form("platform").Fill("platform", string.Empty).Fill("reference", "A-17").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo(["platform"]));
            Assert.That(page.Form("platform").Value("reference"), Is.EqualTo("A-17"));
        }
    }

    [Test]
    public async Task Answer_Removed_TellsWhenToLookAgain()
    {
        await NoteAsync();
        var id = (string)(await PageWorld.Shared.Cases.ReadAsync("employee", _case))["takedowns"]![0]!["id"]!;

        var unsaid = await (await OpenAsync(id)).Form("answer").SubmitAsync();
        var page = await unsaid.Form("answer").Fill("answer", "removed").SubmitAsync();

        var kept = (await PageWorld.Shared.Cases.ReadAsync("employee", _case))["takedowns"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unsaid.WrongFields, Is.EqualTo(["answer"]));
            Assert.That(page.Text, Does.Contain("Borttaget").And.Contain("Titta efter igen"));
            Assert.That(kept["recheck"]!.AsArray(), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Answer_ToWhatIsNotThere_IsNotFound() => (await _employee.OpenAsync($"/incidents/{_case}/takedowns/{Guid.NewGuid()}")).Is(HttpStatusCode.NotFound);

    private async Task<Page> OpenAsync(string page) => (await _employee.OpenAsync($"/incidents/{_case}/takedowns/{page}")).Is(HttpStatusCode.OK);

    private async Task<Page> NoteAsync() =>
        await (await OpenAsync("new")).Form("platform").Fill("platform", "Forumet").Fill("reference", "A-17").SubmitAsync();
}
