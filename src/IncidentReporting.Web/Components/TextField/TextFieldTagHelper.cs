using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.TextField;

/// <summary>One line of text, a date, a time, a number, an address or a password.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : Field
{
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    /// <summary>short or medium; else the whole width.</summary>
    public string? Width { get; set => field = Given(value); }

    public string? Autocomplete { get; set => field = Given(value); }

    public int? MaxLength { get; set; }

    public string? Min { get; set => field = Given(value); }

    public string? Max { get; set => field = Given(value); }

    public bool Autofocus { get; set; }

    /// <summary>The id of a datalist with suggestions.</summary>
    public string? Suggestions { get; set => field = Given(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = Messages;
        Become(output, "div", "field", messages.Count > 0);
        AppendLabel(output.Content, "label");
        AppendHint(output.Content);
        AppendMessages(output.Content, messages);

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("ds-input");
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = Type;
        Set(input, "value", Type == "password" ? null : Value);
        Set(input, "data-width", Width ?? (Type is "date" or "time" or "number" ? "short" : null));
        Set(input, "autocomplete", Autocomplete);
        Set(input, "maxlength", MaxLength is { } longest ? Text(longest) : null);
        Set(input, "min", Min);
        Set(input, "max", Max);
        Set(input, "list", Suggestions);
        if (Type is "email" or "password" or "url")
        {
            input.Attributes["spellcheck"] = "false";
            input.Attributes["autocapitalize"] = "none";
        }

        if (Autofocus)
        {
            input.Attributes["autofocus"] = "autofocus";
        }

        Describe(input, messages);
        output.Content.AppendHtml(input);
    }

    private static void Set(TagBuilder input, string name, string? value)
    {
        if (value is not null)
        {
            input.Attributes[name] = value;
        }
    }
}
