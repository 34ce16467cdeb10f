using System.Globalization;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Statistics.StatisticsPageTexts;

namespace IncidentReporting.Web.Pages.Statistics;

/// <summary>What the grid lets be asked, as choices in a form. What it does not permit is not among them.</summary>
internal sealed class FigureChoices(GridResult grid)
{
    public const string Pulse = "pulse";

    private const string Persons = "persons";

    public IReadOnlyList<string> Measures => [.. grid.Measures.Select(measure => measure.Measure)];

    public bool Knows(string measure) => grid.Measures.Any(known => known.Measure == measure);

    public NodeResult? Node(string? id) => grid.Nodes.FirstOrDefault(node => string.Equals(node.Id, id, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<AttributeResult> Attributes(string measure) => grid.Measures.First(known => known.Measure == measure).Attributes;

    /// <summary>A survey has employers and units, and nothing else.</summary>
    public IReadOnlyList<Choice> Nodes(string measure) =>
    [
        .. grid.Nodes.Where(node => measure != Pulse || node.Kind is "employer" or "unit")
            .Select(node => new Choice(node.Id, node.Name, Group: T($"node.{(node.Kind is "employer" or "unit" ? node.Kind : "area")}"))),
    ];

    /// <summary>Latest first; the rounds of a survey, whole years for persons, else years, quarters and months.</summary>
    /// <param name="chosen">What stands there now.</param>
    public IReadOnlyList<Choice> Periods(string measure, string? chosen = null) => Kept(
        measure switch
        {
            Pulse => [.. grid.Rounds.Select(round => new Choice(round.Id, round.Name))],
            Persons => Years,
            _ => [.. Years.Select(year => year with { Group = T("period.years") }), .. Of(PeriodKind.Quarter, "period.quarters"), .. Of(PeriodKind.Month, "period.months")],
        },
        chosen,
        FigureNames.Period);

    public bool HasUnits => grid.Nodes.Any(node => node.Kind == "unit");

    public IReadOnlyList<Choice> Years => [.. Frozen(PeriodKind.Year).Select(year => new Choice(year.ToString(), year.ToString()))];

    /// <param name="chosen">What stands there now: kept also where it cannot be asked, so that the message beside it says of what.</param>
    /// <param name="taken">Attributes that are already chosen elsewhere: they cannot be used twice.</param>
    public IReadOnlyList<Choice> By(string measure, string? chosen, params IEnumerable<string?> taken)
    {
        var attributes = Attributes(measure);
        var used = taken.Select(name => attributes.FirstOrDefault(attribute => attribute.Name == name)?.Attribute).OfType<string>().ToHashSet();
        return Kept(
            [.. attributes.Where(attribute => !used.Contains(attribute.Attribute)).Select(attribute => new Choice(attribute.Name, FigureNames.Attribute(measure, attribute.Name)))],
            chosen,
            name => FigureNames.Attribute(measure, name));
    }

    /// <summary>"2025", "mars 2025" or the name of a survey.</summary>
    public string PeriodName(string period) => grid.Rounds.FirstOrDefault(round => round.Id == period)?.Name ?? FigureNames.Period(period);

    private static IReadOnlyList<Choice> Kept(IReadOnlyList<Choice> choices, string? chosen, Func<string, string> name) =>
        string.IsNullOrEmpty(chosen) || choices.Any(choice => choice.Value == chosen) ? choices : [.. choices, new Choice(chosen, name(chosen))];

    private IEnumerable<Choice> Of(PeriodKind kind, string group) =>
        Frozen(kind).Select(period => new Choice(period.ToString(), Capital(FigureNames.Period(period)), Group: T(group)));

    private IEnumerable<StatPeriod> Frozen(PeriodKind kind) =>
        grid.Periods.Select(period => StatPeriod.Find(period.Period)!.Value).Where(period => period.Kind == kind).Reverse();

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
}
