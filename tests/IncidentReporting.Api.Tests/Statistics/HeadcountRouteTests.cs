using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Api.Tests.Statistics;

[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class HeadcountRouteTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Put_AsJson_IsListedAsJsonAndAsCsv()
    {
        (await PutAsync(Row("2025-01", 18), Row("2025-02", 19.5m))).Is(HttpStatusCode.OK);

        var listed = await _world.GetAsync("employee", $"/headcounts?unit={_world.Unit.Value}&from=2025-01&to=2025-02");
        var csv = await CsvAsync($"/headcounts?unit={_world.Unit.Value}&from=2025-01&to=2025-02&limit=1");
        var next = csv.Headers.GetValues("Link").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed.Body["items"]!.AsArray().Select(row => (string)row!["month"]!), Is.EqualTo((string[])["2025-02", "2025-01"]));
            Assert.That((decimal)listed.Body["items"]![0]!["headcount"]!, Is.EqualTo(19.5m));
            Assert.That(csv.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/csv"));
            Assert.That((await csv.Content.ReadAsStringAsync()).Split("\r\n"), Has.Length.EqualTo(3).And.ItemAt(0).EqualTo("unitId,unitName,occupationalGroup,month,headcount,fte")
                .And.ItemAt(1).EndsWith(",needs_assessor,2025-02,19.5,16.5"));
            Assert.That(await (await CsvAsync(next[(next.IndexOf("/headcounts", StringComparison.Ordinal))..next.IndexOf('>', StringComparison.Ordinal)])).Content.ReadAsStringAsync(), Does.Contain("2025-01,18,16.5"));
        }
    }

    [Test]
    public async Task Put_AsCsv_IsTakenInOrNamesRowAndColumn()
    {
        var text = $"unitId,occupationalGroup,month,headcount\n{_world.Unit.Value},needs_assessor,2025-03,20\n";
        (await PutCsvAsync(text)).EnsureSuccessStatusCode();
        var refused = await PutCsvAsync(text.Replace("2025-03", "2025-04", StringComparison.Ordinal) + $"{_world.Unit.Value},needs_assessor,2025-05,many\n");
        var errors = (await refused.JsonAsync())["errors"]!.AsObject();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(errors.Select(error => error.Key), Is.EqualTo((string[])["rows[3].headcount"]));
            Assert.That((await _world.GetAsync("employee", "/headcounts?from=2025-03&to=2025-05")).Body["items"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Put_WithFaults_NamesThemByIndex()
    {
        var rows = new JsonArray(Row("2025-06", 18), Row("2025-13", 18), Row("2025-06", -1));

        (await _world.SendAsync("coordinator", "PUT", "/headcounts", rows)).IsInvalid("[1].month", "[2].headcount");
        (await _world.SendAsync("coordinator", "PUT", "/headcounts", new JsonArray(new JsonObject { ["unitsId"] = "x" }))).IsInvalid("[0].unitsId");
        (await _world.SendAsync("coordinator", "PUT", "/headcounts", new JsonArray())).Is(HttpStatusCode.UnprocessableEntity);
        (await _world.SendAsync("coordinator", "PUT", "/headcounts", new JsonObject())).Is(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task List_AskedForWrongly_SaysWhat()
    {
        (await _world.GetAsync("employee", "/headcounts?from=2025")).IsInvalid("from");
        (await _world.GetAsync("employee", "/headcounts?period=2025")).IsInvalid("period");
        (await _world.GetAsync("employee", "/headcounts?after=eyJLIjoieCIsIkkiOiIwMWEyMDA4MC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAifQ")).IsInvalid("after");
    }

    [Test]
    public async Task Template_Downloaded_BelongsToASpreadsheet()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/headcounts/template");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("sv"));
        using var answer = await (await _world.AsAsync("employee")).SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), Is.True);
            Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Does.StartWith("headcounts-").And.EndsWith(".csv"));
            Assert.That(Encoding.UTF8.GetString(bytes.AsSpan(3)), Does.StartWith("enhets-id;enhet;yrkesgrupp;månad;antal anställda;årsarbetare\r\n"));
        }
    }

    private JsonObject Row(string month, decimal headcount) => new()
    {
        ["unitId"] = _world.Unit.Value.ToString(),
        ["occupationalGroup"] = "needs_assessor",
        ["month"] = month,
        ["headcount"] = headcount,
        ["fte"] = 16.5m,
    };

    private Task<Reply> PutAsync(params JsonObject[] rows) => _world.SendAsync("admin", "PUT", "/headcounts", new JsonArray([.. rows]));

    private async Task<HttpResponseMessage> PutCsvAsync(string text) =>
        await (await _world.AsAsync("admin")).PutAsync("/api/v1/headcounts", new StringContent(text, Encoding.UTF8, "text/csv"));

    private async Task<HttpResponseMessage> CsvAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        return await (await _world.AsAsync("employee")).SendAsync(request);
    }
}
