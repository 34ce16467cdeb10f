using System.Net;

namespace IncidentReporting.Web.Tests.Reports;

internal sealed class BatchTests
{
    private Browser _employee = null!;

    [SetUp]
    public async Task SignInAsync() => _employee = await PageWorld.Shared.AsAsync("employee");

    [Test]
    public async Task Sheet_WithTwoEvents_GivesTwoNumbers()
    {
        var form = await FilledAsync();

        var receipt = await form.SubmitAsync("Skicka alla");

        receipt.IsAt("/report/batch/receipt");
        Assert.That(receipt.Texts(".row-link"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Sheet_SentTwice_IsReportedOnce()
    {
        var form = await FilledAsync();

        var first = await form.SubmitAsync("Skicka alla");
        var second = await form.SubmitAsync("Skicka alla");

        Assert.That(second.Address, Is.EqualTo(first.Address));
    }

    [Test]
    public async Task Row_Wrong_IsNamedAtItsPlaceAndAllIsKept()
    {
        var form = (await _employee.OpenAsync("/report/batch")).Form();

        var page = await form.Fill("safeNow", "yes").Fill("incidents[0].kinds", "physical_violence").Fill("incidents[0].description", "Ett.")
            .Fill("incidents[2].description", "Tre.").SubmitAsync("Skicka alla");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo(["incidents[2].kinds"]));
            Assert.That(page.Form().Value("incidents[0].description"), Is.EqualTo("Ett."));
            Assert.That(page.Form().Value("incidents[2].description"), Is.EqualTo("Tre."));
            Assert.That(page.Form().Value("safeNow"), Is.EqualTo("yes"));
        }
    }

    [Test]
    public async Task Sheet_Empty_SaysWhatIsMissing()
    {
        var page = await (await _employee.OpenAsync("/report/batch")).Form().Fill("date", string.Empty).SubmitAsync("Skicka alla");

        Assert.That(page.WrongFields, Is.EqualTo(["date", "safeNow", "incidents[0].kinds"]));
    }

    [Test]
    public async Task Rows_Added_KeepWhatIsTyped()
    {
        var form = await FilledAsync();

        var page = await form.SubmitAsync("Lägg till fler rader");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Form().Fields, Does.Contain("incidents[5].description"));
            Assert.That(page.Form().Value("incidents[1].description"), Is.EqualTo("Slag mot armen."));
            Assert.That(page.Errors, Is.Empty);
        }
    }

    [Test]
    public async Task Receipt_OfOthersNumbers_IsNotFound()
    {
        var receipt = await (await FilledAsync()).SubmitAsync("Skicka alla");

        (await (await PageWorld.Shared.AsAsync("outsider")).OpenAsync(receipt.Address)).Is(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Sheet_WithoutSignIn_AsksForIt() =>
        (await PageWorld.Shared.Stranger().OpenAsync("/report/batch")).IsAt("/sign-in");

    private async Task<Form> FilledAsync() => (await _employee.OpenAsync("/report/batch")).Form()
        .Fill("safeNow", "yes")
        .Fill("date", "2026-01-10")
        .Fill("incidents[0].kinds", "physical_violence").Fill("incidents[0].occurredAt", "08:15").Fill("incidents[0].description", "Kastade en stol.")
        .Fill("incidents[1].kinds", "physical_violence").Fill("incidents[1].description", "Slag mot armen.");
}
