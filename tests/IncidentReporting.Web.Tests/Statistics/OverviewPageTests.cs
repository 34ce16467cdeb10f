using System.Net;

namespace IncidentReporting.Web.Tests.Statistics;

internal sealed class OverviewPageTests
{
    private const string Address = "/statistics";

    [Test]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn() => Assert.That((await FiguresWorld.World.Stranger().OpenAsync(Address)).Path, Is.EqualTo("/sign-in"));

    [TestCase("employee")]
    [TestCase("manager")]
    [TestCase("auditor")]
    [TestCase("reader")]
    public async Task Menu_OfEveryoneSignedIn_LeadsToTheFigures(string name) => Assert.That((await OpenAsync(name, "/")).HasLink(Address), Is.True);

    [Test]
    public async Task Year_IsAnsweredByKeyFiguresBenchmarksKindsAndQuarters()
    {
        var page = (await OpenAsync("employee", FiguresWorld.Of(Address))).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo($"Testkommun, {FiguresWorld.Year}"));
            Assert.That(page.Texts(".key-figures dt"), Is.EqualTo((string[])["Händelser", "Polisanmälda", "Inget eller för lite stöd", "Mörkertal"]));
            Assert.That(page.Texts("figure h2"), Is.EqualTo((string[])["Som i landet, eller inte?", "Vad som händer oss", "Blir det bättre?"]));
            Assert.That(page.Text, Does.Contain("Slutliga tal, frysta").And.Contain("Vad talen inte säger."));
            Assert.That(page.Form("node").Value("period"), Is.EqualTo($"{FiguresWorld.Year}"));
        }
    }

    [TestCase("node=nowhere", "node")]
    [TestCase("period=2024-Q1", "period")]
    [TestCase("period=2031", "period")]
    public async Task Address_OutsideTheGrid_ShowsWhatIsUsualAndSaysWhy(string query, string field)
    {
        var page = (await OpenAsync("analyst", $"{Address}?{query}")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])[field]));
            Assert.That(page.Has(".key-figures"), Is.True);
        }
    }

    [Test]
    public async Task Reader_OfTheUnion_SeesTheCountryAndMayChooseAnEmployerThatShares()
    {
        var page = await OpenAsync("reader", FiguresWorld.Of(Address));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo($"Hela landet, {FiguresWorld.Year}"));
            Assert.That((await OpenAsync("reader", FiguresWorld.Of($"{Address}?node={FiguresWorld.Node}"))).Heading, Is.EqualTo($"Testkommun, {FiguresWorld.Year}"));
        }
    }

    [Test]
    public async Task Start_OfAnAnalyst_HoldsTheKeyFigures()
    {
        var page = await OpenAsync("analyst", "/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".key-figures dt"), Has.Count.EqualTo(4));
            Assert.That(page.HasLink("/statistics/explore"), Is.True);
            Assert.That((await OpenAsync("employee", "/")).Has(".key-figures"), Is.False);
        }
    }

    [TestCase("csv", "text/csv")]
    [TestCase("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task File_OfTheIndicators_IsFetched(string form, string type)
    {
        var file = await OpenAsync("analyst", FiguresWorld.Of($"{Address}?handler=File&form={form}"));

        Assert.That(file.Headers["Content-Type"], Does.StartWith(type));
    }

    [Test]
    public async Task Menu_OfTheFigures_ShowsWhatIsOfUse()
    {
        var analyst = await OpenAsync("analyst", Address);
        var manager = await OpenAsync("manager", Address);
        var coordinator = await OpenAsync("coordinator", Address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(analyst.HasLink("/statistics/signals"), Is.False);
            Assert.That(manager.HasLink("/statistics/signals"), Is.True);
            Assert.That(manager.HasLink("/statistics/headcounts"), Is.False);
            Assert.That(coordinator.HasLink("/statistics/headcounts"), Is.True);
            Assert.That(analyst.TextOf(".statistics-nav .wide [aria-current=page]"), Is.EqualTo("Översikt"));
        }
    }

    private static async Task<Page> OpenAsync(string name, string address) => await (await FiguresWorld.World.AsAsync(name)).OpenAsync(address);
}
