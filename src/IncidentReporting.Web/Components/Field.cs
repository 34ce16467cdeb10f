using System.Globalization;
using IncidentReporting.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components;

/// <summary>What every field of a form has: a name, a label that says it in words, help, and the message that says what to do when it is wrong.</summary>
public abstract class Field : TagHelper
{
    /// <summary>The name it is sent under; the command's own name for it, so that its messages land here.</summary>
    public string Name { get; set; } = string.Empty;

    public string Label { get; set; } = string.Empty;

    public string? Hint { get; set => field = Given(value); }

    /// <summary>Says "(frivilligt)" after the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Keeps the label for those who hear the page, where the place already says it.</summary>
    public bool LabelHidden { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The id of the field of this name, which the error summary links to.</summary>
    /// <remarks>The framework names a bound field by its property, "UserName" for "userName": the id is the same for both.</remarks>
    public static string IdOf(string name) => "f-" + string.Concat(name.Select((character, index) =>
        !char.IsAsciiLetterOrDigit(character) ? '-'
        : index == 0 || !char.IsAsciiLetterOrDigit(name[index - 1]) ? char.ToLowerInvariant(character)
        : character));

    protected string Id => IdOf(Name);

    protected IReadOnlyList<string> Messages =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? [.. entry.Errors.Select(error => error.ErrorMessage)]
            : [];

    protected string? DescribedBy(IReadOnlyList<string> messages)
    {
        var ids = new List<string>();
        if (Hint is not null)
        {
            ids.Add(Id + "-hint");
        }

        if (messages.Count > 0)
        {
            ids.Add(Id + "-error");
        }

        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }

    protected void Describe(TagBuilder control, IReadOnlyList<string> messages)
    {
        if (DescribedBy(messages) is { } described)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (messages.Count > 0)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    protected void AppendLabel(TagHelperContent content, string tag)
    {
        var label = new TagBuilder(tag);
        if (tag == "label")
        {
            label.Attributes["for"] = Id;
        }

        if (LabelHidden)
        {
            label.AddCssClass("visually-hidden");
        }

        label.InnerHtml.Append(Label);
        if (Optional)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(" " + SharedTexts.Shared("field.optional"));
            label.InnerHtml.AppendHtml(optional);
        }

        content.AppendHtml(label);
    }

    protected void AppendHint(TagHelperContent content)
    {
        if (Hint is not null)
        {
            content.AppendHtml(Paragraph("hint", Id + "-hint", Hint));
        }
    }

    protected void AppendMessages(TagHelperContent content, IReadOnlyList<string> messages)
    {
        if (messages.Count > 0)
        {
            content.AppendHtml(Paragraph("message", Id + "-error", string.Join(' ', messages.Distinct(StringComparer.Ordinal))));
        }
    }

    protected static void Become(TagHelperOutput output, string tag, string cssClass, bool invalid)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { cssClass, invalid ? "invalid" : null, given }.OfType<string>()));
    }

    private static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(cssClass);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
