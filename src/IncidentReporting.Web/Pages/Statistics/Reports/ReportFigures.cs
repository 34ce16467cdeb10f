using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Pages.Statistics.Indicators;
using static IncidentReporting.Web.Pages.Statistics.Reports.ReportsTexts;

namespace IncidentReporting.Web.Pages.Statistics.Reports;

/// <summary>The charts and tables that reports are made of.</summary>
internal sealed class ReportFigures(IndicatorsResult result, DateOnly today)
{
    private static readonly string[] Support = ["V4", "O3", "O4", "O5.first", "O5.second", "O5.third", "O6"];
    private static readonly string[] Actions = ["O15.on_time", "O16", "O17", "O18.risk_assessed", "O18.alone"];
    private static readonly string[] Chain = ["reported", "opened", "charged", "convicted"];
    private static readonly string[] Police = ["reported", "not_reported", "undecided"];

    public IndicatorsResult Result => result;

    /// <summary>What stands first under the title, also on paper.</summary>
    public string Source => T("source", result.Node.Name, Release, today.ToString("d", System.Globalization.CultureInfo.CurrentCulture));

    public string Release => FigureNames.Release(result.Of, ShownZone.DayOf(result.Of.BuiltAt));

    public KeyFigure Incidents => Key("key.incidents", result.Count("incidents"));

    public KeyFigure Rate => Key("key.rate", result.Find("O8.per_staff"));

    /// <summary>The survey's figure where there is one: it is what can be compared.</summary>
    public KeyFigure Exposed => result.Find("V1") is { Pulse: { Value: { } } pulse } exposed
        ? new KeyFigure(T("key.exposed"), IndicatorFigures.Of(pulse), FigureUnit.Percent) { Interval = IndicatorFigures.IntervalOf(pulse), Comparison = Country(exposed) }
        : Key("key.exposed.register", result.Find("V1"));

    public KeyFigure Reported => Key("key.police", result.Find("V7"));

    public KeyFigure Unsupported => Key("key.support", result.Find("V4"));

    public KeyFigure FollowedUp => Key("key.followed", result.Find("O5.first"));

    public string Dark => result.Find("O9") is { State: IndicatorState.Ok } dark
        ? T("dark", dark.Text, IndicatorFigures.Uncertainty(dark))
        : T("dark.none", result.Find("O9").Reason);

    public BenchmarkChart AgainstCountry => IndicatorFigures.Country(result);

    public BarList Kinds => Bars("kinds", result.Items.First(item => item.Id == "V2").Parts, "share");

    public BarList PoliceChain => Bars("chain", result.Items.First(item => item.Id == "O14").Parts.Where(part => Chain.Contains(part.Id)), "count");

    public BarList PoliceDecision => Bars("police", result.Items.First(item => item.Id == "O12").Parts.Where(part => Police.Contains(part.Id)), "share");

    public FigureTable SupportTable => Table(T("support"), Support);

    public FigureTable ActionTable => Table(T("actions"), Actions);

    public string Round => result.Round is { } round
        ? T("round", round.Name, round.ClosesOn.ToString("d", System.Globalization.CultureInfo.CurrentCulture), FigureWords.Of(ShownFigures.Of(round.Answers), FigureUnit.Count), round.Invited)
        : T("round.none");

    private static BarList Bars(string text, IEnumerable<FigureResult> figures, string head)
    {
        List<FigureResult> all = [.. figures];
        return new BarList(
            new ChartWords(T(text), T($"{text}.note")),
            T($"{text}.rows"),
            T(head),
            [.. all.Select(figure => new Bar(figure.Title, IndicatorFigures.Of(figure), IndicatorFigures.IntervalOf(figure)))],
            IndicatorFigures.UnitOf(all[0]));
    }

    private static string? Country(FigureResult figure) =>
        figure.Benchmark?.Value is { } value ? T("key.country", FigureWords.Of(value, FigureUnit.Percent)) : null;

    private static KeyFigure Key(string label, FigureResult figure) => new(T(label), IndicatorFigures.Of(figure), IndicatorFigures.UnitOf(figure))
    {
        Interval = IndicatorFigures.IntervalOf(figure),
        Comparison = Country(figure) ?? figure.Change?.Text,
        Why = figure.Value is null ? figure.Reason : null,
    };

    private FigureTable Table(string caption, IEnumerable<string> ids) => new(
        caption,
        T("row"),
        [
            new(IndicatorsTexts.T("value")),
            new(IndicatorsTexts.T("uncertainty")),
            .. result.Before is { } before ? (FigureColumn[])[new(IndicatorsTexts.T("since", FigureNames.Period(before)))] : [],
        ],
        [
            .. ids.Select(id => (Title: TitleOf(id), Figure: result.Find(id))).Select(row => new FigureRow(
                row.Title,
                [
                    row.Figure.Text,
                    IndicatorFigures.Uncertainty(row.Figure) ?? row.Figure.Reason,
                    .. result.Before is null ? (FigureCell[])[] : [row.Figure.Change?.Text],
                ])),
        ]);

    private string TitleOf(string id)
    {
        var (item, figure) = (result.Items.First(item => item.Id == id.Split('.')[0]), result.Find(id));
        return figure == item ? item.Title : T("row.part", item.Title, figure.Title);
    }
}
