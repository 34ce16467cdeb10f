using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.RecordPoliceEvent;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Police.PoliceTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Police;

/// <summary>The police report, one step at a time in the order of the law: first which step, then what belongs to it. To report is the way in; a wrong step is corrected by another.</summary>
[Allow(nameof(Operations.RecordPoliceEvent))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    private const int ReviewDays = 30;

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>The id of the latest event, where that was wrong.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Corrects { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? CaseNumber { get; set; }

    [BindProperty]
    public string? ReportedBy { get; set; }

    [BindProperty]
    public List<string> Reasons { get; set; } = [];

    [BindProperty]
    public string? ExposedAgrees { get; set; }

    [BindProperty]
    public string? ReviewAt { get; set; }

    [BindProperty]
    public string? TrialOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override CaseAction Action => CaseAction.RecordPoliceEvent;

    public override string Heading => Step switch
    {
        PoliceStatus.Reported => T("title.reported"),
        PoliceStatus.DecidedReport => T("title.decided_report"),
        PoliceStatus.DecidedNot => T("title.decided_not"),
        { } step => StatusLabel(step),
        null => T(Corrected is not null ? "title.correct" : IsUndecided ? "title.decide" : "title.step"),
    };

    public PoliceView Police => Case.Police.Value!;

    public PoliceEventView? Latest => Police.Events.LastOrDefault(step => !step.Corrected);

    public PoliceEventView? Corrected => Corrects is { } id ? Police.Events.FirstOrDefault(step => step.Id == id) : null;

    /// <summary>The step that is chosen; null until one is.</summary>
    public PoliceStatus? Step => SnakeCase.Find<PoliceStatus>(Status);

    public bool IsUndecided => Corrected is null && Police.Next.Contains(PoliceStatus.Reported);

    /// <summary>What can be chosen; to report comes first.</summary>
    public IReadOnlyList<PoliceStatus> Options =>
        [.. (Corrected is null ? Police.Next : Police.CorrectableTo).OrderByDescending(option => option == PoliceStatus.Reported)];

    public bool AsksForNumber => Step is not (PoliceStatus.DecidedReport or PoliceStatus.DecidedNot or PoliceStatus.Undecided);

    public bool AsksForSource => Step is not (PoliceStatus.DecidedReport or PoliceStatus.DecidedNot or PoliceStatus.Undecided or PoliceStatus.Reported);

    public IReadOnlyList<Choice> ReasonChoices => Codes.Choices(CodeLists.PoliceReasons, Today);

    public IReadOnlyList<Choice> AgreeChoices => Codes.Choices(CodeLists.ExposedAgrees, Today);

    public IReadOnlyList<Choice> ByChoices => Codes.Choices(CodeLists.PoliceReportedBy, Today);

    public IReadOnlyList<Choice> SourceChoices => Codes.Choices(CodeLists.PoliceSources, Today);

    public string ChooseAddress => Address(Corrects is { } id ? $"/police?corrects={id}" : "/police");

    /// <summary>The words of the button.</summary>
    public string Verb => Step switch
    {
        PoliceStatus.Reported => T("submit.reported"),
        PoliceStatus.DecidedReport => T("submit.decided_report"),
        PoliceStatus.DecidedNot => T("submit.decided_not"),
        _ => T("submit.step"),
    };

    public string AtLabel => T(Step switch
    {
        PoliceStatus.Reported => "at.reported",
        PoliceStatus.DecidedReport or PoliceStatus.DecidedNot => "at.decided",
        _ => "at",
    });

    internal static string StatusLabel(PoliceStatus status) => Codes.Label(CodeLists.PoliceStatuses, SnakeCase.Of(status));

    public string StepAddress(PoliceStatus option) =>
        Address($"/police?status={SnakeCase.Of(option)}{(Corrects is { } id ? $"&corrects={id}" : string.Empty)}");

    public string OptionLabel(PoliceStatus option) => option switch
    {
        PoliceStatus.Reported when IsUndecided => T("option.reported"),
        PoliceStatus.DecidedReport when IsUndecided => T("option.decided_report"),
        PoliceStatus.DecidedNot when IsUndecided => T("option.decided_not"),
        _ => StatusLabel(option),
    };

    internal static string? OptionHelp(PoliceStatus option) => option switch
    {
        PoliceStatus.DecidedReport => T("help.decided_report"),
        PoliceStatus.DecidedNot => T("help.decided_not"),
        PoliceStatus.UnknownAfterCheck => T("help.unknown_after_check"),
        PoliceStatus.ReviewRequested => T("help.review_requested"),
        _ => null,
    };

    [Allow(nameof(Operations.RecordPoliceEvent))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Step == PoliceStatus.Reported)
        {
            Require(ReportedBy, "reportedBy", T("by.missing"));
        }

        if (Step == PoliceStatus.DecidedNot)
        {
            RequireGrounds();
        }

        var command = new RecordPoliceEventCommand(Reference)
        {
            Status = Status,
            At = Moment(At, Hour, "at", "hour"),
            Source = string.IsNullOrEmpty(Source) ? null : Source,
            CaseNumber = CaseText.From(CaseNumber),
            ReportedBy = string.IsNullOrEmpty(ReportedBy) ? null : ReportedBy,
            Reasons = CodeSet.Of(Reasons),
            ExposedAgrees = string.IsNullOrEmpty(ExposedAgrees) ? null : ExposedAgrees,
            ReviewAt = Day(ReviewAt, "reviewAt"),
            TrialOn = Day(TrialOn, "trialOn"),
            Note = CaseText.From(Note),
            Corrects = Corrects,
        };
        return SendAsync(command, Done(), cancellationToken);
    }

    protected override void Fill()
    {
        At = Times.ForDateField(Today);
        ReviewAt = Times.ForDateField(Today.AddDays(ReviewDays));
        if (Corrected is { } wrong)
        {
            (Reasons, ExposedAgrees, ReportedBy, Note) = ([.. wrong.Reasons], wrong.ExposedAgrees, wrong.ReportedBy, wrong.Note?.Value);
            (CaseNumber, Source) = (wrong.CaseNumber?.Value, wrong.Source);
        }
    }

    protected override IEnumerable<BothWrote> Compare()
    {
        if (Latest is not { } latest || !News.Any(item => item.What is "police_event" or "police_event_corrected"))
        {
            return [];
        }

        return
        [
            new(T("events.step"), StatusLabel(latest.Status), Step is { } step ? StatusLabel(step) : null),
            new(T("number"), Police.CaseNumber?.Value, CaseNumber),
            new(T("note"), latest.Note?.Value, Note),
        ];
    }

    private void RequireGrounds()
    {
        if (Reasons.Count == 0)
        {
            ModelState.AddModelError("reasons", T("reasons.missing"));
        }

        Require(ExposedAgrees, "exposedAgrees", T("agrees.missing"));
        Require(ReviewAt, "reviewAt", T("review.missing"));
    }

    private string Done() => Corrects is not null ? "police_corrected" : Step switch
    {
        PoliceStatus.Reported => "police_reported",
        PoliceStatus.DecidedReport => "police_decided_report",
        PoliceStatus.DecidedNot => "police_decided_not",
        _ => "police_recorded",
    };
}
