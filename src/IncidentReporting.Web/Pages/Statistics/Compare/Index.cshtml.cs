using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.GetFunnel;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.Compare.CompareTexts;

namespace IncidentReporting.Web.Pages.Statistics.Compare;

/// <summary>The employer's units against what their headcount lets expect. Not a ranking: within the limits, units differ by chance.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator, SheetFiles files) : PageModel
{
    internal FigureChoices Choices { get; private set; } = null!;

    public string? Period { get; private set; }

    public FunnelResult? Result { get; private set; }

    /// <summary>Why there are no units to compare.</summary>
    public string? Refused { get; private set; }

    public FunnelPlot? Chart { get; private set; }

    public FigureTable? Table { get; private set; }

    /// <summary>The units that differ by more than chance, in the order of their names.</summary>
    public IReadOnlyList<FunnelUnitResult> Above => [.. Result?.Units.Where(unit => unit.Level is WarningLevel.Watch or WarningLevel.Alert) ?? []];

    public async Task OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Choices = new FigureChoices(await mediator.Send(new GetGridQuery(), cancellationToken));
        Period = period;
        if (Choices.Years.Count == 0)
        {
            return;
        }

        var answer = await mediator.TryAskAsync(new GetFunnelQuery(period), ModelState, cancellationToken);
        if (answer.Sent)
        {
            Show(answer.Value!);
        }
        else if (ModelState["node"] is { } node)
        {
            // There is nothing to choose that would mend it: a union has no units.
            Refused = node.Errors[0].ErrorMessage;
            ModelState.Clear();
        }
    }

    public async Task<IActionResult> OnGetFileAsync(string? period, string? form, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var answer = await mediator.TryAskAsync(new GetFunnelQuery(period), ModelState, cancellationToken);
        return answer.Sent ? FigureFiles.Of(files, Sheets.Of(answer.Value!), form) : Redirect(FigureAddress.Of("/statistics/funnel", ("period", period)));
    }

    internal static string LevelWords(WarningLevel? level) => T(level switch
    {
        WarningLevel.Alert => "level.alert",
        WarningLevel.Watch => "level.watch",
        WarningLevel.None => "level.none",
        _ => "level.cannot",
    });

    private void Show(FunnelResult result)
    {
        Result = result;
        Period = result.Period;
        var release = FigureNames.Release(result.Release, ShownZone.DayOf(result.Release.BuiltAt));
        if (result.Why is null)
        {
            Chart = new FunnelPlot(
                new ChartWords(T("question"), T("note"), Source: release),
                T("units"),
                [
                    .. result.Units.Where(unit => unit is { Expected: not null, Total.Value: not null })
                        .Select(unit => new FunnelMark(unit.Unit.Name, unit.Expected!.Value, ShownFigures.Of(unit.Total), Level(unit.Level))),
                ],
                [.. result.Limits.Select(limit => new FunnelLimit(limit.Expected, limit.Watch, limit.Alert))]);
        }

        Table = new FigureTable(
            T("caption", result.Node.Name, result.Period),
            T("units"),
            [new FigureColumn(T("headcount")), new FigureColumn(T("expected"), FigureUnit.Decimal), new FigureColumn(FigureNames.Measure("incidents")), new FigureColumn(T("judged"))],
            [
                .. result.Units.Select(unit => new FigureRow(
                    unit.Unit.Name, unit.Headcount is { } staff ? FigureCell.Of(staff.ToString("0.#", CultureInfo.CurrentCulture)) : FigureCell.Of(FigureValue.Missing), Expected(unit), ShownFigures.Of(unit.Total), LevelWords(unit.Level))
                {
                    Href = FigureAddress.Explore("incidents", unit.Unit.Id, result.Period),
                }),
            ])
        {
            Source = release,
        };
    }

    private static FigureCell Expected(FunnelUnitResult unit) => unit.Expected is { } expected ? expected : FigureCell.Of(FigureValue.Missing);

    private static SignalLevel Level(WarningLevel? level) => level switch
    {
        WarningLevel.Alert => SignalLevel.Alert,
        WarningLevel.Watch => SignalLevel.Watch,
        _ => SignalLevel.None,
    };
}
