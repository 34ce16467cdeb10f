using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.FileField;

/// <summary>A file from the person's own device.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper : Field
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = Messages;
        Become(output, "div", "field", messages.Count > 0);
        AppendLabel(output.Content, "label");
        AppendHint(output.Content);
        AppendMessages(output.Content, messages);

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("ds-input");
        input.Attributes["type"] = "file";
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        Describe(input, messages);
        output.Content.AppendHtml(input);
    }
}
