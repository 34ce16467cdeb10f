using FluentValidation;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Assess;

/// <summary>The assessment of danger and of the duty to notify (AML 3 kap. 3 a §), with the circumstances of the work.</summary>
public sealed record AssessCommand(CaseReference Case) : CaseCommand(Case)
{
    /// <summary>low, raised or serious.</summary>
    public string? Danger { get; init; }

    /// <summary>yes, no or unclear; "no" needs <see cref="AvReason"/>.</summary>
    public string? AvDuty { get; init; }

    public CaseText? AvReason { get; init; }

    /// <summary>none (default), minor, serious or unknown.</summary>
    public string? Injury { get; init; }

    public string? Staffing { get; init; }

    public string? Alarm { get; init; }

    public string? RiskAssessedBefore { get; init; }

    public string? PoliceAssistance { get; init; }

    public CodeSet? Circumstances { get; init; }

    public CaseText? Text { get; init; }
}

internal sealed class AssessValidator : AbstractValidator<AssessCommand>
{
    public AssessValidator()
    {
        RuleFor(command => command.Danger).RequiredIn(CodeLists.Dangers);
        RuleFor(command => command.AvDuty).RequiredIn(CodeLists.AvDuties);
        RuleFor(command => command.AvReason).NotNull().When(command => command.AvDuty == "no").WithMessage(_ => IncidentTexts.AvReasonMissing);
        RuleFor(command => command.AvReason).AtMost(ReportContent.TextLength);
        RuleFor(command => command.Injury).In(CodeLists.Injuries);
        RuleFor(command => command.Staffing).In(CodeLists.Staffing);
        RuleFor(command => command.Alarm).In(CodeLists.Alarms);
        RuleFor(command => command.RiskAssessedBefore).In(CodeLists.RiskAssessedBefore);
        RuleFor(command => command.PoliceAssistance).In(CodeLists.PoliceAssistances);
        RuleFor(command => command.Circumstances).AllIn(CodeLists.Circumstances);
        RuleFor(command => command.Text).AtMost(ReportContent.TextLength);
    }
}

internal sealed class AssessHandler(CaseDesk desk) : IRequestHandler<AssessCommand, IncidentView>
{
    public Task<IncidentView> Handle(AssessCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.Assess, (open, actor) => open.Incident.Assess(
            new Assessment
            {
                Danger = command.Danger!,
                AvDuty = command.AvDuty!,
                AvReason = command.AvReason,
                Injury = command.Injury ?? "none",
                Staffing = command.Staffing,
                Alarm = command.Alarm,
                RiskAssessedBefore = command.RiskAssessedBefore,
                PoliceAssistance = command.PoliceAssistance,
                Circumstances = command.Circumstances ?? CodeSet.Empty,
                Text = command.Text,
            },
            actor), cancellationToken);
}
