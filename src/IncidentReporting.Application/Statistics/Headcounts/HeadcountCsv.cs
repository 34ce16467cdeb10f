using System.Globalization;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>Headcounts as a file of values that can be sent back as it is.</summary>
public static class HeadcountCsv
{
    private const string Figures = "0.##";

    /// <summary>For programs: commas, decimal points, the members' names as headings.</summary>
    public static string Plain(IEnumerable<HeadcountRow> rows) => Write(rows, ',', CultureInfo.InvariantCulture, column => column);

    /// <summary>For the spreadsheets of people who speak the language: Swedish ones take semicolons and decimal commas.</summary>
    public static string ForPeople(IEnumerable<HeadcountRow> rows, string language) =>
        Write(rows, language == "sv" ? ';' : ',', CultureInfo.GetCultureInfo(language), column => HeadcountColumns.Heading(column, language));

    private static string Write(IEnumerable<HeadcountRow> rows, char separator, CultureInfo culture, Func<string, string> heading)
    {
        var text = new CsvText(separator);
        foreach (var column in HeadcountColumns.All)
        {
            text.Words(heading(column));
        }

        text.EndRow();
        foreach (var row in rows)
        {
            text.Words(row.UnitId.Value.ToString()).Words(row.UnitName).Words(row.OccupationalGroup).Words(row.Month)
                .Figure(row.Headcount.ToString(Figures, culture)).Figure(row.Fte?.ToString(Figures, culture)).EndRow();
        }

        return text.ToString();
    }
}
