using IncidentReporting.Web.Components.Figures.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Units by expected and observed count, within limits.</summary>
[HtmlTargetElement("funnel-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FunnelChartTagHelper : ChartTagHelper<FunnelPlot>
{
    private protected override ChartDrawing DrawingOf(FunnelPlot chart) => new FunnelDrawing(chart);
}
