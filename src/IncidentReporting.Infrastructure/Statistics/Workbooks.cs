using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.Exports;
using Sheet = IncidentReporting.Application.Statistics.Exports.Sheet;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Sheets as workbooks: numbers as numbers, all else as text that no spreadsheet works out.</summary>
internal sealed class Workbooks : IWorkbooks
{
    private const int MostCharactersOfAName = 31;
    private const int WidestColumn = 48;

    // Places in the list of cell formats below.
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Guarded = 2;
    private const uint Decimals = 3;

    public byte[] Write(Sheet sheet)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var page = workbook.AddNewPart<WorksheetPart>();
            page.Worksheet = new Worksheet(Widths(sheet), Rows(sheet));
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(page), SheetId = 1, Name = NameOf(sheet) }));
        }

        return file.ToArray();
    }

    private static SheetData Rows(Sheet sheet) => new(
    [
        new Row(Words(sheet.Title, Bold)),
        new Row(),
        new Row(sheet.Columns.Select(column => Words(column, Bold))),
        .. sheet.Rows.Select(row => new Row(row.Select(Of))),
        new Row(),
        .. sheet.Notes.Select(note => new Row(Words(note.About, Bold), Words(note.Text, Plain))),
    ]);

    private static Cell Of(SheetCell cell) => cell.Number is { } number
        ? new Cell { CellValue = new CellValue(number), DataType = CellValues.Number, StyleIndex = number == Math.Floor(number) ? Plain : Decimals }
        : Words(cell.Words ?? string.Empty, Plain);

    // As text it is never worked out; the guard keeps it so when somebody edits the cell or saves it as another form.
    private static Cell Words(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = CsvText.LooksLikeFormula(text) ? Guarded : style,
    };

    private static Columns Widths(Sheet sheet) => new(sheet.Columns.Select((column, index) =>
    {
        var longest = Math.Min(WidestColumn, sheet.Rows.Select(row => row[index].Words?.Length ?? 8).Append(column.Length).Max());
        return new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = longest + 3, CustomWidth = true };
    }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { QuotePrefix = true },
            new CellFormat { NumberFormatId = 2, ApplyNumberFormat = true }));

    // A page's name may not hold these, nor be long.
    private static string NameOf(Sheet sheet)
    {
        var name = new string([.. sheet.Name.Where(character => character is not ('[' or ']' or '*' or '?' or '/' or '\\' or ':' or '\''))]);
        return name[..Math.Min(name.Length, MostCharactersOfAName)];
    }
}
