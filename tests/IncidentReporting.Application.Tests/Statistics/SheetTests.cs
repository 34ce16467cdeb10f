using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Infrastructure.Statistics;
using Sheet = IncidentReporting.Application.Statistics.Exports.Sheet;

namespace IncidentReporting.Application.Tests.Statistics;

/// <summary>Nothing that stands in a file is ever worked out by a spreadsheet, and numbers are numbers in each language's way.</summary>
internal sealed class SheetTests
{
    private static readonly string[] Formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];

    [TestCaseSource(nameof(Formulas))]
    public void Csv_OfWhatLooksLikeAFormula_GuardsIt(string text)
    {
        var lines = SheetFiles.Plain(Of(text)).Split("\r\n");

        Assert.That(lines[0].TrimStart('"'), Does.StartWith("'"));
    }

    [TestCaseSource(nameof(Formulas))]
    public void Workbook_OfWhatLooksLikeAFormula_HoldsItAsGuardedText(string text)
    {
        using var document = Open(new Workbooks().Write(Of(text)));
        var part = document.WorkbookPart!;
        var styles = part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var cells = part.WorksheetParts.Single().Worksheet.Descendants<Cell>().Where(cell => cell.InnerText.Contains(text.TrimStart('\t', '\r'), StringComparison.Ordinal)).ToList();

        Assert.That(cells, Has.Count.EqualTo(4), "the title, a heading, a cell and a note");
        foreach (var cell in cells)
        {
            Assert.That(cell.DataType!.Value, Is.EqualTo(CellValues.InlineString));
            Assert.That(cell.CellFormula, Is.Null);
            Assert.That(styles[(int)cell.StyleIndex!.Value].QuotePrefix!.Value, Is.True);
        }
    }

    [TestCase("sv", "Enhet;1234,5")]
    [TestCase("en", "Enhet,1234.5")]
    public void Csv_ForPeople_IsWrittenAsTheirSpreadsheetsReadIt(string language, string row)
    {
        var file = new SheetFiles(new Workbooks()).Write(new Sheet("name", "Titel", ["Vem", "Antal"], [["Enhet", 1234.5]], []), SheetForm.Csv, language);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(file.Content), Does.StartWith("\uFEFFVem").And.Contain(row));
            Assert.That(file.Name, Is.EqualTo("name.csv"));
        }
    }

    [Test]
    public void Workbook_WithNumbers_HoldsThemAsNumbersInAnyLanguage()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv");
        try
        {
            using var document = Open(new Workbooks().Write(new Sheet("name", "Titel", ["Vem", "Antal"], [["Enhet", 1234.5]], [])));

            var number = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Single(cell => cell.DataType?.Value == CellValues.Number);
            Assert.That(number.CellValue!.Text, Is.EqualTo("1234.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Sheet Of(string text) => new("name", text, [text], [[text]], [(text, "note")]);

    private static SpreadsheetDocument Open(byte[] content) => SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
}
