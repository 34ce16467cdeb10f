using System.Net;

namespace IncidentReporting.Web.Tests.Reports;

internal sealed class ReceiptTests
{
    [Test]
    public async Task Receipt_OfAReport_SaysNumberNextStepsSupportAndLaw()
    {
        var page = await Reporting.SendAsync(await PageWorld.Shared.AsAsync("employee"));

        var report = await PageWorld.Shared.Cases.ReadAsync("employee", Reporting.IdOf(page));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".receipt-number strong"), Is.EqualTo((string)report["number"]!));
            Assert.That(page.TextOf(".receipt-duties"), Does.Contain("Person manager tar kontakt med dig Senast"));
            Assert.That(page.Has("a[href='tel:112']"));
            Assert.That(page.TextOf("section[aria-labelledby=support]"), Does.Contain("har inte skrivit in sitt stöd"));
            Assert.That(page.Texts("section[aria-labelledby=law] summary"), Is.Not.Empty);
            Assert.That(page.TextOf(".proof"), Does.Contain("Person employee").And.Contain("Direkta hot"));
            Assert.That(page.Texts("section[aria-labelledby=more] .row-link"), Has.Count.EqualTo(9));
        }
    }

    [Test]
    public async Task Receipt_OfADraft_LeadsToTheDraft()
    {
        var employee = await PageWorld.Shared.AsAsync("employee");
        var draft = await Reporting.BeginAsync(employee);

        (await employee.OpenAsync($"{draft.Path}/receipt")).IsAt(draft.Path);
    }

    [Test]
    public async Task Receipt_OfSomebodyElse_IsNotFound()
    {
        var page = await Reporting.SendAsync(await PageWorld.Shared.AsAsync("employee"));

        (await (await PageWorld.Shared.AsAsync("outsider")).OpenAsync(page.Path)).Is(HttpStatusCode.NotFound);
        (await PageWorld.Shared.Stranger().OpenAsync(page.Path)).IsAt("/sign-in");
    }

    [Test]
    public async Task Receipt_OfAReportForAColleague_OffersWhatItsReporterCanTell()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync("colleague", report => report["exposed"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["userId"] = PageWorld.Shared.Cases.IdOf("employee") }));

        var page = await (await PageWorld.Shared.AsAsync("colleague")).OpenAsync($"/report/{id}/receipt");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("section[aria-labelledby=more] .row-link"), Has.Count.EqualTo(6));
            Assert.That(page.TextOf(".receipt-duties"), Does.Not.Contain("Person manager"));
        }
    }
}
