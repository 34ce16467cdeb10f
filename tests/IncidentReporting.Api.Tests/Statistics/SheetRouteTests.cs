using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Api.Tests.Statistics;

/// <summary>Every table also as a file, by Accept, with all that must be known about its numbers.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class SheetRouteTests
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync();
        await FrozenYear.FillAsync(_world);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    private static string[] Paths() =>
    [
        $"/statistics/table?period={FrozenYear.Year}&by=kind", $"/statistics/series?from={FrozenYear.Year}&to={FrozenYear.Year}&period=quarter", $"/statistics/funnel?period={FrozenYear.Year}",
    ];

    [Test]
    public async Task Workbook_OfTheIndicators_HasTheirFormulasAndRelease()
    {
        var texts = Cells((await FetchAsync($"/statistics/indicators?period={FrozenYear.Year}", Xlsx)).Content).Select(cell => cell.InnerText).ToList();

        Assert.That(texts, Has.Some.EqualTo("V7").And.Some.StartsWith("Talen är skyddade").And.Some.StartsWith("Slutliga tal, frysta"));
    }

    [Test]
    public async Task Workbook_OfHeadcounts_HasTheirHeadings() =>
        Assert.That(Cells((await FetchAsync("/headcounts", Xlsx)).Content).Select(cell => cell.InnerText), Does.Contain("Anställda"));

    [TestCaseSource(nameof(Paths))]
    public async Task Csv_CarriesTheQuestionNoteMethodAndRelease(string path)
    {
        var (content, type) = await FetchAsync(path, Csv);
        var text = System.Text.Encoding.UTF8.GetString(content);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(type, Is.EqualTo(Csv));
            Assert.That(text, Does.Contain("Fråga,").And.Contain("Talen är skyddade").And.Contain("cellnyckel").And.Contain("Slutliga tal, frysta"));
        }
    }

    [TestCaseSource(nameof(Paths))]
    public async Task Workbook_CarriesTheQuestionNoteMethodAndRelease(string path)
    {
        var (content, type) = await FetchAsync(path, Xlsx);
        var texts = Cells(content).Select(cell => cell.InnerText).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(type, Is.EqualTo(Xlsx));
            Assert.That(texts, Has.Some.EqualTo("Fråga").And.Some.StartsWith("Talen är skyddade").And.Some.Contains("cellnyckel").And.Some.StartsWith("Slutliga tal, frysta"));
        }
    }

    [Test]
    public async Task Workbook_HasNumbersAsNumbers_TheSameAsTheInterface_AndWordsForWhatIsHidden()
    {
        var told = (await _world.GetAsync("analyst", Paths()[0])).Body["cells"]!.AsArray().Select(cell => (long?)cell!["value"]).ToList();
        var rows = Rows((await FetchAsync(Paths()[0], Xlsx)).Content);
        var written = rows.SkipWhile(row => row[0].InnerText != "Vem").Skip(2).Take(told.Count).Select(row => row[2]).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written.Select(cell => cell.DataType?.Value == CellValues.Number ? long.Parse(cell.CellValue!.Text) : (long?)null), Is.EqualTo(told));
            Assert.That(written.Zip(told).Where(pair => pair.Second is null).Select(pair => pair.First.InnerText), Is.Not.Empty.And.All.EqualTo("färre än 5"));
        }
    }

    [Test]
    public async Task Form_ThatThereIsNot_IsRefused() => Assert.That((await AskAsync(Paths()[0], "image/png")).StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));

    [Test]
    public async Task Alternatives_ToAClosedTable_AreOpen()
    {
        var closed = $"period={FrozenYear.Year}&by=kind,policeStatus,setting";
        var instead = (await _world.GetAsync("analyst", "/statistics/alternatives?" + closed)).Body["items"]!.AsArray();

        Assert.That(instead, Is.Not.Empty);
        foreach (var other in instead)
        {
            var by = string.Join(',', other!["by"]!.AsArray().Select(name => (string)name!));
            Assert.That((await _world.GetAsync("analyst", $"/statistics/table?node={other["node"]!["id"]}&period={other["period"]}&by={by}")).Body["closed"], Is.Null, by);
        }
    }

    [Test]
    public async Task Series_TellsTheChangeBetweenItsFirstAndLast()
    {
        var change = (await _world.GetAsync("analyst", Paths()[1])).Body["change"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)change["from"]!, Is.EqualTo($"{FrozenYear.Year}-Q1"));
            Assert.That((string)change["to"]!, Is.EqualTo($"{FrozenYear.Year}-Q4"));
            Assert.That((string)change["direction"]!, Is.EqualTo("none"));
        }
    }

    private async Task<(byte[] Content, string Type)> FetchAsync(string path, string form)
    {
        var answer = await AskAsync(path, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType!.MediaType!);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(form));
        request.Headers.TryAddWithoutValidation("Accept-Language", "sv");
        return await (await _world.AsAsync("analyst")).SendAsync(request);
    }

    private static IEnumerable<Cell> Cells(byte[] content) => Rows(content).SelectMany(row => row);

    private static List<List<Cell>> Rows(byte[] content)
    {
        using var file = new MemoryStream(content);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).Where(row => row.Count > 0)];
    }
}
