using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;
using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>A table of figures, where to fetch it, and what must be known about them. Its content, such as further links, stands beside those.</summary>
[HtmlTargetElement("figure-table")]
public sealed class FigureTableTagHelper : TagHelper
{
    public FigureTable Model { get; set; } = null!;

    /// <summary>Where the same table is fetched as CSV.</summary>
    public string? Csv { get; set => field = Given(value); }

    /// <summary>Where the same table is fetched as a workbook.</summary>
    public string? Xlsx { get; set => field = Given(value); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figures");
        var more = await output.GetChildContentAsync();
        if (Model.Rows.Count == 0)
        {
            var empty = new TagBuilder("p");
            empty.InnerHtml.Append(Model.Empty ?? T("empty"));
            output.Content.SetHtmlContent(empty);
            return;
        }

        output.Content.SetHtmlContent(TableWriter.Write(Model, isInChart: false));
        if (Csv is null && Xlsx is null && more.IsEmptyOrWhiteSpace)
        {
            return;
        }

        var links = new TagBuilder("div");
        links.AddCssClass("row no-print");
        Fetch(links, Csv, "csv");
        Fetch(links, Xlsx, "xlsx");
        links.InnerHtml.AppendHtml(more);
        output.Content.AppendHtml(links);
    }

    private void Fetch(TagBuilder links, string? address, string kind)
    {
        if (address is null)
        {
            return;
        }

        var link = new TagBuilder("a");
        link.AddCssClass("ds-button");
        link.Attributes["data-variant"] = "secondary";
        link.Attributes["href"] = address;
        link.Attributes["aria-label"] = T($"{kind}.label", Model.Caption);
        link.InnerHtml.Append(T(kind));
        links.InnerHtml.AppendHtml(link);
    }
}
