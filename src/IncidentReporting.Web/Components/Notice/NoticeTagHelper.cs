using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.Notice;

/// <summary>Something to know before going on.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>info, ok, warn, danger or quiet.</summary>
    public string Kind { get; set; } = "info";

    public string? Heading { get; set => field = Given(value); }

    /// <summary>Read out at once: for what has just happened.</summary>
    public bool Live { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice {Kind}");
        if (Live)
        {
            output.Attributes.SetAttribute("role", "status");
        }

        if (Heading is not null)
        {
            var heading = new TagBuilder("h2");
            heading.InnerHtml.Append(Heading);
            output.PreContent.AppendHtml(heading);
        }

        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}
