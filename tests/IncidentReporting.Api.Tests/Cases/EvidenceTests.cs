using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>What is told of a piece of evidence, in the names that the domain gives it.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class EvidenceTests
{
    private static readonly string[] Words = ["capturedBy", "url", "accountHandle", "platform", "originalKeptWhere", "witnessOfCapture", "description"];
    private static readonly byte[] File = Encoding.UTF8.GetBytes("bevis");

    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Attachment_WithAllThatIsKnownOfIt_KeepsItUnderTheSameNames()
    {
        var (_, attachment) = await AttachAsync();

        Assert.That(Words.Select(name => (string?)attachment[name]), Is.EqualTo(Words.Select(name => $"ord om {name}")));
    }

    [Test]
    public async Task Evidence_Asked_AnswersHashSizeTimesAndChainOfCustody()
    {
        var (address, attachment) = await AttachAsync();
        using var answer = await (await _world.AsAsync("employee")).GetAsync($"{address}/{attachment["id"]}/evidence");

        var evidence = await answer.JsonAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)evidence["sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(File))));
            Assert.That((int?)evidence["size"], Is.EqualTo(File.Length));
            Assert.That((string?)evidence["mediaType"], Is.Not.Empty);
            Assert.That((DateTimeOffset?)evidence["capturedAt"], Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            Assert.That((DateTimeOffset?)evidence["receivedAt"], Is.Not.Null.And.EqualTo((DateTimeOffset?)attachment["receivedAt"]));
            Assert.That(evidence["chainOfCustody"]!.AsArray().Select(step => (string?)step!["what"]), Does.Contain("received"));
            Assert.That(Words.Select(name => (string?)evidence[name]), Is.EqualTo(Words.Select(name => $"ord om {name}")));
        }
    }

    private async Task<(string Address, JsonNode Attachment)> AttachAsync()
    {
        var address = $"/api/v1/incidents/{await _world.ReportAsync()}/attachments";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(File), "file", "bevis.txt" }, { new StringContent("2026-01-02T03:04:05Z"), "capturedAt" } };
        foreach (var name in Words)
        {
            form.Add(new StringContent($"ord om {name}"), name);
        }

        using var answer = await (await _world.AsAsync("employee")).PostAsync(address, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        return (address, (await answer.JsonAsync())["attachments"]![0]!);
    }
}
