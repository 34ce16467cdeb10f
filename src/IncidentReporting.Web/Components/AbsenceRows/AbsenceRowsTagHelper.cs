using IncidentReporting.Web.Components.TextField;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.AbsenceRows;

/// <summary>The absences that are known, and a blank one to fill in.</summary>
[HtmlTargetElement("absence-rows", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AbsenceRowsTagHelper : TagHelper
{
    public IReadOnlyList<TypedDays> Days { get; set; } = [];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "stack");
        for (var place = 0; place <= Days.Count; place++)
        {
            var days = place < Days.Count ? Days[place] : new TypedDays(From: null, To: null);
            var row = new TagBuilder("fieldset");
            row.AddCssClass("absence-row");
            var legend = new TagBuilder("legend");
            legend.InnerHtml.Append(place < Days.Count ? SharedTexts.Shared("absence.legend", place + 1) : SharedTexts.Shared("absence.new"));
            row.InnerHtml.AppendHtml(legend);
            var fields = new TagBuilder("div");
            fields.AddCssClass("fields");
            fields.InnerHtml.AppendHtml(Day(context, place, "from", SharedTexts.Shared("absence.from"), days.From));
            fields.InnerHtml.AppendHtml(Day(context, place, "to", SharedTexts.Shared("absence.to"), days.To));
            row.InnerHtml.AppendHtml(fields);
            output.Content.AppendHtml(row);
        }
    }

    private TagHelperOutput Day(TagHelperContext context, int place, string field, string label, string? value)
    {
        var day = new TextFieldTagHelper { Name = FormRow.Place(TypedDays.List, place) + field, Label = label, Type = "date", Value = value, ViewContext = ViewContext };
        var output = new TagHelperOutput("text-field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        day.Process(context, output);
        return output;
    }
}
