using System.Net;

namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class ExclusionsTests
{
    private string _case = null!;

    [SetUp]
    public async Task ReportAsync() => _case = await PageWorld.Shared.Cases.ReportAsync();

    [Test]
    public async Task Person_OfAnotherUnit_IsFoundBySearchAndKeptOut()
    {
        var page = await SearchAsync("outsid");
        Assert.That(page.Form("userId").Choices("userId"), Is.EqualTo((string[])[string.Empty, PageWorld.Shared.Cases.IdOf("outsider")]));

        page = await page.Form("userId").Fill("userId", PageWorld.Shared.Cases.IdOf("outsider")).Fill("reason", "Närstående").SubmitAsync("Håll personen utanför");

        Assert.That(page.Address, Does.EndWith("?done=excluded"));
        Assert.That((string?)(await PageWorld.Shared.Cases.ReadAsync("employee", _case))["exclusions"]![0]!["person"]!["id"], Is.EqualTo(PageWorld.Shared.Cases.IdOf("outsider")));
    }

    [Test]
    public async Task Search_ForNobody_SaysSo() => Assert.That((await SearchAsync("finns-inte")).Text, Does.Contain("ingen att hålla utanför"));

    [Test]
    public async Task Search_KeepsWhatWasTypedAndStandsInNoAddress()
    {
        var page = await SearchAsync("outsid", reason: "Närstående");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Form("userId").Value("reason"), Is.EqualTo("Närstående"));
            Assert.That(page.WrongFields, Is.Empty);
            Assert.That(page.Address, Does.Not.Contain("outsid"));
        }
    }

    [Test]
    public async Task Form_WithoutAReason_KeepsTheSearchAndTheChoice()
    {
        var page = await SearchAsync("outsid");

        page = await page.Form("userId").Fill("userId", PageWorld.Shared.Cases.IdOf("outsider")).SubmitAsync("Håll personen utanför");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["reason"]));
            Assert.That(page.Form("userId").Value("userId"), Is.EqualTo(PageWorld.Shared.Cases.IdOf("outsider")));
            Assert.That(page.Form("search").Value("search"), Is.EqualTo("outsid"));
        }
    }

    [TestCase("employee", true)]
    [TestCase("manager", true)]
    [TestCase("coordinator", true)]
    [TestCase("rep", false)]
    public async Task Reason_IsReadOnTheCaseByThoseTheFormNames(string reader, bool reads)
    {
        await PageWorld.Shared.Cases.PostAsync("employee", $"/incidents/{_case}/exclusions", new { userId = PageWorld.Shared.Cases.IdOf("outsider"), reason = "Närstående" });

        var page = (await (await PageWorld.Shared.AsAsync(reader)).OpenAsync($"/incidents/{_case}")).Is(HttpStatusCode.OK);

        Assert.That(page.Text, reads ? Does.Contain("Närstående") : Does.Not.Contain("Närstående"));
    }

    [TestCase("employee", true)]
    [TestCase("coordinator", false)]
    public async Task Exclusion_DecidedByTheExposedPerson_IsLiftedByHerOnly(string reader, bool mayLift)
    {
        await PageWorld.Shared.Cases.PostAsync("employee", $"/incidents/{_case}/exclusions", new { userId = PageWorld.Shared.Cases.IdOf("outsider"), reason = "Närstående" });

        Assert.That((await OpenAsync(reader)).Has("form[action$='handler=Lift']"), Is.EqualTo(mayLift));
    }

    private async Task<Page> SearchAsync(string words, string reason = "") =>
        (await (await OpenAsync("employee")).Form("search").Fill("search", words).Fill("reason", reason).SubmitAsync("Sök")).Is(HttpStatusCode.OK);

    private async Task<Page> OpenAsync(string name) =>
        (await (await PageWorld.Shared.AsAsync(name)).OpenAsync($"/incidents/{_case}/exclusions")).Is(HttpStatusCode.OK);
}
