using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.WhoReads;

/// <summary>Says who will read what is written in the field above, by name where that can be told.</summary>
[HtmlTargetElement("who-reads", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhoReadsTagHelper : TagHelper
{
    public string Text { get; set; } = string.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "who-reads");
        output.Content.AppendHtml(
            "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z\"/><circle cx=\"12\" cy=\"12\" r=\"2.75\"/></svg><span>");
        output.Content.Append(Text);
        output.Content.AppendHtml("</span>");
    }
}
