using System.Globalization;
using System.Net;
using System.Text;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Incidents.ShowSheet;

namespace IncidentReporting.Api.Incidents;

/// <summary>A sheet as a page to print: no script, no style of its own, and a title that tells nothing to whoever sees the screen.</summary>
internal static class SheetPage
{
    public const string StylePath = "/sheets.css";

    private const string Resource = "sheets.css";

    public static string Style { get; } = Read();

    public static string Write(Sheet sheet)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Rapportering</title>\n");
        html.Append(CultureInfo.InvariantCulture, $"<link rel=\"stylesheet\" href=\"{Routes.Base}{StylePath}\">\n</head>\n<body>\n<main>\n");
        WriteHeader(html, sheet);
        foreach (var section in sheet.Sections)
        {
            WriteSection(html, section);
        }

        if (sheet.LeftOut.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"left-out\">{SheetPageTexts.LeftOut}: {Encode(string.Join(", ", sheet.LeftOut))}.</p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<footer>\n<p>{Encode(sheet.Note)}</p>\n<p class=\"source\">{SheetPageTexts.Source}: {Encode(sheet.Source)}</p>\n</footer>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHeader(StringBuilder html, Sheet sheet)
    {
        html.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{Encode(sheet.Title)}</h1>\n<p>");
        if (sheet.Number is { } number)
        {
            html.Append(CultureInfo.InvariantCulture, $"{SheetPageTexts.Number} {Encode(number)} · ");
        }

        html.Append(CultureInfo.InvariantCulture, $"{SheetPageTexts.MadeAt} {sheet.MadeAt:yyyy-MM-dd HH:mm}</p>\n</header>\n");
    }

    private static void WriteSection(StringBuilder html, SheetSection section)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section{(section.IsChecklist ? " class=\"checklist\"" : string.Empty)}>\n<h2>{Encode(section.Title)}</h2>\n<dl>\n");
        foreach (var row in section.Rows)
        {
            var value = row.Value is { } text ? $"<dd>{Encode(text.Value)}</dd>" : "<dd class=\"blank\"></dd>";
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{Encode(row.Label)}</dt>{value}</div>\n");
        }

        html.Append("</dl>\n</section>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Read()
    {
        using var stream = typeof(SheetPage).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
