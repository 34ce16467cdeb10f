using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Api.Tests.Statistics;

/// <summary>Figures to pass on: what is in them, and that anyone can check that they are unchanged.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class PacketTests
{
    private CaseWorld _world = null!;
    private string _node = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync();
        _node = await FrozenYear.FillAsync(_world);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Signature_IsOfTheExactBytes_AndFailsOnAFlippedOne()
    {
        var files = await FetchAsync("reader");
        using var key = ECDsa.Create();
        using var nobody = new HttpClient();
        key.ImportFromPem(await nobody.GetStringAsync(new Uri(_world.Host.Address, "/api/v1/statistics/packet-key")));

        var (content, signature) = (files["packet.json"], files["packet.json.sig"]);
        var flipped = content.ToArray();
        flipped[flipped.Length / 2] ^= 1;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), Is.True);
            Assert.That(key.VerifyData(flipped, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), Is.False);
            Assert.That((string)Read(content)["files"]![0]!["sha256"]!, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(files["packet.csv"]))));
        }
    }

    [Test]
    public async Task Packet_OfTheUnion_HoldsEachEmployerThatSharesAndTheCountry_NotTheirSum()
    {
        var tables = Read((await FetchAsync("reader"))["packet.json"])["tables"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables.Select(table => (string)table!["node"]!["id"]!).Distinct(), Is.EquivalentTo((string[])[_node, "national"]));
            Assert.That(tables.Select(table => (string?)table!["by"]).Distinct(), Is.EquivalentTo((string?[])[null, "kind", "policeStatus", "setting", "support2"]));
            Assert.That(tables.Select(table => (string)table!["release"]!["stage"]!).Distinct(), Is.EqualTo((string[])["final"]));
        }
    }

    [Test]
    public async Task Numbers_AreThoseThatEveryoneGets()
    {
        var tables = Read((await FetchAsync("analyst"))["packet.json"])["tables"]!.AsArray();
        var packed = tables.First(table => (string)table!["node"]!["id"]! == _node && (string?)table["by"] == "kind")!;
        var asked = (await _world.GetAsync("employee", $"/statistics/table?period={FrozenYear.Year}&by=kind")).Body;

        Assert.That(packed["cells"]!.ToJsonString(), Is.EqualTo(asked["cells"]!.ToJsonString()));
    }

    [Test]
    public async Task Csv_HasTheRowsTheNoteAndTheMethod() => Assert.That(
        Encoding.UTF8.GetString((await FetchAsync("reader"))["packet.csv"]),
        Does.StartWith("Vem,Mått,Uppdelning,Kategori,Antal\r\n").And.Contain("Talen är skyddade").And.Contain("cellnyckel").And.Contain("Slutliga tal"));

    [Test]
    public async Task Packet_OfAnEmployerThatDoesNotShare_IsRefused()
    {
        await using var world = await CaseWorld.StartAsync();
        await FrozenYear.FillAsync(world, shares: false);

        (await world.GetAsync("coordinator", "/statistics/packet")).Is(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Period_ThatIsNoYear_IsRefusedByName() => (await _world.GetAsync("reader", $"/statistics/packet?period={FrozenYear.Year}-Q1")).IsInvalid("period");

    private static JsonObject Read(byte[] content) => JsonNode.Parse(content)!.AsObject();

    private async Task<Dictionary<string, byte[]>> FetchAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/statistics/packet?period={FrozenYear.Year}");
        request.Headers.TryAddWithoutValidation("Accept-Language", "sv");
        using var answer = await (await _world.AsAsync(name)).SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
