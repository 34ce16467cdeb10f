using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.OverTime.OverTimeTexts;

namespace IncidentReporting.Web.Pages.Statistics.OverTime;

/// <summary>The same figure along time. What is not frozen or not shown is a gap, and only a sure change is called one.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator, SheetFiles files) : PageModel
{
    private static readonly string[] Kinds = ["month", "quarter", "year"];

    internal FigureChoices Choices { get; private set; } = null!;

    internal Asked Asked { get; private set; } = null!;

    public SeriesResult? Result { get; private set; }

    public bool IsEmpty { get; private set; }

    public SeriesChart? Total { get; private set; }

    /// <summary>One for each category, where it is divided.</summary>
    public IReadOnlyList<SeriesChart> Parts { get; private set; } = [];

    public FigureTable? Table { get; private set; }

    /// <summary>In words; null where there is nothing to compare.</summary>
    public string? Change { get; private set; }

    /// <summary>Why numbers are missing, each reason once.</summary>
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    public IReadOnlyList<string> Measures => [.. Choices.Measures.Where(measure => measure != FigureChoices.Pulse)];

    public IReadOnlyList<Choice> PeriodKinds => Asked.Measure == "persons" ? [new Choice("year", T("year"))] : [.. Kinds.Select(kind => new Choice(kind, T(kind)))];

    public IReadOnlyList<Choice> Starts => [.. Choices.Years.Reverse()];

    internal static string ChangeWords(SeriesChangeResult change) => T(
        "change",
        KeyFigures.Signed(change.Difference),
        FigureNames.Period(change.From),
        FigureNames.Period(change.To),
        KeyFigures.Direction(change.Direction));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await AskAsync(cancellationToken) is { } result)
        {
            Show(result);
        }
    }

    public async Task<IActionResult> OnGetFileAsync(string? form, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await AskAsync(cancellationToken) is { } result ? FigureFiles.Of(files, Sheets.Of(result), form) : Redirect(Asked.Address());
    }

    private async Task<SeriesResult?> AskAsync(CancellationToken cancellationToken)
    {
        var grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        Choices = new FigureChoices(grid);
        Asked = Asked.In(Request.Query);
        IsEmpty = grid.Periods.Count == 0;
        return IsEmpty || !Check() ? null : (await mediator.TryAskAsync(Asked.ToQuery(), ModelState, cancellationToken)).Value;
    }

    // What the form itself cannot send, said in the words of the form.
    private bool Check()
    {
        if (!Measures.Contains(Asked.Measure))
        {
            ModelState.AddModelError("measure", T("measure.unknown", string.Join(", ", Measures.Select(FigureNames.Measure))));
            Asked = Asked with { Measure = Measures[0], By = null };
        }

        if (Asked.Node is not null && Choices.Node(Asked.Node) is null)
        {
            ModelState.AddModelError("node", Explore.ExploreTexts.T("node.unknown"));
        }

        if (Asked.By is { } by && Choices.Attributes(Asked.Measure).All(attribute => attribute.Name != by))
        {
            ModelState.AddModelError("by", Explore.ExploreTexts.T("by.unknown", FigureNames.Attribute(Asked.Measure, by), FigureNames.Measure(Asked.Measure)));
        }

        if (!Kinds.Contains(Asked.Period))
        {
            ModelState.AddModelError("period", T("period.unknown"));
        }

        return ModelState.IsValid;
    }

    private void Show(SeriesResult result)
    {
        Result = result;
        var measure = FigureNames.Measure(result.Measure);
        string[] periods = [.. result.Points.Select(point => FigureNames.ShortPeriod(StatPeriod.Find(point.Period)!.Value))];
        var release = Release(result);
        var words = new ChartWords(T("question", measure, result.Node.Name), FigureNames.MeasureHelp(result.Measure), Source: release);
        List<(string Name, IReadOnlyList<FigureValue> Values)> columns = [(measure, [.. result.Points.Select(point => point.Release is null ? FigureValue.Missing : ShownFigures.Of(point.Total))])];
        Total = Chart(words, columns[0]);
        if (result.By is [var by])
        {
            var categories = Choices.Attributes(result.Measure).First(attribute => attribute.Name == by).Categories;
            columns.AddRange(categories.Select((category, index) => (
                FigureNames.Category(result.Measure, by, category),
                (IReadOnlyList<FigureValue>)[.. result.Points.Select(point => point.Release is null ? FigureValue.Missing : ShownFigures.Of(point.Cells[index]))])));
            Parts = [.. columns.Skip(1).Select(column => Chart(new ChartWords(column.Name, T($"part.note.{result.Kind}", measure)), column))];
        }

        Table = new FigureTable(
            words.Question,
            T("head"),
            [.. columns.Select((column, index) => new FigureColumn(index == 0 && columns.Count > 1 ? T("total") : column.Name))],
            [.. periods.Select((period, at) => new FigureRow(period, [.. columns.Select(column => (FigureCell)column.Values[at])]))])
        {
            Source = release,
        };
        Change = result.Change is { } change ? ChangeWords(change) : null;
        Gaps = [.. result.Points.Select(point => point.Closed?.Reason).OfType<string>().Distinct(), .. result.Points.Any(point => point.Release is null) ? (string[])[T("gap")] : []];

        SeriesChart Chart(ChartWords chartWords, (string Name, IReadOnlyList<FigureValue> Values) column) =>
            new(chartWords, T("head"), periods, [new Series(column.Name, column.Values)])
            {
                PerYear = result.Kind switch
                {
                    PeriodKind.Year => 1,
                    PeriodKind.Quarter => 4,
                    _ => 12,
                },
            };
    }

    // The latest says most; when any is preliminary, that is said.
    private static string? Release(SeriesResult result)
    {
        var releases = result.Points.Select(point => point.Release).OfType<ReleaseResult>().ToList();
        return releases.Count == 0 ? null : FigureNames.Release(releases[^1], ShownZone.DayOf(releases.Max(release => release.BuiltAt)));
    }
}
