using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Statistics.Indicators;

/// <summary>V1–V13, the survey's own questions, and O1–O28, those of operation and unions, read from the data files with what they are compared with.</summary>
public static class IndicatorList
{
    private static readonly IndicatorFile File = CodeFiles.ReadFile<IndicatorFile>("Statistics", "indicators");
    private static readonly BenchmarkFile Others = CodeFiles.ReadFile<BenchmarkFile>("Statistics", "benchmarks");

    public static IReadOnlyList<Indicator> All { get; } = [.. File.Indicators.Select(Read)];

    public static IReadOnlyList<BenchmarkSurvey> Surveys { get; } = [.. Others.Surveys.Select(pair => Read(pair.Key, pair.Value))];

    public static IReadOnlyList<IndicatorBenchmark> Benchmarks { get; } = [.. Others.Benchmarks.Select(Read)];

    private static readonly Dictionary<string, IReadOnlyList<TimeClass>> TimeClasses = File.Classes.ToDictionary(
        pair => pair.Key, pair => (IReadOnlyList<TimeClass>)[.. pair.Value.Select(row => new TimeClass(new Wording(row.Sv, row.En), row.Hours))]);

    public static IReadOnlyList<TimeClass> ClassesOf(StatMargin margin) => TimeClasses[margin.Name];

    private static Indicator Read(IndicatorRow row) => new(
        row.Id, row.Version, new Wording(row.Sv, row.En), new Wording(row.FormulaSv, row.FormulaEn), Words(row.CaveatSv, row.CaveatEn), [.. row.Figures.Select(Read)]);

    private static IndicatorFigure Read(FigureRow row) => new(
        row.Id,
        Words(row.Sv, row.En),
        KindOf(row.Kind),
        Cell(row.Part),
        Cell(row.Whole),
        Cell(row.Rest),
        row.Group,
        row.Sector,
        row.PulsePart is null ? null : new PulseShare(row.PulsePart, row.PulseRest),
        Words(row.WhySv, row.WhyEn));

    private static BenchmarkSurvey Read(string id, SurveyRow row) =>
        new(id, new Wording(row.Sv, row.En), row.Year, new Wording(row.PopulationSv, row.PopulationEn), row.N, new Wording(row.SourceSv, row.SourceEn));

    private static IndicatorBenchmark Read(BenchmarkRow row) => new(
        row.Id,
        Surveys.FirstOrDefault(survey => survey.Id == row.Survey) ?? throw new InvalidOperationException($"There is no survey {row.Survey}."),
        row.Of,
        row.Percent,
        row.Exact,
        row.Compare switch
        {
            "both" => BenchmarkUse.Both,
            "register" => BenchmarkUse.Register,
            "pulse" => BenchmarkUse.Pulse,
            _ => BenchmarkUse.Context,
        },
        new Wording(row.Sv, row.En),
        Words(row.NoteSv, row.NoteEn));

    private static FigureKind KindOf(string kind) => kind switch
    {
        "share" => FigureKind.Share,
        "of_staff" => FigureKind.OfStaff,
        "per_100_staff" => FigureKind.Per100Staff,
        "per_100_fte" => FigureKind.Per100Fte,
        "class_median" => FigureKind.ClassMedian,
        "class_nine_in_ten" => FigureKind.ClassNineInTen,
        "count" => FigureKind.Count,
        "dark" => FigureKind.Dark,
        "pulse" => FigureKind.Pulse,
        "none" => FigureKind.None,
        _ => throw new InvalidOperationException($"There is no kind of figure {kind}."),
    };

    private static StatCell? Cell(string? written) => written is null ? null : StatCell.Read(written);

    private static Wording? Words(string? sv, string? en) => sv is null ? null : new Wording(sv, en ?? throw new InvalidOperationException($"\"{sv}\" has no English."));

    private sealed record IndicatorFile(IReadOnlyList<IndicatorRow> Indicators, IReadOnlyDictionary<string, IReadOnlyList<ClassRow>> Classes);

    private sealed record IndicatorRow(
        string Id, int Version, string Sv, string En, string FormulaSv, string FormulaEn, IReadOnlyList<FigureRow> Figures, string? CaveatSv = null, string? CaveatEn = null);

    private sealed record FigureRow(
        string Id, string Kind, string? Sv = null, string? En = null, string? Part = null, string? Whole = null, string? Rest = null, string? Group = null,
        string? Sector = null, string? PulsePart = null, string? PulseRest = null, string? WhySv = null, string? WhyEn = null);

    private sealed record ClassRow(string Sv, string En, int? Hours = null);

    private sealed record BenchmarkFile(IReadOnlyDictionary<string, SurveyRow> Surveys, IReadOnlyList<BenchmarkRow> Benchmarks);

    private sealed record SurveyRow(
        string Sv, string En, string PopulationSv, string PopulationEn, string SourceSv, string SourceEn, int? Year = null, int? N = null);

    private sealed record BenchmarkRow(
        string Id, string Survey, string Of, string Compare, string Sv, string En, double? Percent = null, double? Exact = null, string? NoteSv = null, string? NoteEn = null);
}
