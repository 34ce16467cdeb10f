namespace IncidentReporting.Application.Statistics.Indicators;

/// <summary>How many answered the survey that we compare with first, where it has become known: <c>Statistics__BenchmarkN</c>.</summary>
public sealed record BenchmarkSettings(int? VisionAnswers)
{
    internal const string Survey = "vision_2021";
}
