using System.Globalization;
using IncidentReporting.Web.Components.Figures.Drawing;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.Figures.FigureTexts;
using static IncidentReporting.Web.Components.Figures.Html;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>A figure: the question, what its marks mean, the drawing in a wide and a narrow form, and the same figures as a table.</summary>
public abstract class ChartTagHelper<TChart> : TagHelper
    where TChart : Chart
{
    private const string LastNumber = "IncidentReporting.Charts";

    public TChart Model { get; set; } = null!;

    /// <summary>The level of the question as a heading: 2 unless told.</summary>
    public int Level { get; set; } = 2;

    /// <summary>The table stands open, as in a report.</summary>
    public bool Open { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext? ViewContext { get; set; }

    private protected abstract ChartDrawing DrawingOf(TChart chart);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var drawing = DrawingOf(Model);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", given is null ? "chart" : $"chart {given}");
        output.Content.AppendHtml(Caption());
        if (drawing.IsEmpty)
        {
            output.Content.AppendHtml(Element("p", cssClass: null, Model.Words.Empty ?? T("empty")));
            return;
        }

        var id = output.Attributes["id"]?.Value?.ToString() ?? NextId();
        output.Content.AppendHtml(Keys(drawing.Keys())).AppendHtml(Draw(drawing, Layout.Wide, id)).AppendHtml(Draw(drawing, Layout.Broad, id)).AppendHtml(Draw(drawing, Layout.Narrow, id)).AppendHtml(Table(drawing));
        if (Model.Words.Source is { Length: > 0 } source)
        {
            output.Content.AppendHtml(Element("p", "figure-note", source));
        }
    }

    private HtmlString Draw(ChartDrawing drawing, Layout layout, string id)
    {
        var svg = new Svg(layout);
        drawing.Draw(svg);
        return new HtmlString(svg.Draw($"{id}-{layout.Name}", Model.Words.Question, Model.Words.Summary ?? drawing.Summary()));
    }

    private TagBuilder Caption()
    {
        var caption = Element("figcaption");
        caption.InnerHtml.AppendHtml(Element($"h{Level}", cssClass: null, Model.Words.Question));
        if (Model.Words.Note is { Length: > 0 } note)
        {
            caption.InnerHtml.AppendHtml(Element("p", cssClass: null, note));
        }

        return caption;
    }

    private static IHtmlContent Keys(IReadOnlyList<ChartKey> keys)
    {
        if (keys.Count == 0)
        {
            return HtmlString.Empty;
        }

        var list = Element("ul", "chart-key");
        foreach (var key in keys)
        {
            var item = Element("li");
            item.InnerHtml.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<svg aria-hidden=\"true\" class=\"w{key.Width}\" viewBox=\"{key.Width / -2} -7 {key.Width} 14\">{key.Sign}</svg>")).Append(key.Text);
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }

    private TagBuilder Table(ChartDrawing drawing)
    {
        var details = Element("details", "disclosure");
        if (Open)
        {
            details.Attributes["open"] = "open";
        }

        details.InnerHtml.AppendHtml(Element("summary", cssClass: null, T("show_table")))
            .AppendHtml(TableWriter.Write(drawing.Table() with { IsExact = Model.Words.IsExact }, isInChart: true));
        return details;
    }

    // The same on every showing of a page.
    private string NextId()
    {
        var items = ViewContext?.HttpContext.Items;
        var number = items?[LastNumber] is int last ? last + 1 : 1;
        items?[LastNumber] = number;
        return string.Create(CultureInfo.InvariantCulture, $"chart-{number}");
    }
}
