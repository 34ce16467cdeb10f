using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static IncidentReporting.Web.Components.Figures.FigureTexts;
using static IncidentReporting.Web.Components.Figures.Html;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>A table of figures with what must be said under it.</summary>
internal static class TableWriter
{
    // So many columns may need to be scrolled in their frame, also with the keyboard.
    private const int MostWithoutScrolling = 5;
    private const int MostInAChart = 3;

    // With more, each row becomes a card of its own.
    private const int MostOnAPhone = 1;

    public static IHtmlContent Write(FigureTable table, bool isInChart)
    {
        var written = new HtmlContentBuilder();
        var wrap = Element("div", isInChart ? "table-scroll" : "table-wrap");
        if (table.Columns.Count > (isInChart ? MostInAChart : MostWithoutScrolling))
        {
            wrap.Attributes["tabindex"] = "0";
            wrap.Attributes["role"] = "group";
            wrap.Attributes["aria-label"] = table.Caption;
        }

        var grid = Element("table", table.Columns.Count > MostOnAPhone ? "data-table figure-table cards" : "data-table figure-table");
        grid.InnerHtml.AppendHtml(Element("caption", isInChart ? "visually-hidden" : null, table.Caption)).AppendHtml(Head(table));
        var body = Element("tbody");
        foreach (var row in table.Rows)
        {
            body.InnerHtml.AppendHtml(Row(table, row));
        }

        grid.InnerHtml.AppendHtml(body);
        wrap.InnerHtml.AppendHtml(grid);
        written.AppendHtml(wrap);
        foreach (var note in Notes(table))
        {
            written.AppendHtml(Element("p", "figure-note", note));
        }

        return written;
    }

    private static IEnumerable<string> Notes(FigureTable table)
    {
        if (table.Rows.Any(row => row.Cells.Any(cell => cell.Value?.State == FigureValueState.Closed)))
        {
            yield return T("note.closed");
        }

        yield return T(table.IsExact ? "note.exact" : "note.protected");
        if (table.Source is { Length: > 0 } source)
        {
            yield return source;
        }
    }

    private static TagBuilder Head(FigureTable table)
    {
        var row = Element("tr");
        row.InnerHtml.AppendHtml(Header("col", table.RowsHead));
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var header = Header("col", table.Columns[index].Label);
            header.AddCssClass(IsWords(table, index) ? "words" : "num");
            row.InnerHtml.AppendHtml(header);
        }

        var head = Element("thead");
        head.InnerHtml.AppendHtml(row);
        return head;
    }

    private static TagBuilder Row(FigureTable table, FigureRow row)
    {
        var line = Element("tr", row.IsTotal ? "total" : null);
        var header = Header("row", row.Href is null ? row.Label : null);
        if (row.Href is { } address)
        {
            var link = Element("a", cssClass: null, row.Label);
            link.Attributes["href"] = address;
            header.InnerHtml.AppendHtml(link);
        }

        line.InnerHtml.AppendHtml(header);
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var cell = Element("td", IsWords(table, index) ? "words" : "num");
            cell.Attributes["data-label"] = table.Columns[index].Label;
            Fill(cell, row.Cells[index], table.Columns[index].Unit);
            line.InnerHtml.AppendHtml(cell);
        }

        return line;
    }

    private static void Fill(TagBuilder cell, FigureCell content, FigureUnit unit)
    {
        if (content.Value is not { } value)
        {
            cell.InnerHtml.AppendHtml(Element("span", cssClass: null, content.Interval is { } interval ? FigureWords.Of(interval, unit) : content.Text ?? string.Empty));
        }
        else if (value.State == FigureValueState.Closed)
        {
            var sign = Element("span", "hidden-figure", "–");
            sign.Attributes["aria-hidden"] = "true";
            cell.InnerHtml.AppendHtml(sign).AppendHtml(Element("span", "visually-hidden", FigureWords.Of(value, unit)));
        }
        else
        {
            cell.InnerHtml.AppendHtml(Element("span", value.State == FigureValueState.Shown ? null : "hidden-figure", FigureWords.Of(value, unit)));
        }
    }

    private static bool IsWords(FigureTable table, int column) => table.Rows.Any(row => row.Cells[column].Text is { Length: > 0 } text && !char.IsDigit(text[^1]));

    private static TagBuilder Header(string scope, string? text)
    {
        var header = Element("th", cssClass: null, text);
        header.Attributes["scope"] = scope;
        return header;
    }
}
