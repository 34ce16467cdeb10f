using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.Choices;

/// <summary>Radio buttons, or checkboxes where several may be chosen; the whole row is the target.</summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : Field
{
    public IReadOnlyList<Choice> Options { get; set; } = [];

    /// <summary>True: checkboxes.</summary>
    public bool Several { get; set; }

    public string? Value { get; set; }

    /// <summary>What is chosen, where several may be.</summary>
    public IEnumerable<string>? Values { get; set; }

    /// <summary>plain (no frames), inline (beside each other) or two (in two columns where there is room).</summary>
    public string? Layout { get; set => field = Given(value); }

    /// <summary>Makes the legend the page's heading, where the page is one question.</summary>
    public bool IsHeading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = Messages;
        Become(output, "fieldset", "field", messages.Count > 0);
        if (DescribedBy(messages) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        AppendLegend(output.Content);
        AppendHint(output.Content);
        AppendMessages(output.Content, messages);

        var chosen = Several ? (Values ?? []).ToHashSet(StringComparer.Ordinal) : Value is null ? [] : [Value];
        var list = new TagBuilder("div");
        list.AddCssClass("choices");
        if (Layout is not null)
        {
            list.AddCssClass(Layout);
        }

        for (var index = 0; index < Options.Count; index++)
        {
            list.InnerHtml.AppendHtml(Row(Options[index], index, chosen.Contains(Options[index].Value), messages.Count > 0));
        }

        output.Content.AppendHtml(list);
    }

    private void AppendLegend(TagHelperContent content)
    {
        if (!IsHeading)
        {
            AppendLabel(content, "legend");
            return;
        }

        var legend = new TagBuilder("legend");
        var heading = new TagBuilder("h1");
        heading.InnerHtml.Append(Label);
        legend.InnerHtml.AppendHtml(heading);
        content.AppendHtml(legend);
    }

    private TagBuilder Row(Choice choice, int index, bool isChosen, bool invalid)
    {
        // The first takes the id that the error summary links to.
        var id = index == 0 ? Id : $"{Id}-{Text(index)}";
        var row = new TagBuilder("label");
        row.AddCssClass("choice");
        row.Attributes["for"] = id;

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("ds-input");
        input.Attributes["type"] = Several ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = choice.Value;
        if (isChosen)
        {
            input.Attributes["checked"] = "checked";
        }

        if (invalid && Several)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        row.InnerHtml.AppendHtml(input);
        row.InnerHtml.AppendHtml(Span("label", choice.Label));
        if (choice.Help is { } help)
        {
            row.InnerHtml.AppendHtml(Span("help", help));
        }

        return row;
    }

    private static TagBuilder Span(string cssClass, string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass(cssClass);
        span.InnerHtml.Append(text);
        return span;
    }
}
