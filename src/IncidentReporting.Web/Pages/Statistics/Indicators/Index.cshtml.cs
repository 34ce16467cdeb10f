using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.Indicators.IndicatorsTexts;

namespace IncidentReporting.Web.Pages.Statistics.Indicators;

/// <summary>Every indicator with its uncertainty, what it is compared with and how it is counted.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The survey's questions, and those of operation.</summary>
    public static readonly IReadOnlyList<string> Groups = ["V", "O"];

    private const string Measure = "incidents";

    internal FigureChoices Choices { get; private set; } = null!;

    public string? Node { get; private set; }

    public string? Period { get; private set; }

    public IndicatorsResult? Result { get; private set; }

    public IReadOnlyList<Choice> Nodes => Choices.Nodes(Measure);

    public IReadOnlyList<Choice> Periods => Choices.Periods(Measure, Result is null ? Period : null);

    public BenchmarkChart Chart => IndicatorFigures.Country(Result!, Source);

    public string Source => FigureNames.Release(Result!.Of, ShownZone.DayOf(Result.Of.BuiltAt));

    public string FileAddress => FigureAddress.Of("/statistics/indicators", ("handler", "File"), ("node", Result?.Node.Id), ("period", Result?.Period));

    public async Task OnGetAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Choices = new FigureChoices(await mediator.Send(new GetGridQuery(), cancellationToken));
        (Node, Period) = (node, period);
        if (Choices.Years.Count > 0)
        {
            Result = (await mediator.TryAskAsync(new GetIndicatorsQuery(period, node), ModelState, cancellationToken)).Value;
        }
    }

    public async Task<IActionResult> OnGetFileAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await mediator.TryAskAsync(new GetIndicatorsQuery(period, node), ModelState, cancellationToken);
        return answer.Sent
            ? File(System.Text.Encoding.UTF8.GetBytes('\uFEFF' + IndicatorCsv.Of(answer.Value!)), "text/csv; charset=utf-8", $"{T("title")} {answer.Value!.Period}.csv".ToLowerInvariant())
            : Redirect(FigureAddress.Of("/statistics/indicators", ("node", node), ("period", period)));
    }

    /// <summary>Its parts beside each other.</summary>
    internal static FigureTable Table(IndicatorResult item, string? before)
    {
        var (asked, compared, changed) = (
            item.Source == FigureSource.Register && item.Parts.Any(part => part.Pulse is not null), item.Parts.Any(part => part.Verdict is not null), item.Parts.Any(part => part.Change is not null));
        return new FigureTable(
            item.Title,
            T("part"),
            [
                new(T("value")),
                new(T("uncertainty")),
                .. asked ? (FigureColumn[])[new(T("survey"))] : [],
                .. compared ? (FigureColumn[])[new(T("compared"))] : [],
                .. changed ? (FigureColumn[])[new(T("since", before))] : [],
            ],
            [
                .. item.Parts.Select(part => new FigureRow(
                    part.Title,
                    [
                        part.Text,
                        IndicatorFigures.Uncertainty(part) ?? part.Reason,
                        .. asked ? (FigureCell[])[part.Pulse?.Text] : [],
                        .. compared ? (FigureCell[])[part.Verdict?.Text] : [],
                        .. changed ? (FigureCell[])[part.Change?.Text] : [],
                    ])),
            ]);
    }

    internal static string People(BenchmarkResult benchmark) => benchmark.N is { } people ? T("how.people", people) : T("how.people.unknown");
}
