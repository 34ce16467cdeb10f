using System.Net;

namespace IncidentReporting.Web.Tests.Statistics;

internal sealed class SeriesPageTests
{
    private static readonly string Address = $"/statistics/series?from={FiguresWorld.Year}&to={FiguresWorld.Year}";

    [Test]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn() => Assert.That((await FiguresWorld.World.Stranger().OpenAsync("/statistics/series")).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Series_OfQuarters_IsAChartATableAndTheChangeInWords()
    {
        var page = (await OpenAsync(Address)).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".figures tbody th"), Is.EqualTo(Enumerable.Range(1, 4).Select(quarter => $"kv {quarter} {FiguresWorld.Year}")));
            Assert.That(page.TextOf(".statistics-answer .lead"), Does.Contain($"från kvartal 1 {FiguresWorld.Year} till kvartal 4 {FiguresWorld.Year}").And.Contain("säker"));
            Assert.That(page.Has("figure.chart svg"), Is.True);
        }
    }

    [Test]
    public async Task Series_OfAnAttribute_HasAChartForEachCategory() =>
        Assert.That((await OpenAsync(Address + "&period=year&by=police2")).Texts(".statistics-parts h3"), Is.EqualTo((string[])["Polisanmäld", "Anmäldes inte", "Inte bestämt"]));

    [Test]
    public async Task Series_IntoWhatIsNotFrozen_HasGapsAndSaysWhy()
    {
        var page = await OpenAsync($"/statistics/series?period=month&from={FiguresWorld.Year}&to={DateTime.UtcNow.Year + 1}");

        Assert.That(page.Text, Does.Contain("Perioden är inte fryst ännu").And.Contain("saknas"));
    }

    [TestCase("&by=support", "by", "finns inte för Händelser")]
    [TestCase("&period=week", "period", "Välj månad, kvartal eller år.")]
    [TestCase("&node=nowhere", "node", "Välj i listan")]
    public async Task Question_OutsideTheGrid_IsExplainedBesideTheChoices(string query, string field, string words)
    {
        var page = (await OpenAsync(Address + query)).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.ErrorAt(field), Does.Contain(words));
            Assert.That(page.Has(".statistics-answer"), Is.False);
            Assert.That(page.Form("node").Value("from"), Is.EqualTo($"{FiguresWorld.Year}"));
        }
    }

    [Test]
    public async Task Span_ThatEndsBeforeItBegins_IsExplained() =>
        Assert.That((await OpenAsync($"/statistics/series?from={FiguresWorld.Year}&to={FiguresWorld.Year - 1}")).ErrorAt("to"), Is.EqualTo("Slutet ligger före början."));

    [Test]
    public async Task File_OfWhatIsShown_IsFetched() =>
        Assert.That((await (await OpenAsync(Address)).FollowAsync("Hämta CSV")).Source, Does.Contain("Vem;När;Händelser;Utgåva").And.Contain(";slutlig"));

    private static async Task<Page> OpenAsync(string address) => await (await FiguresWorld.World.AsAsync("analyst")).OpenAsync(address);
}
