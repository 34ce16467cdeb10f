using IncidentReporting.Web.Components.Figures.Drawing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Shares of ours within their intervals, against those of others.</summary>
[HtmlTargetElement("benchmark-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BenchmarkChartTagHelper : ChartTagHelper<BenchmarkChart>
{
    private protected override ChartDrawing DrawingOf(BenchmarkChart chart) => new BenchmarkDrawing(chart);
}
