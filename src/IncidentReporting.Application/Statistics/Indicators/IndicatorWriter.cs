using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;
using IncidentReporting.Domain.Statistics.Indicators;

namespace IncidentReporting.Application.Statistics.Indicators;

/// <summary>Puts the figures into words, beside what they are compared with.</summary>
internal sealed class IndicatorWriter(IndicatorData now, IndicatorData? before, BenchmarkSettings settings, string language)
{
    private const double Least = 5;
    private const double Most = 95;

    private static readonly string[] Measures = ["incidents", "exposures", "persons"];

    /// <summary>The plain numbers that the indicators are made of.</summary>
    public IReadOnlyList<FigureResult> Counts() => [.. Measures.Select(measure => Write(
        string.Empty,
        IndicatorTexts.Count(measure),
        new IndicatorFigure(measure, Title: null, FigureKind.Count, StatCell.Read(measure), Whole: null, Rest: null, Group: null, Sector: null, Pulse: null, Why: null)))];

    public IReadOnlyList<IndicatorResult> Write() => [.. IndicatorList.All.Select(Write)];

    private IndicatorResult Write(Indicator indicator)
    {
        // Sectors that nobody belongs to are left out, but for the one that the indicator is about.
        List<FigureResult> figures =
        [
            .. indicator.Figures.Where((figure, index) => index == 0 || figure.Sector is null || now.Sectors.ContainsKey(figure.Sector)).Select(figure => Write(indicator.Id, figure.Title?.In(language) ?? indicator.Title.In(language), figure)),
        ];
        var first = figures[0];
        var fact = indicator.Figures.Select(figure => figure.Part?.Fact).FirstOrDefault(of => of is not null);
        return new IndicatorResult
        {
            Id = indicator.Id,
            Version = indicator.Version,
            Title = indicator.Title.In(language),
            Formula = indicator.Formula.In(language),
            Caveat = indicator.Caveat?.In(language),
            Unit = first.Unit,
            Source = first.Source,
            Value = first.Value,
            Low = first.Low,
            High = first.High,
            N = first.N,
            State = first.State,
            Upper = first.Upper,
            Text = first.Text,
            ReasonCode = first.ReasonCode,
            Reason = first.Reason,
            Benchmark = first.Benchmark,
            Verdict = first.Verdict,
            Change = first.Change,
            Pulse = first.Pulse,
            Parts = figures.Count > 1 ? figures : [],
            Context =
            [
                .. IndicatorList.Benchmarks.Where(benchmark => benchmark.Use == BenchmarkUse.Context && benchmark.Of.Split('.')[0] == indicator.Id).Select(Shown),
            ],
            Of = fact is { } of && now.Sheets.TryGetValue(of, out var sheet) ? ReleaseResult.Of(sheet.Release) : null,
        };
    }

    private FigureResult Write(string indicator, string title, IndicatorFigure figure)
    {
        var register = IndicatorReader.Read(figure, now, language);
        var survey = IndicatorReader.ReadPulse(figure, now);
        var isSurvey = figure.Kind == FigureKind.Pulse;
        var shown = isSurvey ? survey! : register;
        var unit = UnitOf(figure.Kind);
        var benchmark = IndicatorList.Benchmarks.FirstOrDefault(known => known.Use != BenchmarkUse.Context && known.Of == $"{indicator}.{figure.Id}");
        return new FigureResult
        {
            Id = figure.Id,
            Title = title,
            Unit = unit,
            Source = isSurvey ? FigureSource.Survey : FigureSource.Register,
            Value = shown.Value,
            Low = shown.Interval?.Lower,
            High = shown.Interval?.Upper,
            N = shown.N,
            State = shown.State,
            Upper = shown.Upper,
            Text = Words(shown, unit),
            ReasonCode = shown.Why?.Code,
            Reason = shown.Why?.Reason,
            Benchmark = benchmark is null ? null : Shown(benchmark),
            Verdict = Verdict(benchmark, shown, isSurvey ? BenchmarkUse.Pulse : BenchmarkUse.Register),
            Change = isSurvey || before is null ? null : Change(register, IndicatorReader.Read(figure, before, language), before.Period, unit),
            Pulse = survey is null
                ? null
                : new PulseResult(
                    survey.Value, survey.Interval?.Lower, survey.Interval?.Upper, survey.N, survey.State, survey.Upper, Words(survey, IndicatorUnit.Percent),
                    survey.Why?.Code, survey.Why?.Reason, Verdict(benchmark, survey, BenchmarkUse.Pulse)),
        };
    }

    private static IndicatorUnit UnitOf(FigureKind kind) => kind switch
    {
        FigureKind.Per100Staff or FigureKind.Per100Fte => IndicatorUnit.Per100,
        FigureKind.ClassMedian or FigureKind.ClassNineInTen => IndicatorUnit.Hours,
        FigureKind.Count => IndicatorUnit.Count,
        _ => IndicatorUnit.Percent,
    };

    private static string Words(FigureReading reading, IndicatorUnit unit) => reading switch
    {
        { State: IndicatorState.Under } => IndicatorTexts.Under(Least),
        { State: IndicatorState.Over } => IndicatorTexts.Over(Most),
        { State: IndicatorState.Small, Upper: { } upper } => IndicatorTexts.Fewer(upper + 1),
        { State: IndicatorState.Ok, Label: { } label } => label,
        { State: IndicatorState.Ok, Value: { } value } => unit switch
        {
            IndicatorUnit.Percent => IndicatorTexts.Percent(value),
            IndicatorUnit.Per100 => IndicatorTexts.Number(value, 1),
            _ => IndicatorTexts.Number(value),
        },
        _ => IndicatorTexts.NotShown,
    };

    private VerdictResult? Verdict(IndicatorBenchmark? benchmark, FigureReading reading, BenchmarkUse with)
    {
        if (benchmark?.Value is not { } value || reading.Share is not { } share || (benchmark.Use != BenchmarkUse.Both && benchmark.Use != with))
        {
            return null;
        }

        return new Benchmark(value, AnswersOf(benchmark.Survey)).Compare(share) is { } compared
            ? new VerdictResult(compared.Verdict, IndicatorTexts.Verdict(compared.Verdict, IndicatorTexts.Percent(benchmark.Percent!.Value), benchmark.Survey.Name.In(language)))
            : null;
    }

    private static ChangeResult? Change(FigureReading now, FigureReading before, StatPeriod period, IndicatorUnit unit)
    {
        var direction = now.Rated is { } rated && before.Rated is { } earlier
            ? PeriodChange.Between(rated.Cell, rated.Exposure, earlier.Cell, earlier.Exposure) is { State: FigureState.Ok } change ? change.Direction : (ChangeDirection?)null
            : now.Share is { } share && before.Share is { } then ? ShareChange.Between(share, then)
            : null;
        return direction is { } found ? new ChangeResult(period.ToString(), before.Value, found, IndicatorTexts.Change(found, period, Words(before, unit))) : null;
    }

    private BenchmarkResult Shown(IndicatorBenchmark benchmark) => new(
        benchmark.Id,
        benchmark.Survey.Name.In(language),
        benchmark.Percent,
        benchmark.Words.In(language),
        benchmark.Survey.Year,
        benchmark.Survey.Population.In(language),
        AnswersOf(benchmark.Survey),
        benchmark.Survey.Source.In(language),
        benchmark.Note?.In(language),
        benchmark.Use);

    private int? AnswersOf(BenchmarkSurvey survey) => survey.Id == BenchmarkSettings.Survey ? settings.VisionAnswers ?? survey.Answers : survey.Answers;
}
