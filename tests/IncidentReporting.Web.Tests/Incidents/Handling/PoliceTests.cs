namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class PoliceTests
{
    private string _case = null!;

    [SetUp]
    public async Task AssessAsync() => _case = await PageWorld.Shared.Cases.AssessedAsync();

    [Test]
    public async Task Police_Undecided_HasReportingAsItsOneMainWay()
    {
        var page = await OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Bestäm om polisanmälan"));
            Assert.That(page.Texts("main a.ds-button"), Is.EqualTo((string[])["Anmäl till polisen"]));
            Assert.That(page.Texts(".row-title"), Is.EqualTo((string[])["Bestäm att anmäla, gör det senare", "Anmäl inte nu"]));
            Assert.That(page.Link("Öppna underlaget").GetAttribute("href"), Does.EndWith("/sheet?for=police"));
        }
    }

    [Test]
    public async Task Report_Filled_IsRecordedWithItsNumber()
    {
        var page = await (await OpenAsync("?status=reported")).Form("reportedBy").Fill("reportedBy", "both").Fill("caseNumber", "5000-K123456-26").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=police_reported"));
            Assert.That((string)seen["police"]!["status"]!, Is.EqualTo("reported"));
            Assert.That((string)seen["police"]!["caseNumber"]!, Is.EqualTo("5000-K123456-26"));
        }
    }

    [Test]
    public async Task Report_WithoutWhoReports_AsksAndKeepsTheRest()
    {
        var page = await (await OpenAsync("?status=reported")).Form("reportedBy").Fill("caseNumber", "K1").Fill("at", "i går").Fill("hour", "sent").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Anmäl till polisen"));
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["reportedBy", "at", "hour"]));
            Assert.That(page.Form("reportedBy").Value("caseNumber"), Is.EqualTo("K1"));
        }
    }

    [Test]
    public async Task NotNow_WithoutGrounds_AsksForEach()
    {
        var page = await (await OpenAsync("?status=decided_not")).Form("reasons").Fill("reviewAt", string.Empty).SubmitAsync();

        Assert.That(page.WrongFields, Is.EquivalentTo((string[])["reasons", "exposedAgrees", "reviewAt"]));
    }

    [Test]
    public async Task NotNow_WithGrounds_IsRecordedAndCanBecomeAReport()
    {
        var page = await (await OpenAsync("?status=decided_not")).Form("reasons").Check("reasons", "exposed_declines", "lack_of_evidence").Fill("exposedAgrees", "yes").SubmitAsync();
        var next = await OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=police_decided_not"));
            Assert.That(next.Texts("main a.ds-button"), Is.EqualTo((string[])["Anmäl till polisen"]));
        }
    }

    [Test]
    public async Task Steps_AfterTheReport_FollowTheOrderOfTheLaw()
    {
        await PageWorld.Shared.Cases.DoAsync("manager", _case, "police-events", new { status = "reported", reportedBy = "employer" });
        var page = await OpenAsync();
        var after = await (await OpenAsync("?status=opened")).Form("source").Fill("source", "police_letter").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".row-title"), Is.EqualTo((string[])["Förundersökning inleds inte", "Förundersökning inledd", "Okänt trots kontroll"]));
            Assert.That(after.Address, Does.EndWith("?done=police_recorded"));
        }
    }

    [Test]
    public async Task Step_OutOfOrder_IsRefusedInWords()
    {
        var page = await (await OpenAsync("?status=convicted")).Form("source").Fill("note", "Fel ordning.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Errors, Is.EqualTo((string[])["Polisens steg följer lagens ordning."]));
            Assert.That(page.Form("source").Value("note"), Is.EqualTo("Fel ordning."));
        }
    }

    [Test]
    public async Task Step_EnteredWrongly_IsCorrectedAndStaysVisible()
    {
        await PageWorld.Shared.Cases.DoAsync("manager", _case, "police-events", new { status = "reported", reportedBy = "employer" });
        await PageWorld.Shared.Cases.DoAsync("manager", _case, "police-events", new { status = "opened" });
        var correct = await (await OpenAsync()).FollowAsync("Rätta steget");
        var step = await correct.FollowAsync("Förundersökning inleds inte");
        var after = await step.Form("source").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(correct.Text, Does.Contain("Steget ”Förundersökning inledd” blev fel"));
            Assert.That(after.Address, Does.EndWith("?done=police_corrected"));
            Assert.That((string)seen["police"]!["status"]!, Is.EqualTo("not_opened"));
            Assert.That((await OpenAsync()).Texts(".police-events s"), Is.EqualTo((string[])["Förundersökning inledd"]));
        }
    }

    [Test]
    public async Task NotNow_ByTheExposedPerson_DoesNotAskWhetherSheAgrees()
    {
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync($"/incidents/{_case}/police?status=decided_not");
        var after = await page.Form("reasons").Check("reasons", "fear_reprisal").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Not.Contain("Håller den utsatta med"));
            Assert.That(after.Address, Does.EndWith("?done=police_decided_not"));
            Assert.That((string)seen["police"]!["events"]![0]!["exposedAgrees"]!, Is.EqualTo("yes"));
        }
    }

    private async Task<Page> OpenAsync(string query = "") => await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{_case}/police{query}");
}
