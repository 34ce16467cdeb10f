using System.Net;

namespace IncidentReporting.Web.Tests.Statistics;

internal sealed class SharingPageTests
{
    private const string Address = "/statistics/packet";

    [TestCase("employee")]
    [TestCase("manager")]
    [TestCase("admin")]
    public async Task Page_ForThoseWhoSpeakForNobody_IsRefused(string name) => Assert.That((await OpenAsync(name, Address)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Page_OfTheUnion_SaysWhatMayBeSaidAndWhoShares()
    {
        var page = (await OpenAsync("reader", Address)).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Headings, Is.SupersetOf((string[])["Säg gärna", "Säg inte"]));
            Assert.That(page.Text, Does.Contain("Testkommun").And.Not.Contain("Omsorg i Exempel"));
        }
    }

    [Test]
    public async Task Packet_IsFetchedFromThePage()
    {
        var packet = await (await OpenAsync("analyst", FiguresWorld.Of(Address))).Form("period").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(packet.Headers["Content-Type"], Is.EqualTo("application/zip"));
            Assert.That(packet.Headers["Content-Disposition"], Does.Contain($"packet-{FiguresWorld.Year}.zip"));
        }
    }

    [Test]
    public async Task Packet_OfWhatIsNoYear_IsExplained() => Assert.That((await OpenAsync("analyst", $"{Address}?handler=File&period={FiguresWorld.Year}-Q1")).ErrorAt("period"), Does.Contain("helt kalenderår"));

    [Test]
    public async Task Packet_OfAnEmployerThatDoesNotShare_SaysSo()
    {
        var page = await (await PageWorld.Shared.AsAsync("analyst")).OpenAsync($"{Address}?refused=true");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<Page> OpenAsync(string name, string address) => await (await FiguresWorld.World.AsAsync(name)).OpenAsync(address);
}
