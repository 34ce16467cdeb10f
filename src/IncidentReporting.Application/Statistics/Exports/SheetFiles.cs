using System.Globalization;
using System.Text;

namespace IncidentReporting.Application.Statistics.Exports;

/// <summary>Sheets as files.</summary>
public sealed class SheetFiles(IWorkbooks workbooks)
{
    public const string CsvType = "text/csv";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <param name="language">Swedish spreadsheets take semicolons and decimal commas.</param>
    public SheetFile Write(Sheet sheet, SheetForm form, string language) => form == SheetForm.Xlsx
        ? new($"{sheet.Name}.xlsx", XlsxType, workbooks.Write(sheet))
        : new($"{sheet.Name}.csv", $"{CsvType}; charset=utf-8", [.. WithMark.Preamble, .. WithMark.GetBytes(Csv(sheet, language == "sv" ? ';' : ',', CultureInfo.GetCultureInfo(language)))]);

    /// <summary>For programs: commas and decimal points.</summary>
    public static string Plain(Sheet sheet) => Csv(sheet, ',', CultureInfo.InvariantCulture);

    // The rows first, so that a program can read to the empty line; then what must be known about them.
    private static string Csv(Sheet sheet, char separator, CultureInfo culture)
    {
        var text = new CsvText(separator);
        foreach (var column in sheet.Columns)
        {
            text.Words(column);
        }

        text.EndRow();
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row)
            {
                _ = cell.Number is { } number ? text.Figure(number.ToString("0.##", culture)) : text.Words(cell.Words);
            }

            text.EndRow();
        }

        text.Words(string.Empty).EndRow();
        foreach (var (about, note) in sheet.Notes)
        {
            text.Words(about).Words(note).EndRow();
        }

        return text.ToString();
    }
}
