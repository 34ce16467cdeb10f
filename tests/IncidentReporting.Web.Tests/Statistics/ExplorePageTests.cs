using System.Net;
using System.Text;

namespace IncidentReporting.Web.Tests.Statistics;

internal sealed class ExplorePageTests
{
    private const string Address = "/statistics/explore";

    private static Task<Page> AskAsync(string query, string name = "analyst") => OpenAsync(name, FiguresWorld.Of(Address + query));

    [Test]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn() => Assert.That((await FiguresWorld.World.Stranger().OpenAsync(Address)).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Page_BeforeAnythingIsFrozen_SaysWhatWillBeHere()
    {
        var page = (await (await PageWorld.Shared.AsAsync("employee")).OpenAsync(Address)).Is(HttpStatusCode.OK);

        Assert.That(page.Text, Does.Contain("Inga tal är frysta ännu.").Or.Contain("Visa"));
    }

    [Test]
    public async Task Table_OfOneAttribute_StandsAsBarsAndRowsWithItsNoteAndRelease()
    {
        var page = (await AskAsync("?by=kind")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".figures tbody th"), Is.SupersetOf((string[])["Förtäckta hot", "Direkta hot", "Näthat", "Fysiskt våld", "Totalt"]));
            Assert.That(page.Texts(".figures tbody td"), Has.Some.EqualTo("färre än 5"), "physical violence never happened");
            Assert.That(page.Has("figure.chart svg"), Is.True);
            Assert.That(page.Text, Does.Contain("Talen är skyddade: varje tal kan vara ändrat med högst 5.").And.Contain("Slutliga tal, frysta"));
            Assert.That(page.Form("node").Value("by"), Is.EqualTo("kind"));
        }
    }

    [Test]
    public async Task Table_OfTwoAttributes_IsRowsAndColumns()
    {
        var page = await AskAsync("?by=setting&by2=police2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".statistics-answer .figures thead th").Skip(1), Is.EqualTo((string[])["Polisanmäld", "Anmäldes inte", "Inte bestämt"]));
            Assert.That(page.Texts(".statistics-answer .figures tbody th"), Is.EqualTo((string[])["På arbetsplatsen", "I tjänst på annan plats", "På fritiden"]));
            Assert.That(page.Has("figure.chart svg"), Is.True);
        }
    }

    [Test]
    public async Task Table_ThatIsClosed_SaysWhyAndLeadsToWhatIsOpen()
    {
        var page = (await AskAsync("?by=kind&by2=policeStatus&by3=setting")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("Tabellen visas inte. Antalet är för litet för så många rutor."));
            Assert.That(page.Texts(".statistics-answer .figures"), Is.Empty);
        }

        foreach (var link in page.Document.QuerySelectorAll(".instead a").Select(link => link.GetAttribute("href")!).ToList())
        {
            var other = (await OpenAsync("analyst", link)).Is(HttpStatusCode.OK);
            Assert.That(other.Text, Does.Not.Contain("Tabellen visas inte."), link);
        }

        Assert.That(page.Texts(".instead a"), Is.Not.Empty);
    }

    [Test]
    public async Task Unit_WithoutHeadcount_IsClosedAndSoSaid()
    {
        var page = await AskAsync($"?node={FiguresWorld.Cases.Unit.Value}");

        Assert.That(page.Text, Does.Contain("Enheten har färre än 10 anställda").And.Contain("Testkommun"));
    }

    [Test]
    public async Task Units_OfTheOwnEmployer_StandBelow()
    {
        var page = await AskAsync("?by=setting");

        Assert.That(page.Texts("[aria-labelledby=units] tbody th"), Is.EqualTo((string[])["Barn och unga, mottag", "Ekonomiskt bistånd"]));
    }

    [TestCase("?by=kind,policeStatus,setting,police2", "by", "högst 3 egenskaper")]
    [TestCase("?by=policeStatus&by2=police2", "by", "Samma egenskap kan inte användas två gånger")]
    [TestCase("?by=support", "by", "”Stöd i fyra svar” finns inte för Händelser.")]
    [TestCase("?node=00000000-0000-0000-0000-000000000001", "node", "Du kan fråga om din arbetsgivare")]
    public async Task Question_OutsideTheGrid_IsExplainedBesideTheChoicesThatAreKept(string query, string field, string words)
    {
        var page = (await AskAsync(query)).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])[field]));
            Assert.That(page.ErrorAt(field), Does.Contain(words));
            Assert.That(page.Has(".statistics-answer"), Is.False);
            if (field == "by")
            {
                Assert.That(page.Form("node").Value("by"), Is.EqualTo(query.Split('=')[1].Split(',', '&')[0]));
            }
        }
    }

    [TestCase("2031", "är inte fryst ännu")]
    [TestCase("2025-13", "Skriv perioden som ett år")]
    public async Task Period_ThatCannotBeAsked_IsExplainedAndKept(string period, string words)
    {
        var page = await OpenAsync("analyst", $"{Address}?by=kind&period={period}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.ErrorAt("period"), Does.Contain(words));
            Assert.That(page.Form("node").Value("period"), Is.EqualTo(period));
            Assert.That(page.Form("node").Value("by"), Is.EqualTo("kind"));
        }
    }

    [Test]
    public async Task Measure_ThatDoesNotExist_IsExplained() =>
        Assert.That((await AskAsync("?measure=rumours")).Errors, Has.One.Contains("Välj ett av dessa: Händelser"));

    [Test]
    public async Task Reader_OfTheUnion_BeginsWithTheCountryAndMayChooseWhoShares()
    {
        var page = await AskAsync(string.Empty, "reader");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".statistics-answer h2"), Has.One.Contains("Hela landet"));
            Assert.That(page.Texts("select[name=node] option"), Does.Contain("Testkommun").And.Not.Contain("Omsorg i Exempel"));
            Assert.That((await AskAsync($"?node={FiguresWorld.Node}&by=kind", "reader")).Texts(".statistics-answer h2"), Has.One.Contains("Testkommun"));
        }
    }

    [Test]
    public async Task Files_OfWhatIsShown_AreFetched()
    {
        var page = await AskAsync("?by=kind");
        var csv = await page.FollowAsync("Hämta CSV");
        var xlsx = await page.FollowAsync("Hämta Excel");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(csv.Headers["Content-Type"], Does.StartWith("text/csv"));
            Assert.That(Encoding.UTF8.GetString([.. csv.Bytes]), Does.Contain("Vem;Vad som hände;Händelser").And.Contain("färre än 5").And.Contain("Talen är skyddade"));
            Assert.That(xlsx.Headers["Content-Type"], Is.EqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
            Assert.That(xlsx.Headers["Content-Disposition"], Does.Contain($"incidents-kind-{FiguresWorld.Year}.xlsx"));
        }
    }

    [Test]
    public async Task Files_OfAQuestionOutsideTheGrid_LeadBackToTheExplanation() =>
        Assert.That((await AskAsync("?handler=File&form=csv&by=support")).WrongFields, Is.EqualTo((string[])["by"]));

    [Test]
    public async Task Page_InEnglish_IsEnglish()
    {
        var page = await (await FiguresWorld.World.AsAsync("analyst", "en")).OpenAsync(FiguresWorld.Of(Address + "?by=kind"));

        Assert.That(page.Texts(".figures tbody th"), Does.Contain("Veiled threats"));
    }

    private static async Task<Page> OpenAsync(string name, string address) => await (await FiguresWorld.World.AsAsync(name)).OpenAsync(address);
}
