using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RecordPoliceEvent;

/// <summary>One step of the police report, in the order of the law; or a correction of the latest step.</summary>
public sealed record RecordPoliceEventCommand(CaseReference Case) : CaseCommand(Case)
{
    public string? Status { get; init; }

    /// <summary>A date or a time, not in the future; now where none is given.</summary>
    public DateOrTime? At { get; init; }

    /// <summary>victim, employer, police_letter or court; by the caller where none is given.</summary>
    public string? Source { get; init; }

    public CaseText? CaseNumber { get; init; }

    /// <summary>Needed for reported.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>Needed for decided_not.</summary>
    public CodeSet? Reasons { get; init; }

    /// <summary>yes, no or not_asked; needed for decided_not.</summary>
    public string? ExposedAgrees { get; init; }

    /// <summary>When a decision not to report is looked at again; needed for decided_not.</summary>
    public DateOnly? ReviewAt { get; init; }

    /// <summary>The day of the trial, for trial_scheduled.</summary>
    public DateOnly? TrialOn { get; init; }

    public CaseText? Note { get; init; }

    /// <summary>The id of the latest event, where this one corrects it.</summary>
    public Guid? Corrects { get; init; }
}

internal sealed class RecordPoliceEventValidator : AbstractValidator<RecordPoliceEventCommand>
{
    public RecordPoliceEventValidator(TimeProvider time)
    {
        RuleFor(command => command.Status).RequiredIn(CodeLists.PoliceStatuses);
        RuleFor(command => command.At).NotInFuture(time);
        RuleFor(command => command.Source).In(CodeLists.PoliceSources);
        RuleFor(command => command.ReportedBy).In(CodeLists.PoliceReportedBy);
        RuleFor(command => command.Reasons).AllIn(CodeLists.PoliceReasons);
        RuleFor(command => command.ExposedAgrees).In(CodeLists.ExposedAgrees);
        RuleFor(command => command.CaseNumber).AtMost(100);
        RuleFor(command => command.Note).AtMost(ReportContent.TextLength);
        When(command => command.Status == "decided_not", () =>
        {
            RuleFor(command => command.Reasons).NotEmpty().WithMessage(_ => IncidentTexts.DecidedNotReasons);
            RuleFor(command => command.ExposedAgrees).NotEmpty().WithMessage(_ => IncidentTexts.DecidedNotAgrees);
            RuleFor(command => command.ReviewAt).NotNull().WithMessage(_ => IncidentTexts.DecidedNotReview);
        });
        RuleFor(command => command.ReportedBy).NotEmpty().When(command => command.Status == "reported").WithMessage(_ => IncidentTexts.ReportedByMissing);
    }
}

internal sealed class RecordPoliceEventHandler(CaseDesk desk) : IRequestHandler<RecordPoliceEventCommand, IncidentView>
{
    public Task<IncidentView> Handle(RecordPoliceEventCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.RecordPoliceEvent, (open, actor) => open.Incident.RecordPolice(
            new PoliceReportStep
            {
                Status = SnakeCase.Parse<PoliceStatus>(command.Status!),
                At = open.Instant(command.At),
                Source = command.Source ?? (actor.Role == CaseRole.Exposed ? "victim" : "employer"),
                CaseNumber = command.CaseNumber,
                ReportedBy = command.ReportedBy,
                Reasons = command.Reasons ?? CodeSet.Empty,
                ExposedAgrees = command.ExposedAgrees,
                ReviewOn = command.ReviewAt,
                TrialOn = command.TrialOn,
                Note = command.Note,
                Corrects = command.Corrects,
            },
            actor), cancellationToken);
}
