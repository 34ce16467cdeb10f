using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Assess;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Assess.AssessTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Assess;

/// <summary>Danger and the duty to notify, with the authority's own list beside the question, and the circumstances of the work.</summary>
[Allow(nameof(Operations.AssessIncident))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    internal static readonly string[] Statute = ["list.law.death", "list.law.several", "list.law.danger"];
    internal static readonly string[] Examples = ["list.knife", "list.firearm", "list.death_threat", "list.violence", "list.bullying"];

    [BindProperty]
    public string? Danger { get; set; }

    [BindProperty]
    public string? AvDuty { get; set; }

    [BindProperty]
    public string? AvReason { get; set; }

    [BindProperty]
    public string? Injury { get; set; }

    [BindProperty]
    public string? Staffing { get; set; }

    [BindProperty]
    public string? Alarm { get; set; }

    [BindProperty]
    public string? RiskAssessedBefore { get; set; }

    [BindProperty]
    public string? PoliceAssistance { get; set; }

    [BindProperty]
    public List<string> Circumstances { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    public override CaseAction Action => CaseAction.Assess;

    public override string Heading => T("title");

    internal static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The law of the day the case was reported.</summary>
    public Ground Ground => Grounds.For("R3", Day());

    public IReadOnlyList<Choice> Dangers => [.. Of(CodeLists.Dangers).Select(choice => choice with { Help = T($"danger.{choice.Value}") })];

    public IReadOnlyList<Choice> Duties => [.. Of(CodeLists.AvDuties).Select(choice => choice.Value == "unclear" ? choice with { Help = T("av.unclear") } : choice)];

    public IReadOnlyList<Choice> Injuries => Of(CodeLists.Injuries);

    public IReadOnlyList<Choice> StaffingChoices => OrUnknown(CodeLists.Staffing);

    public IReadOnlyList<Choice> Alarms => OrUnknown(CodeLists.Alarms);

    public IReadOnlyList<Choice> Risks => OrUnknown(CodeLists.RiskAssessedBefore);

    public IReadOnlyList<Choice> Assistances => OrUnknown(CodeLists.PoliceAssistances);

    public IReadOnlyList<Choice> CircumstanceChoices => Of(CodeLists.Circumstances);

    [Allow(nameof(Operations.AssessIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Danger, "danger", T("danger.missing"));
        Require(AvDuty, "avDuty", T("av.missing"));
        Require(Injury, "injury", T("injury.missing"));
        if (AvDuty == "no")
        {
            Require(AvReason, "avReason", T("av.reason.missing"));
        }

        var command = new AssessCommand(Reference)
        {
            Danger = Danger,
            AvDuty = AvDuty,
            AvReason = CaseText.From(AvReason),
            Injury = Injury,
            Staffing = Given(Staffing),
            Alarm = Given(Alarm),
            RiskAssessedBefore = Given(RiskAssessedBefore),
            PoliceAssistance = Given(PoliceAssistance),
            Circumstances = CodeSet.Of(Circumstances),
            Text = CaseText.From(Text),
        };
        return SendAsync(command, "assessed", cancellationToken);
    }

    protected override void Fill()
    {
        if (Case.Assessment.Value is not { } earlier)
        {
            // The list suggests yes; no is never chosen for anyone.
            AvDuty = Case.AvDutySuggested ? "yes" : null;
            return;
        }

        (Danger, AvDuty, AvReason, Injury) = (earlier.Danger, earlier.AvDuty, earlier.AvReason?.Value, earlier.Injury);
        (Staffing, Alarm, RiskAssessedBefore, PoliceAssistance) = (earlier.Staffing, earlier.Alarm, earlier.RiskAssessedBefore, earlier.PoliceAssistance);
        (Circumstances, Text) = ([.. earlier.Circumstances], earlier.Text?.Value);
    }

    protected override IEnumerable<BothWrote> Compare()
    {
        if (Case.Assessment.Value is not { } now || !News.Any(item => item.What is "assessed" or "reassessed"))
        {
            return [];
        }

        return
        [
            new(T("danger"), Codes.Label(CodeLists.Dangers, now.Danger), Label(CodeLists.Dangers, Danger)),
            new(T("av"), Codes.Label(CodeLists.AvDuties, now.AvDuty), Label(CodeLists.AvDuties, AvDuty)),
            new(T("av.reason"), now.AvReason?.Value, Given(AvReason)),
            new(T("injury"), Codes.Label(CodeLists.Injuries, now.Injury), Label(CodeLists.Injuries, Injury)),
            new(T("staffing"), Label(CodeLists.Staffing, now.Staffing), Label(CodeLists.Staffing, Staffing)),
            new(T("alarm"), Label(CodeLists.Alarms, now.Alarm), Label(CodeLists.Alarms, Alarm)),
            new(T("risk"), Label(CodeLists.RiskAssessedBefore, now.RiskAssessedBefore), Label(CodeLists.RiskAssessedBefore, RiskAssessedBefore)),
            new(T("assistance"), Label(CodeLists.PoliceAssistances, now.PoliceAssistance), Label(CodeLists.PoliceAssistances, PoliceAssistance)),
            new(T("circumstances"), Given(Codes.Labels(CodeLists.Circumstances, now.Circumstances)), Given(Codes.Labels(CodeLists.Circumstances, Circumstances))),
            new(T("text"), now.Text?.Value, Given(Text)),
        ];
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Label(CodeList list, string? id) => string.IsNullOrEmpty(id) ? null : Codes.Label(list, id);

    private DateOnly Day() => Case.SubmittedAt is { } submitted ? ShownZone.DayOf(submitted) : Today;

    private IReadOnlyList<Choice> Of(CodeList list) => Codes.Choices(list, Day());

    private IReadOnlyList<Choice> OrUnknown(CodeList list) => [.. Of(list), new Choice(string.Empty, HandlingTexts.T("choice.unknown"))];
}
