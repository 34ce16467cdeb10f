namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class NotifyTests
{
    private string _case = null!;

    [SetUp]
    public async Task AssessAsync() => _case = await PageWorld.Shared.Cases.AssessedAsync();

    [Test]
    public async Task Notify_WithoutAnAddressee_ListsThemWithWhereEachStands()
    {
        await PageWorld.Shared.Cases.DoAsync("manager", _case, "notifications", new { addressee = "security_function", status = "sent" });
        var page = await OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".row-title"), Has.Count.EqualTo(10).And.Some.EqualTo("Säkerhetsfunktion Skickad"));
            Assert.That(page.Has("main form"), Is.False);
        }
    }

    [Test]
    public async Task Notify_Sent_IsRecordedWithItsReference()
    {
        var page = await (await OpenAsync("?addressee=av_33a")).Form("status").Fill("status", "sent").Fill("reference", "AV-1").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("rep", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=notified"));
            Assert.That((string)seen["notifications"]![0]!["reference"]!, Is.EqualTo("AV-1"));
        }
    }

    [Test]
    public async Task Notify_Empty_AsksWhereItStands() =>
        Assert.That((await (await OpenAsync("?addressee=av_33a")).Form("status").SubmitAsync()).WrongFields, Is.EqualTo((string[])["status"]));

    [Test]
    public async Task Notify_NotNeededWithoutAReason_AsksAndKeepsTheRest()
    {
        var page = await (await OpenAsync("?addressee=fk_injury")).Form("status").Fill("status", "not_required").Fill("reference", "Egen").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Anmäl arbetsskadan"));
            Assert.That(page.WrongFields, Is.EqualTo((string[])["reason"]));
            Assert.That(page.Form("status").Value("status"), Is.EqualTo("not_required"));
            Assert.That(page.Form("status").Value("reference"), Is.EqualTo("Egen"));
        }
    }

    private async Task<Page> OpenAsync(string query = "") => await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{_case}/notify{query}");
}
