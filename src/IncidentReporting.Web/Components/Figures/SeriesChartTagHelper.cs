using IncidentReporting.Web.Components.Figures.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Points over time.</summary>
[HtmlTargetElement("series-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SeriesChartTagHelper : ChartTagHelper<SeriesChart>
{
    private protected override ChartDrawing DrawingOf(SeriesChart chart) => new SeriesDrawing(chart);
}
