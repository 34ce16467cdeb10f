using IncidentReporting.Application.Access;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.GetAlternatives;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.Explore.ExploreTexts;

namespace IncidentReporting.Web.Pages.Statistics.Explore;

/// <summary>Any table of the grid. What is closed is said in words with what is open instead; what is outside the grid is explained beside the choices.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator, SheetFiles files) : PageModel
{
    internal FigureChoices Choices { get; private set; } = null!;

    internal Question Asked { get; private set; } = null!;

    /// <summary>Null where the question is outside the grid, or nothing is frozen.</summary>
    public TableResult? Result { get; private set; }

    public bool IsEmpty { get; private set; }

    public FigureTable? Table { get; private set; }

    public BarList? Bars { get; private set; }

    public FigureTable? Units { get; private set; }

    public IReadOnlyList<AlternativeResult> Instead { get; private set; } = [];

    internal string Title(TableResult result) => T("result.title", FigureNames.Measure(result.Measure), result.Node.Name, Choices.PeriodName(result.Period));

    internal static string Divided(string measure, IReadOnlyList<string> by) => by.Count == 0 ? T("instead.total") : string.Join(T("and"), by.Select((name, index) => index == 0 ? FigureNames.Attribute(measure, name) : Codes.InSentence(FigureNames.Attribute(measure, name))));

    internal string TabAddress(string measure)
    {
        var attributes = Choices.Attributes(measure).Select(attribute => attribute.Name).ToHashSet();
        var (node, period) = (Choices.Nodes(measure).Any(choice => choice.Value == Asked.Node) ? Asked.Node : null, Choices.Periods(measure).Any(choice => choice.Value == Asked.Period) ? Asked.Period : null);
        return FigureAddress.Explore(measure, node, period, measure == FigureChoices.Pulse || Asked.Measure == FigureChoices.Pulse ? [] : [.. Asked.By.Where(attributes.Contains)]);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await AskAsync(cancellationToken) is not { } result)
        {
            return;
        }

        Result = result;
        var tables = new ExploreTables(Result, Choices);
        (Table, Bars) = (tables.Table(), tables.Bars());
        Units = Result.Children is { } units ? tables.Units(units)
            : HasUnits ? tables.Units((await mediator.Send(new GetTableQuery(Asked.Measure, Result.Node.Id, Result.Period, By: null, "units"), cancellationToken)).Children!)
            : null;
        if (Result.Closed is not null)
        {
            Instead = (await mediator.Send(new GetAlternativesQuery(Result.Measure, Result.Node.Id, Result.Period, string.Join(',', Result.By)), cancellationToken)).Items;
        }
    }

    public async Task<IActionResult> OnGetFileAsync(string? form, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await AskAsync(cancellationToken) is { } result ? FigureFiles.Of(files, Sheets.Of(result), form) : Redirect(Asked.Address());
    }

    /// <summary>True where the answer is about an employer whose units the reader may see.</summary>
    private bool HasUnits => Asked.Measure != FigureChoices.Pulse && Choices.HasUnits && (Asked.Node is null || Choices.Node(Asked.Node) is { Kind: "employer" });

    private async Task<TableResult?> AskAsync(CancellationToken cancellationToken)
    {
        var grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        Choices = new FigureChoices(grid);
        Asked = Question.In(Request.Query);
        IsEmpty = grid.Periods.Count == 0 && grid.Rounds.Count == 0;
        return IsEmpty || !Check() ? null
            : (await mediator.TryAskAsync(Asked.ToQuery(HasUnits && Asked.By.Count < 2 ? "units" : null), ModelState, cancellationToken)).Value;
    }

    // What the form itself cannot send, said in the words of the form.
    private bool Check()
    {
        if (!Choices.Knows(Asked.Measure))
        {
            ModelState.AddModelError("measure", T("measure.unknown", string.Join(", ", Choices.Measures.Select(FigureNames.Measure))));
            Asked = Asked with { Measure = Choices.Measures[0], By = [] };
        }

        if (Asked.Node is not null && Choices.Node(Asked.Node) is null)
        {
            ModelState.AddModelError("node", T("node.unknown"));
        }

        var attributes = Choices.Attributes(Asked.Measure).Select(attribute => attribute.Name).ToHashSet();
        foreach (var (name, index) in Asked.By.Select((name, index) => (name, index)).Where(one => !attributes.Contains(one.name)))
        {
            ModelState.AddModelError(
                Question.Field(Math.Min(index + 1, Question.Slots)),
                T("by.unknown", FigureNames.Attribute(Asked.Measure, name), FigureNames.Measure(Asked.Measure)));
        }

        return ModelState.IsValid;
    }
}
