using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.Tag;

/// <summary>A state in a word or two; the word says it, the colour only helps.</summary>
[HtmlTargetElement("state-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TagTagHelper : TagHelper
{
    public string Text { get; set; } = string.Empty;

    /// <summary>ok, warn, danger or info; else quiet.</summary>
    public string? Kind { get; set => field = Given(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is { Length: > 0 } ? $"tag {Kind}" : "tag");
        output.Content.SetContent(Text);
    }

    internal static TagBuilder Build(string text, string? kind)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass("tag");
        if (kind is { Length: > 0 })
        {
            tag.AddCssClass(kind);
        }

        tag.InnerHtml.Append(text);
        return tag;
    }
}
