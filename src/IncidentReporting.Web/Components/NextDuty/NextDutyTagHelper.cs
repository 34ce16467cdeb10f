using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.NextDuty;

/// <summary>What comes next, whose it is and until when. The words and the edge carry the urgency; its content is the ways to act.</summary>
[HtmlTargetElement("next-duty")]
public sealed class NextDutyTagHelper(TimeProvider time) : TagHelper
{
    public string Heading { get; set; } = string.Empty;

    public string? Help { get; set => field = Given(value); }

    /// <summary>Null: no time to keep.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Said instead of the time.</summary>
    public string? When { get; set => field = Given(value); }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var now = time.Now();
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Due is { } due ? $"next-duty {Urgency.Of(due, now)}" : "next-duty");

        var text = new TagBuilder("div");
        if ((When is { Length: > 0 } ? When : Due is { } until ? Times.Until(until, now) : null) is { } when)
        {
            text.InnerHtml.AppendHtml(Element("p", "when", when));
        }

        text.InnerHtml.AppendHtml(Element("h2", cssClass: null, Heading));
        if (Help is { Length: > 0 })
        {
            text.InnerHtml.AppendHtml(Element("p", cssClass: null, Help));
        }

        output.PreContent.AppendHtml(text);
        var actions = await output.GetChildContentAsync();
        if (!actions.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }

    private static TagBuilder Element(string tag, string? cssClass, string text)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }

        element.InnerHtml.Append(text);
        return element;
    }
}
