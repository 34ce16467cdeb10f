using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components;

/// <summary>A time as people say it, with the exact one for machines.</summary>
[HtmlTargetElement("time-at", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper(TimeProvider time) : TagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary>full (day and hour), day, date, hour or short.</summary>
    public string As { get; set; } = "full";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Times.Machine(At));
        var now = time.Now();
        output.Content.SetContent(As switch
        {
            "day" => Times.Day(At, now),
            "date" => Times.Date(At, now),
            "hour" => Times.Hour(At),
            "short" => Times.Short(At),
            _ => Times.Of(At, now),
        });
    }
}
