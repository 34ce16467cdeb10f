using IncidentReporting.Web.Components.Tag;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.Rows;

/// <summary>A row of a list (<c>ul.rows</c>) that leads somewhere; the whole row is the target. Its content, or <see cref="Help"/>, is the line below the title.</summary>
[HtmlTargetElement("row-link")]
public sealed class RowLinkTagHelper : TagHelper
{
    public string Href { get; set; } = string.Empty;

    public string Heading { get; set; } = string.Empty;

    public string? Help { get; set => field = Given(value); }

    public string? State { get; set => field = Given(value); }

    /// <summary>ok, warn, danger or info; else quiet.</summary>
    public string? Kind { get; set => field = Given(value); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        var link = new TagBuilder("a");
        link.AddCssClass("row-link");
        link.Attributes["href"] = Href;

        var title = new TagBuilder("span");
        title.AddCssClass("row-title");
        title.InnerHtml.Append(Heading);
        if (State is { Length: > 0 })
        {
            title.InnerHtml.Append(" ");
            title.InnerHtml.AppendHtml(TagTagHelper.Build(State, Kind));
        }

        link.InnerHtml.AppendHtml(title);
        var content = await output.GetChildContentAsync();
        if (Help is not null || !content.IsEmptyOrWhiteSpace)
        {
            var help = new TagBuilder("span");
            help.AddCssClass("row-help");
            if (Help is not null)
            {
                help.InnerHtml.Append(Help);
            }

            help.InnerHtml.AppendHtml(content);
            link.InnerHtml.AppendHtml(help);
        }

        output.Content.SetHtmlContent(link);
    }
}
