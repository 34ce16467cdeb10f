using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.SelectField;

/// <summary>One of many; where there are at most seven, use choices instead.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : Field
{
    public string? Value { get; set; }

    public IReadOnlyList<Choice> Options { get; set; } = [];

    /// <summary>What stands there when nothing is chosen; null leaves it out.</summary>
    public string? Empty { get; set => field = Given(value); }

    public string? Width { get; set => field = Given(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = Messages;
        Become(output, "div", "field", messages.Count > 0);
        AppendLabel(output.Content, "label");
        AppendHint(output.Content);
        AppendMessages(output.Content, messages);

        var select = new TagBuilder("select");
        select.AddCssClass("ds-input");
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        if (Width is not null)
        {
            select.Attributes["data-width"] = Width;
        }

        Describe(select, messages);
        var options = Empty is null ? Options : [new Choice(string.Empty, Empty), .. Options];
        var (into, group) = (select, (string?)null);
        foreach (var choice in options)
        {
            if (choice.Group != group)
            {
                (into, group) = (Grouped(select, choice.Group), choice.Group);
            }

            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (choice.Value == (Value ?? string.Empty))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(choice.Label);
            into.InnerHtml.AppendHtml(option);
        }

        output.Content.AppendHtml(select);
    }

    private static TagBuilder Grouped(TagBuilder select, string? group)
    {
        if (group is null)
        {
            return select;
        }

        var heading = new TagBuilder("optgroup");
        heading.Attributes["label"] = group;
        select.InnerHtml.AppendHtml(heading);
        return heading;
    }
}
