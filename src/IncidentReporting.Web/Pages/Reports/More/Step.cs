using System.Globalization;
using System.Text.Json;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Reports.ReportTexts;

namespace IncidentReporting.Web.Pages.Reports.More;

internal enum Asked
{
    One,
    Several,
    Line,
    Text,
    Yes,
}

/// <summary>One question of a step; its name is the report's own for it.</summary>
internal sealed record Question(string Name, Asked As, CodeList? List = null, int? MaxLength = null)
{
    private const int MostAsButtons = 7;

    public bool IsWithheld(IncidentView view) => view.Withheld.Any(kept => kept == Name || Name.StartsWith(kept + ".", StringComparison.Ordinal));

    public string Label => T($"field.{Name}");

    public bool IsLong => List?.Codes.Count > MostAsButtons;

    /// <summary>What leaves the question open; a list that has its own "don't know" needs no second one.</summary>
    public string Unanswered => T(List?.Contains("unknown") == true ? "answer.private" : "answer.none");

    /// <summary>What can be chosen by who was hit for something that happened on the day.</summary>
    public IReadOnlyList<Choice> Choices(DateOnly day) =>
        [.. Codes.Choices(List!, day).Where(choice => IsAskedHere(List!.Find(choice.Value)!)).Select(choice => choice with { Help = Help(choice.Value) })];

    /// <summary>An answer as people read it.</summary>
    public string Read(string value) => List is { } list ? list.Label(value, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
        : As == Asked.Yes ? T($"answer.{value}") : value;

    private static bool IsAskedHere(Code code) =>
        !code.Properties.TryGetValue("askedOf", out var asked) || asked.EnumerateArray().Any(who => who.ValueEquals("exposed"));

    private string? Help(string value) =>
        List!.Find(value)!.Properties.TryGetValue("note", out var note) && note.ValueKind == JsonValueKind.Object
            ? note.GetProperty(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv" ? "sv" : "en").GetString()
            : null;
}

/// <summary>A part of the report that can be told later, or never.</summary>
/// <param name="IsOfExposed">Only who was hit can answer.</param>
internal sealed record Step(string Id, FieldGroup ReadAs, bool IsOfExposed, IReadOnlyList<Question> Questions)
{
    public const string Subkinds = "kinds";
    public const string Evidence = "evidence";

    public static readonly IReadOnlyList<Step> All =
    [
        new("kind", FieldGroup.Core, IsOfExposed: false, [new(Subkinds, Asked.Several, CodeLists.IncidentKinds)]),
        new("channel", FieldGroup.Core, IsOfExposed: false,
            [new("channels", Asked.Several, CodeLists.Channels), new("platform", Asked.Line, MaxLength: ReportContent.PlatformLength)]),
        new("place", FieldGroup.Core, IsOfExposed: false,
            [new("place", Asked.One, CodeLists.Places), new("onDutyState", Asked.One, CodeLists.OnDutyStates), new("situations", Asked.Several, CodeLists.Situations)]),
        new("counterpart", FieldGroup.Core, IsOfExposed: false,
            [
                new("counterpart.relation", Asked.One, CodeLists.CounterpartRelations), new("counterpart.count", Asked.One, CodeLists.CounterpartCounts),
                new("counterpart.repeat", Asked.One, CodeLists.CounterpartRepeats), new("counterpart.age", Asked.One, CodeLists.CounterpartAges),
                new("hateMotives", Asked.Several, CodeLists.HateMotives), new("counterpart.identity", Asked.Line, MaxLength: ReportContent.IdentityLength),
            ]),
        new("consequences", FieldGroup.Health, IsOfExposed: true,
            [new("consequences", Asked.Several, CodeLists.Consequences), new("perceivedSeverity", Asked.One, CodeLists.PerceivedSeverities)]),
        new("wishes", FieldGroup.Health, IsOfExposed: true,
            [new("wishes.support", Asked.Several, CodeLists.SupportMeasures), new("wishes.text", Asked.Text, MaxLength: ReportContent.TextLength)]),
        new(Evidence, FieldGroup.Narrative, IsOfExposed: false, []),
        new("contact", FieldGroup.Health, IsOfExposed: true, [new("wishes.contactBy", Asked.One, CodeLists.ContactBy)]),
        new("identity", FieldGroup.Core, IsOfExposed: false, [new("protectedIdentity", Asked.Yes)]),
    ];

    public string Heading => T($"step.{Id}");

    public string Lead => T($"step.{Id}.lead");

    /// <summary>Who reads the question's answer, where it is not as the step's others.</summary>
    public static FieldGroup ReadersOf(Question question, Step step) => question.Name switch
    {
        "counterpart.identity" => FieldGroup.CounterpartIdentity,
        "platform" or "hateMotives" => FieldGroup.Narrative,
        _ => step.ReadAs,
    };

    /// <summary>The steps that are open to who reads the case so, with the questions whose answers she sees.</summary>
    public static IReadOnlyList<Step> For(IncidentView view) =>
    [
        .. All.Where(step => !step.IsOfExposed || view.Exposed.Any(exposed => exposed.Self))
            .Select(step => step with { Questions = [.. step.Questions.Where(question => !question.IsWithheld(view))] }),
    ];
}
