using IncidentReporting.Web.Components.Figures.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Horizontal bars with their figures beside them.</summary>
[HtmlTargetElement("bar-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarListTagHelper : ChartTagHelper<BarList>
{
    private protected override ChartDrawing DrawingOf(BarList chart) => new BarListDrawing(chart);
}
