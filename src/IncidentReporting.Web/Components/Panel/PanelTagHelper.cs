using IncidentReporting.Web.Components.Tag;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.AttributeValue;

namespace IncidentReporting.Web.Components.Panel;

/// <summary>A thing of its own, such as a track of a case: its name, its state, and what it holds.</summary>
[HtmlTargetElement("panel")]
public sealed class PanelTagHelper : TagHelper
{
    public string? Heading { get; set => field = Given(value); }

    /// <summary>The heading's level: 2 unless told.</summary>
    public int Level { get; set; } = 2;

    /// <summary>The state in a word or two, shown as a tag.</summary>
    public string? State { get; set => field = Given(value); }

    /// <summary>ok, warn, danger or info; else quiet.</summary>
    public string? Kind { get; set => field = Given(value); }

    public bool Sunken { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "panel", Sunken ? "sunken" : null, given }.OfType<string>()));
        if (Heading is not null)
        {
            var head = new TagBuilder("div");
            head.AddCssClass("panel-head");
            var heading = new TagBuilder($"h{Level}");
            heading.InnerHtml.Append(Heading);
            head.InnerHtml.AppendHtml(heading);
            if (State is { Length: > 0 })
            {
                head.InnerHtml.AppendHtml(TagTagHelper.Build(State, Kind));
            }

            output.PreContent.AppendHtml(head);
        }

        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}
