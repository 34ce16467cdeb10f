using IncidentReporting.Web.Components.Figures.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Events by month and the sum of what is more than expected.</summary>
[HtmlTargetElement("cusum-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CusumChartTagHelper : ChartTagHelper<CusumChart>
{
    private protected override ChartDrawing DrawingOf(CusumChart chart) => new CusumDrawing(chart);
}
