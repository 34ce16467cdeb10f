using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.TextArea;

/// <summary>Free text in the person's own words.</summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper : Field
{
    public string? Value { get; set; }

    public int Rows { get; set; } = 5;

    public int? MaxLength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = Messages;
        Become(output, "div", "field", messages.Count > 0);
        AppendLabel(output.Content, "label");
        AppendHint(output.Content);
        AppendMessages(output.Content, messages);

        var area = new TagBuilder("textarea");
        area.AddCssClass("ds-input");
        area.Attributes["id"] = Id;
        area.Attributes["name"] = Name;
        area.Attributes["rows"] = Text(Rows);
        if (MaxLength is { } longest)
        {
            area.Attributes["maxlength"] = Text(longest);
        }

        Describe(area, messages);

        // A browser drops the first line break after the tag.
        area.InnerHtml.Append("\n" + Value);
        output.Content.AppendHtml(area);
    }
}
