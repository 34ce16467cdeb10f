using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components;

/// <summary>Gives a form that names its own address the anti-forgery token that the framework gives only to others.</summary>
[HtmlTargetElement("form", Attributes = "[method=post],action")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            // Before a file, so that it can be checked before the file is taken in.
            var place = output.Attributes["enctype"]?.Value?.ToString() == "multipart/form-data" ? output.PreContent : output.PostContent;
            place.AppendHtml(token);
        }
    }
}
