namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class AssessTests
{
    [Test]
    public async Task Assess_Opened_ShowsTheAuthoritysListAndTheRepresentative()
    {
        var page = await OpenAsync(await AcknowledgedAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Bedöm läget"));
            Assert.That(page.Text, Does.Contain("Person rep").And.Contain("hot med kniv").And.Contain("3 kap. 3 a §"));
            Assert.That(page.Form("danger").Value("avDuty"), Is.Null);
        }
    }

    [Test]
    public async Task Assess_OfADeathThreat_HasYesChosenBeforehand()
    {
        var page = await OpenAsync(await AcknowledgedAsync("threat_direct.death"));

        Assert.That(page.Form("danger").Value("avDuty"), Is.EqualTo("yes"));
    }

    [Test]
    public async Task Assess_Empty_SaysWhatIsMissing()
    {
        var page = await (await OpenAsync(await AcknowledgedAsync())).Form("danger").SubmitAsync();

        Assert.That(page.WrongFields, Is.EquivalentTo((string[])["danger", "avDuty", "injury"]));
    }

    [Test]
    public async Task Assess_NoWithoutAReason_AsksForItAndKeepsTheRest()
    {
        var page = await (await OpenAsync(await AcknowledgedAsync())).Form("danger")
            .Fill("danger", "low").Fill("avDuty", "no").Fill("injury", "none").Fill("staffing", "alone").Check("circumstances", "time_pressure").Fill("text", "Mina ord.").SubmitAsync();
        var form = page.Form("danger");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["avReason"]));
            Assert.That(form.Value("danger"), Is.EqualTo("low"));
            Assert.That(form.Value("staffing"), Is.EqualTo("alone"));
            Assert.That(form.Values("circumstances"), Is.EqualTo((string[])["time_pressure"]));
            Assert.That(form.Value("text"), Is.EqualTo("Mina ord."));
        }
    }

    [Test]
    public async Task Assess_Filled_IsKeptAndShownWhenAssessedAgain()
    {
        var id = await AcknowledgedAsync();
        var page = await (await OpenAsync(id)).Form("danger")
            .Fill("danger", "raised").Fill("avDuty", "no").Fill("avReason", "Ingen allvarlig fara.").Fill("injury", "unknown").Fill("alarm", "none").SubmitAsync();
        var again = (await OpenAsync(id)).Form("danger");
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=assessed"));
            Assert.That((string)seen["assessment"]!["danger"]!, Is.EqualTo("raised"));
            Assert.That((string)seen["assessment"]!["alarm"]!, Is.EqualTo("none"));
            Assert.That((string?)seen["assessment"]!["staffing"], Is.Null);
            Assert.That(again.Value("avReason"), Is.EqualTo("Ingen allvarlig fara."));
            Assert.That(again.Value("injury"), Is.EqualTo("unknown"));
        }
    }

    private static async Task<string> AcknowledgedAsync(string kind = "threat_direct.violence")
    {
        var id = await PageWorld.Shared.Cases.ReportAsync(more: report => report["kinds"] = new System.Text.Json.Nodes.JsonArray(kind));
        await PageWorld.Shared.Cases.DoAsync("manager", id, "acknowledgement", new { message = "Jag ringer." });
        return id;
    }

    private static async Task<Page> OpenAsync(string id) => await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{id}/assess");
}
