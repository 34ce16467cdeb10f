using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.Disclosure;

/// <summary>Something that can be unfolded when it is wanted; works without script.</summary>
[HtmlTargetElement("disclosure")]
public sealed class DisclosureTagHelper : TagHelper
{
    public string Summary { get; set; } = string.Empty;

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "disclosure");
        if (Open)
        {
            output.Attributes.SetAttribute("open", "open");
        }

        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(Summary);
        output.PreContent.AppendHtml(summary);
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}
