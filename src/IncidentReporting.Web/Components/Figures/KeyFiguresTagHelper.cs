using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.Figures.Html;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Key figures side by side; under each other on a phone.</summary>
[HtmlTargetElement("key-figures", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeyFiguresTagHelper : TagHelper
{
    public IReadOnlyList<KeyFigure> Model { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "key-figures");
        foreach (var figure in Model)
        {
            var card = Element("div", "panel");
            card.InnerHtml.AppendHtml(Label(figure)).AppendHtml(Number(figure));
            if (Line(figure) is { HasInnerHtml: true } line)
            {
                card.InnerHtml.AppendHtml(line);
            }

            output.Content.AppendHtml(card);
        }
    }

    private static TagBuilder Label(KeyFigure figure)
    {
        var label = Element("dt");
        if (figure.Href is null)
        {
            label.InnerHtml.Append(figure.Label);
            return label;
        }

        var link = Element("a", cssClass: null, figure.Label);
        link.Attributes["href"] = figure.Href;
        label.InnerHtml.AppendHtml(link);
        return label;
    }

    private static TagBuilder Number(KeyFigure figure) =>
        Element("dd", figure.Value.State == FigureValueState.Shown ? "value" : "value hidden-figure", figure.Text is { Length: > 0 } text && figure.Value.State == FigureValueState.Shown ? text : Said(figure));

    private static string Said(KeyFigure figure) =>
        figure.Value.State == FigureValueState.Missing ? FigureTexts.T("cannot") : FigureWords.Of(figure.Value, figure.Unit);

    private static TagBuilder Line(KeyFigure figure)
    {
        var line = Element("dd");
        if (figure.Change is { Length: > 0 } change)
        {
            line.InnerHtml.AppendHtml(Element("strong", cssClass: null, change)).Append(" ");
        }

        var rest = string.Join(" · ", new[] { figure.Interval is { } interval ? FigureWords.Of(interval, figure.Unit) : null, figure.Comparison, figure.Why }.Where(part => !string.IsNullOrEmpty(part)));
        if (rest.Length > 0)
        {
            line.InnerHtml.Append(rest);
        }

        return line;
    }
}
