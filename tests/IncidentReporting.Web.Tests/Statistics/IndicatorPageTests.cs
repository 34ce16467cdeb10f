using System.Net;

namespace IncidentReporting.Web.Tests.Statistics;

internal sealed class IndicatorPageTests
{
    private const string Address = "/statistics/indicators";
    private const string Yearly = "/statistics/reports/yearly";
    private const string Quarterly = "/statistics/reports/quarterly";

    private static async Task<Page> OpenAsync(string address, string name = "analyst") => await (await FiguresWorld.World.AsAsync(name)).OpenAsync(address);

    [Test]
    public async Task Pages_SomeoneNotSignedIn_IsShownTheWayIn([Values(Address, "/statistics/reports", Yearly, Quarterly)] string address) =>
        Assert.That((await FiguresWorld.World.Stranger().OpenAsync(address)).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Indicators_StandWithFormulaAndReason()
    {
        var page = (await OpenAsync(FiguresWorld.Of(Address))).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelectorAll("article.indicator"), Has.Count.EqualTo(42));
            Assert.That(page.Document.QuerySelectorAll("article.indicator details"), Has.Count.EqualTo(42));
            Assert.That(page.Texts("#V7").Single(), Does.Contain("Händelser som polisanmälts, delat med alla händelser."));
            Assert.That(page.Texts("#O24").Single(), Does.Contain("inte bland de skyddade talen"));
            Assert.That(page.Has("#country svg"), Is.True);
            Assert.That(page.Text, Does.Contain("Talen är skyddade: varje tal kan vara ändrat med högst 5.").And.Contain("tabell PT-1"));
        }
    }

    [TestCase(Address + "?node=nowhere")]
    [TestCase(Address + "?period=1999")]
    [TestCase(Yearly + "?node=nowhere")]
    [TestCase(Quarterly + "?period=1999-Q1")]
    public async Task Pages_OutsideTheGrid_SayWhatMayBeAsked(string address)
    {
        var page = (await OpenAsync(address)).Is(HttpStatusCode.OK);

        Assert.That((page.Has(".error-summary"), page.Has("article")), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Yearly_IsADocumentWithItsSourceFirstAndItsMethodLast()
    {
        var page = (await OpenAsync(FiguresWorld.Of(Yearly))).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("article.report h2"), Is.EqualTo((string[])
            [
                "Som i landet, eller inte?", "Vad har hänt?", "Hur långt kom polisanmälningarna?", "Får de utsatta stöd, och följs det upp?", "Görs åtgärderna, och hjälper de?",
                "Vad talen inte säger",
            ]));
            Assert.That(page.Texts(".report-source").Single(), Does.Contain("Slutliga tal, frysta"));
            Assert.That(page.Texts("article footer").Single(), Does.Contain("högst 5").And.Contain("PT-1").And.Contain("Vision 2021"));
        }
    }

    [Test]
    public async Task Quarterly_SetsTheQuarterAgainstTheLastEight()
    {
        var page = (await OpenAsync($"{Quarterly}?period={FiguresWorld.Year}-Q2")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("article.report h1").Single(), Does.Contain($"kvartal 2 {FiguresWorld.Year}"));
            Assert.That(page.Texts("article.report h2"), Has.Some.EqualTo("De senaste åtta kvartalen").And.Some.EqualTo("Var har det hänt?"));
        }
    }

    [Test]
    public async Task Reports_AreChosenByWhoAndWhen()
    {
        var page = (await OpenAsync("/statistics/reports")).Is(HttpStatusCode.OK);
        var (yearly, quarterly) = (await OpenAsync($"/statistics/reports?period={FiguresWorld.Year}"), await OpenAsync($"/statistics/reports?period={FiguresWorld.Year}-Q2"));

        Assert.That((page.Has("select[name=period]"), yearly.Path, quarterly.Path), Is.EqualTo((true, Yearly, Quarterly)));
    }
}
