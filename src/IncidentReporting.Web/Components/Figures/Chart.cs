namespace IncidentReporting.Web.Components.Figures;

/// <summary>What a chart says beside its figures.</summary>
/// <param name="Question">The question that the chart answers; its heading.</param>
/// <param name="Note">A line under the question: what is counted, how to read it.</param>
/// <param name="Summary">What the chart shows, for those who do not see it; made from the figures when left out.</param>
/// <param name="Source">Where the figures come from and when they were frozen.</param>
public sealed record ChartWords(string Question, string? Note = null, string? Summary = null, string? Source = null)
{
    /// <summary>Exact counts, for those who read the cases: says so instead of the note that figures are protected.</summary>
    public bool IsExact { get; init; }

    /// <summary>Said instead of the chart when it has nothing to show; a general sentence when left out.</summary>
    public string? Empty { get; init; }
}

/// <summary>Figures drawn to answer a question.</summary>
public abstract record Chart(ChartWords Words);

/// <summary>Horizontal bars in the order given.</summary>
/// <param name="RowsHead">What the bars are, for the head of the table: "Händelse".</param>
/// <param name="ValueHead">What is counted: "Antal".</param>
public sealed record BarList(ChartWords Words, string RowsHead, string ValueHead, IReadOnlyList<Bar> Bars, FigureUnit Unit = FigureUnit.Count) : Chart(Words);

public sealed record Bar(string Label, FigureValue Value, FigureInterval? Interval = null);

/// <summary>Our shares, each within its interval, against those of others.</summary>
/// <param name="Ours">Whose the dots are: "Exempelkommun".</param>
/// <param name="Theirs">Whose the diamonds are: "Vision 2021".</param>
public sealed record BenchmarkChart(ChartWords Words, string RowsHead, string Ours, string Theirs, IReadOnlyList<BenchmarkRow> Rows, FigureUnit Unit = FigureUnit.Percent) : Chart(Words);

/// <param name="Verdict">In words, for the table: "går inte att skilja från".</param>
/// <param name="Why">Why there is no figure of ours; said in its place.</param>
public sealed record BenchmarkRow(string Label, FigureValue Ours, FigureInterval? Interval = null, double? Benchmark = null, string? Verdict = null, string? Why = null);

/// <summary>Points over time. What is missing is a gap; what is hidden is marked at the bottom.</summary>
/// <param name="Periods">The names of the periods in order; every series and limit has one value for each.</param>
/// <param name="PeriodsHead">What the periods are, for the head of the table: "Månad".</param>
/// <param name="Series">One or two; the second is dashed.</param>
public sealed record SeriesChart(ChartWords Words, string PeriodsHead, IReadOnlyList<string> Periods, IReadOnlyList<Series> Series, FigureUnit Unit = FigureUnit.Count, ControlLimits? Limits = null) : Chart(Words)
{
    /// <summary>12 for months, 4 for quarters, 1 for years: which of them are named under the axis.</summary>
    public int PerYear { get; init; } = 12;
}

public sealed record Series(string Name, IReadOnlyList<FigureValue> Values)
{
    /// <summary>For each period, or null for none at all.</summary>
    public IReadOnlyList<FigureInterval?>? Intervals { get; init; }

    /// <summary>Periods, by number from 0, that are pointed out as outside what chance does.</summary>
    public IReadOnlyList<int> Signals { get; init; } = [];
}

/// <summary>Between which figures vary by chance, in each period.</summary>
public sealed record ControlLimits(double Centre, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);

/// <summary>Units by how many events were expected of them, against how many there were.</summary>
/// <param name="Limits">By rising expected count; in steps, each from its own expected count to the next.</param>
public sealed record FunnelPlot(ChartWords Words, string UnitsHead, IReadOnlyList<FunnelMark> Units, IReadOnlyList<FunnelLimit> Limits) : Chart(Words);

public sealed record FunnelMark(string Name, double Expected, FigureValue Observed, SignalLevel Level = SignalLevel.None);

public sealed record FunnelLimit(double Expected, double Watch, double Alert);

public enum SignalLevel
{
    None,
    Watch,
    Alert,
}

/// <summary>Events by month, and under them the sum of what is more than expected until it passes its limit.</summary>
public sealed record CusumChart(ChartWords Words, double Threshold, IReadOnlyList<CusumStep> Months) : Chart(Words);

/// <param name="Sum">Of what is more than expected; null where it is not followed.</param>
public sealed record CusumStep(string Label, int Count, double? Expected, double? Sum, SignalLevel Signal = SignalLevel.None);
