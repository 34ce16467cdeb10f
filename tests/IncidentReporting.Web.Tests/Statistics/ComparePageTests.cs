using System.Net;

namespace IncidentReporting.Web.Tests.Statistics;

internal sealed class ComparePageTests
{
    private const string Address = "/statistics/funnel";

    [Test]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn() => Assert.That((await FiguresWorld.World.Stranger().OpenAsync(Address)).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Units_WithoutHeadcounts_AreNamedWithWhyTheyCannotBeJudged()
    {
        var page = (await OpenAsync("analyst", FiguresWorld.Of(Address))).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("personaltal saknas för året").And.Contain("Det här är ingen rangordning."));
            Assert.That(page.Texts(".figures tbody th"), Is.EqualTo((string[])["Barn och unga, mottag", "Ekonomiskt bistånd"]));
            Assert.That(page.Texts(".figures tbody td"), Has.Some.EqualTo("kan inte bedömas"));
        }
    }

    [Test]
    public async Task Period_ThatIsNoYear_IsExplained() => Assert.That((await OpenAsync("analyst", $"{Address}?period={FiguresWorld.Year}-Q1")).ErrorAt("period"), Does.Contain("helt kalenderår"));

    [Test]
    public async Task Reader_OfTheUnion_HasNoUnitsAndNoLink()
    {
        var page = (await OpenAsync("reader", "/statistics")).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.HasLink(Address), Is.False);
            Assert.That((await OpenAsync("reader", Address)).Is(HttpStatusCode.OK).Text, Does.Contain("Enheter finns bara under den egna arbetsgivaren."));
        }
    }

    [Test]
    public async Task File_OfWhatIsShown_IsFetched() =>
        Assert.That((await (await OpenAsync("analyst", FiguresWorld.Of(Address))).FollowAsync("Hämta CSV")).Source, Does.Contain("Enhet;Anställda;Väntat antal;Händelser;Bedömning").And.Contain("Ingen rangordning"));

    private static async Task<Page> OpenAsync(string name, string address) => await (await FiguresWorld.World.AsAsync(name)).OpenAsync(address);
}
